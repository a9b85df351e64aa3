import { getSharedDeps } from '@/lib/http/shared-deps';
import { createSampleBank } from '@/samples/ag-bank/sample-bank';
import { findSampleChannelId } from '@/samples/ag-bank/sample-channel';

const findChannelId = async () => findSampleChannelId(await getSharedDeps());
const bank = createSampleBank({ basePath: '/samples/ag-bank', findChannelId });
const answer = (request: Request) => bank.fetch(request);

export { answer as DELETE, answer as GET, answer as HEAD, answer as OPTIONS, answer as PATCH, answer as POST, answer as PUT };
