import type { ServerResponse } from 'node:http';
import type { Context } from 'hono';
import type { AppDeps } from '@/lib/http/route/app-deps';

/** What Hono carries along with one request. */
export interface ApiEnv {
  /** What the host shows of itself; nothing within Next. */
  Bindings: { outgoing?: ServerResponse } | undefined;
  Variables: {
    requestId: string;
    /** What every answer to the request has, refusals too, by lower-case name. */
    headers: Record<string, string>;
    deps: AppDeps;
  };
}

/** Where routes are registered, by paths under `/api`. A handler gets requests that `openRequest` has let in. */
export interface ApiRouter {
  on(method: string, path: string, handler: (context: Context<ApiEnv>) => Response | Promise<Response>): void;
}
