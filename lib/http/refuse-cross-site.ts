import type { MiddlewareHandler } from 'hono';
import { Fault } from '@/lib/engine/fault';
import type { ApiEnv } from '@/lib/http/route/api-context';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Stops another site from acting with a signed-in person's cookie (CSRF): a changing request that a browser sends from another
 * origin is refused. Programs send neither header and are not concerned.
 * @throws Fault `request/cross-site`
 */
export function refuseCrossSite(publicUrl: string | null): MiddlewareHandler<ApiEnv> {
  return async (context, next) => {
    if (!SAFE_METHODS.has(context.req.method) && isCrossSite(context.req.raw.headers, new URL(context.req.url).host, publicUrl)) {
      throw new Fault('denied', 'request/cross-site', 'This request came from another site. Use the pages of this installation, at the address set in PUBLIC_URL.');
    }
    await next();
  };
}

function isCrossSite(headers: Headers, host: string, publicUrl: string | null): boolean {
  const site = headers.get('sec-fetch-site');
  if (site !== null) return site !== 'same-origin' && site !== 'none';
  const origin = headers.get('origin');
  if (origin === null) return false;
  if (publicUrl !== null && origin === new URL(publicUrl).origin) return false;
  return !URL.canParse(origin) || new URL(origin).host !== host;
}
