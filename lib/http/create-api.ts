import { Hono } from 'hono';
import { Fault } from '@/lib/engine/fault';
import { answer, answerJson } from '@/lib/http/route/answer';
import type { ApiEnv, ApiRouter } from '@/lib/http/route/api-context';
import type { AppDeps } from '@/lib/http/route/app-deps';
import { PROBLEM_CONTENT_TYPE, toProblem, toStatus } from '@/lib/http/route/problem';
import { bindApiRoutes, apiRoutes } from './api-routes';
import { bindWebViewEndpoint } from '@/lib/modules/web-view/web-view-endpoint.routes';
import { withRequestId } from '@/lib/http/route/with-request-id';
import { nameRequest } from './name-request';
import { buildOpenApi } from './openapi';
import { openRequest } from './open-request';

/** Version told by the OpenAPI document. */
const API_VERSION = '0.1.0';

/**
 * The whole HTTP API under `/api`, and the endpoint that pages post to: the same object answers in our own server and in Next's catch-all route.
 * Every failure is answered as a problem document and logged once.
 */
export function createApi(deps: AppDeps): Hono<ApiEnv> {
  const root = new Hono<ApiEnv>();
  const app = root.basePath('/api');
  // Pages of other sites post there, without cookies.
  bindWebViewEndpoint(root, (context) => nameRequest(context, deps));
  let openApiText: string | undefined;

  const router: ApiRouter = {
    on: (method, path, handler) =>
      app.on(method, path, (context) => {
        openRequest(context, deps);
        return handler(context);
      }),
  };

  router.on('GET', '/health', (context) => answerJson(context, { status: 'alive' }));
  router.on('GET', '/ready', async (context) => {
    await deps.db.$queryRawUnsafe('SELECT 1');
    return answerJson(context, { status: 'ready' });
  });
  router.on('GET', '/openapi.json', (context) => {
    openApiText ??= JSON.stringify(buildOpenApi(apiRoutes, API_VERSION));
    return answer(context, openApiText, { headers: { 'content-type': 'application/json' } });
  });
  for (const method of ['GET', 'POST']) {
    router.on(method, '/auth/*', async (context) => {
      const response = await deps.auth.handler(context.req.raw);
      if (method !== 'GET') deps.configCache.forgetAll();
      return withRequestId(response, context.get('requestId'));
    });
  }
  bindApiRoutes(router);

  app.notFound((context) => {
    openRequest(context, deps);
    throw new Fault('missing', 'request/not-found', 'There is nothing at this address. The API is listed at /docs/api.');
  });
  app.onError((error, context) => {
    const requestId = context.get('requestId') ?? deps.newId();
    const fault = toFault(error, context.req.path);
    const line = { requestId, code: fault.code, method: context.req.method, path: context.req.path };
    if (fault.kind === 'broken') deps.log.error({ ...line, err: error }, 'request failed');
    else deps.log.info(line, 'request refused');
    const status = toStatus(fault);
    const headers: Record<string, string> = { 'content-type': PROBLEM_CONTENT_TYPE, 'x-request-id': requestId, 'cache-control': 'no-store' };
    if (fault.retryAfterS) headers['retry-after'] = String(fault.retryAfterS);
    // The rest of the body is not read, so nothing else can come over this connection.
    if (status === 413) headers.connection = 'close';
    return answer(context, JSON.stringify(toProblem(fault, requestId)), { status, headers });
  });
  return app;
}

function toFault(error: Error, path: string): Fault {
  if (error instanceof Fault) return error;
  if (path === '/api/ready') return new Fault('broken', 'ready/database-unreachable', 'The database does not answer.', { cause: error });
  return new Fault('broken', 'request/broken', 'Parley failed to answer this request; the fault is ours. The server log has the details under this request id.', { cause: error });
}
