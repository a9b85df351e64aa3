import type { Context } from 'hono';
import type { ApiEnv } from '@/lib/http/route/api-context';
import type { AppDeps } from '@/lib/http/route/app-deps';
import { nameRequest } from './name-request';
import { refuseCrossSite } from './refuse-cross-site';

/**
 * What every request of the API begins with: its id, the headers of every answer, and the refusal of other sites.
 * A plain function, called before each handler: a layer of middleware costs a request four promises.
 * @throws Fault `request/cross-site`
 */
export function openRequest(context: Context<ApiEnv>, deps: AppDeps): void {
  nameRequest(context, deps);
  refuseCrossSite(context.req.raw, deps.env.publicUrl);
}
