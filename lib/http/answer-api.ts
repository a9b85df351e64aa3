import { createApi } from '@/lib/http/create-api';
import { getSharedDeps } from '@/lib/http/shared-deps';
import { moveSampleAddress } from '@/lib/modules/workspace/sample-address.store';
import { seedSample } from '@/prisma/seed';

let api: ReturnType<typeof openApi> | undefined;

/** Answers a request to the HTTP API from within Next: in development, and on hosts that run Next alone. */
export async function answerApi(request: Request): Promise<Response> {
  api ??= openApi().catch((error: unknown) => {
    api = undefined;
    throw error;
  });
  return (await api).fetch(withRealHost(request));
}

async function openApi() {
  const deps = await getSharedDeps();
  const address = `http://${deps.env.host}:${deps.env.port}`;
  await seedSample(deps, address);
  await moveSampleAddress(deps.db, address);
  await deps.runtime.start();
  return createApi(deps);
}

/** Next writes `localhost` into the URL, whatever host the browser asked for; checks of the origin need the real one. */
function withRealHost(request: Request): Request {
  const url = new URL(request.url);
  const host = request.headers.get('host');
  if (host === null || host === url.host) return request;
  url.host = host;
  return new Request(url, request);
}
