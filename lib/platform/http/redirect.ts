import type { RunHeader } from '@/lib/modules/integration-run/run-record.schema';
import { findHeader, type ExchangeRequest } from '@/lib/platform/http/exchange';
import { parseHttpTarget } from '@/lib/platform/http/http-target';

/** What to do with a response: take it as it is, ask elsewhere, or give up because the new address can't be called. */
export type RedirectDecision =
  | { kind: 'stay' }
  | { kind: 'follow'; request: ExchangeRequest }
  | { kind: 'refuse'; reason: string };

const REDIRECT_STATUSES: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
const BODY_HEADERS = ['content-encoding', 'content-language', 'content-location', 'content-type', 'content-length'];
const ORIGIN_HEADERS = ['authorization', 'cookie', 'host', 'proxy-authorization'];

/** Whether a response with `status` and these headers sends the client elsewhere. */
export function isRedirect(status: number, headers: readonly RunHeader[]): boolean {
  return REDIRECT_STATUSES.has(status) && findHeader(headers, 'location') !== null;
}

/**
 * Decides as browsers do: 303 turns every method but GET and HEAD into GET, 301 and 302 turn POST into GET, 307 and 308 repeat
 * method and body. To another origin (scheme, host or port) credentials and `secretHeaderNames` are left out, and they stay
 * left out should a later redirect lead back. Source: Fetch standard, section 4.4 "HTTP-redirect fetch".
 */
export function decideRedirect(
  request: ExchangeRequest,
  response: { status: number; headers: readonly RunHeader[] },
  secretHeaderNames: readonly string[],
): RedirectDecision {
  const location = findHeader(response.headers, 'location');
  if (location === null || !REDIRECT_STATUSES.has(response.status)) return { kind: 'stay' };
  // Servers put UTF-8 there although headers are Latin-1.
  const url = URL.canParse(location, request.url) ? new URL(fromLatin1(location), request.url).href : location;
  const next = parseHttpTarget(url);
  if (next.kind === 'invalid') {
    return { kind: 'refuse', reason: `The server redirects to an address that can’t be called. ${next.reason}` };
  }
  const becomesGet =
    (response.status === 303 && request.method !== 'GET' && request.method !== 'HEAD') ||
    (response.status <= 302 && request.method === 'POST');
  const isSameOrigin = new URL(request.url).origin === new URL(url).origin;
  const dropped = new Set([
    ...(becomesGet ? BODY_HEADERS : []),
    ...(isSameOrigin ? [] : [...ORIGIN_HEADERS, ...secretHeaderNames.map((name) => name.toLowerCase())]),
  ]);
  return {
    kind: 'follow',
    request: {
      method: becomesGet ? 'GET' : request.method,
      url,
      headers: request.headers.filter(({ name }) => !dropped.has(name.toLowerCase())),
      body: becomesGet ? null : request.body,
    },
  };
}

function fromLatin1(text: string): string {
  return Buffer.from(text, 'latin1').toString('utf8');
}
