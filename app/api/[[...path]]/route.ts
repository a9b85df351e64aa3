import { createApi } from '@/lib/http/create-api';
import { getSharedDeps } from '@/lib/http/shared-deps';

const api = getSharedDeps().then(createApi);
const answer = async (request: Request) => (await api).fetch(request);

export { answer as DELETE, answer as GET, answer as HEAD, answer as OPTIONS, answer as PATCH, answer as POST, answer as PUT };
