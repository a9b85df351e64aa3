import type { Context } from 'hono';
import type { ApiEnv } from '@/lib/http/route/api-context';
import type { AppDeps } from '@/lib/http/route/app-deps';
import { refuseCrossSite } from './refuse-cross-site';

/**
 * What every request of the API begins with: its id, the headers of every answer, and the refusal of other sites.
 * A plain function, called before each handler: a layer of middleware costs a request four promises.
 * @throws Fault `request/cross-site`
 */
export function openRequest(context: Context<ApiEnv>, deps: AppDeps): void {
  const requestId = readRequestId(context.req.header('x-request-id')) ?? deps.newId();
  context.set('requestId', requestId);
  context.set('deps', deps);
  // Set before the answer is made: a header added afterwards costs as much as the answer itself.
  context.header('x-request-id', requestId);
  context.header('cache-control', 'no-store');
  refuseCrossSite(context.req.raw, deps.env.publicUrl);
}

/** A caller's own request id is taken over when it is harmless in logs and headers. */
function readRequestId(value: string | undefined): string | null {
  return value !== undefined && /^[\w-]{8,64}$/.test(value) ? value : null;
}
