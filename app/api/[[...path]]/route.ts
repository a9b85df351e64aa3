import { createApi } from '@/lib/http/create-api';
import { getSharedDeps } from '@/lib/http/shared-deps';
import { seedSample } from '@/prisma/seed';

const api = getSharedDeps().then(async (deps) => {
  await seedSample(deps, `http://${deps.env.host}:${deps.env.port}`);
  return createApi(deps);
});
const answer = async (request: Request) => (await api).fetch(request);

export { answer as DELETE, answer as GET, answer as HEAD, answer as OPTIONS, answer as PATCH, answer as POST, answer as PUT };
