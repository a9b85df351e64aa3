import { Fault } from '@/lib/engine/fault';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Stops another site from acting with a signed-in person's cookie (CSRF): a changing request that a browser sends from another
 * origin is refused. Programs send neither header and are not concerned.
 * @throws Fault `request/cross-site`
 */
export function refuseCrossSite(request: Request, publicUrl: string | null): void {
  if (!SAFE_METHODS.has(request.method) && isCrossSite(request, publicUrl)) {
    throw new Fault('denied', 'request/cross-site', 'This request came from another site. Use the pages of this installation, at the address set in PUBLIC_URL.');
  }
}

function isCrossSite({ headers, url }: Request, publicUrl: string | null): boolean {
  const site = headers.get('sec-fetch-site');
  if (site !== null) return site !== 'same-origin' && site !== 'none';
  const origin = headers.get('origin');
  if (origin === null) return false;
  if (publicUrl !== null && origin === new URL(publicUrl).origin) return false;
  return !URL.canParse(origin) || new URL(origin).host !== new URL(url).host;
}
