import { createSampleBank } from '@/samples/ag-bank/sample-bank';

const bank = createSampleBank({ basePath: '/samples/ag-bank' });
const answer = (request: Request) => bank.fetch(request);

export { answer as DELETE, answer as GET, answer as HEAD, answer as OPTIONS, answer as PATCH, answer as POST, answer as PUT };
