import type { Context } from 'hono';
import type { ApiEnv } from '@/lib/http/route/api-context';
import type { AppDeps } from '@/lib/http/route/app-deps';

/** Gives a request its id and what handlers need, and its answer the headers that every answer has. */
export function nameRequest(context: Context<ApiEnv>, deps: AppDeps): void {
  const requestId = readRequestId(context.req.header('x-request-id')) ?? deps.newId();
  context.set('requestId', requestId);
  context.set('deps', deps);
  context.set('headers', { 'x-request-id': requestId, 'cache-control': 'no-store' });
}

/** A caller's own request id is taken over when it is harmless in logs and headers. */
function readRequestId(value: string | undefined): string | null {
  return value !== undefined && /^[\w-]{8,64}$/.test(value) ? value : null;
}
