import type { Clock } from '@/lib/platform/clock';
import type { ExchangeEnding, ExchangeOptions, ExchangeRequest, ExchangeResult } from '@/lib/platform/http/exchange';
import type { Outbound } from '@/lib/platform/http/outbound';
import type { ChaosFault } from './conversation.schema';

/** How long a slow server keeps the call waiting. */
const SLOW_MS = 5_000;

/**
 * A door out that behaves as a server in trouble would, so that a designer sees what the bot makes of it. Only the exchange is
 * replaced: retries, time-outs, scripts and fields go on as in production.
 */
export function createChaosOutbound(deps: { outbound: Outbound; clock: Clock }, fault: ChaosFault): Outbound {
  return {
    exchange: (request, options) => (fault === 'slow' ? exchangeSlowly(deps, request, options) : Promise.resolve(toResult(request, options, toEnding(fault)))),
    close: () => undefined,
  };
}

async function exchangeSlowly({ outbound, clock }: { outbound: Outbound; clock: Clock }, request: ExchangeRequest, options: ExchangeOptions): Promise<ExchangeResult> {
  const waitMs = Math.min(SLOW_MS, options.timeoutMs);
  try {
    await clock.sleep(waitMs, options.signal);
  } catch {
    return { kind: 'cancelled', hops: [] };
  }
  if (waitMs === options.timeoutMs) return toResult(request, options, { kind: 'timeout', timeoutMs: options.timeoutMs });
  return outbound.exchange(request, { ...options, timeoutMs: options.timeoutMs - waitMs, startMs: (options.startMs ?? 0) + waitMs });
}

function toEnding(fault: Exclude<ChaosFault, 'slow'>): ExchangeEnding {
  switch (fault) {
    case 'too-many-requests':
      return toResponse({ status: 429, statusText: 'Too Many Requests' }, '{"error":"too many requests"}', { 'Retry-After': '1' });
    case 'server-error':
      return toResponse({ status: 500, statusText: 'Internal Server Error' }, '{"error":"internal error"}');
    case 'malformed':
      return toResponse({ status: 200, statusText: 'OK' }, '{"items": [{"title": "cut o');
    case 'empty':
      return { kind: 'response', status: 200, statusText: 'OK', headers: [{ name: 'Content-Length', value: '0' }], body: new Uint8Array() };
    case 'connection-refused':
      return { kind: 'connection-failed', code: 'ECONNREFUSED', reason: 'The server refused the connection (chaos).', sent: false };
  }
}

function toResponse(line: { status: number; statusText: string }, bodyText: string, headers: Record<string, string> = {}): ExchangeEnding {
  const all = { 'Content-Type': 'application/json', ...headers };
  return { kind: 'response', ...line, headers: Object.entries(all).map(([name, value]) => ({ name, value })), body: new TextEncoder().encode(bodyText) };
}

/** With one hop, as a real exchange has, for the waterfall of the run. */
function toResult({ method, url }: ExchangeRequest, { startMs = 0 }: ExchangeOptions, ending: ExchangeEnding): ExchangeResult {
  const endMs = startMs + (ending.kind === 'timeout' ? ending.timeoutMs : 0);
  const timings = { dnsMs: null, connectMs: null, tlsMs: null, firstByteMs: null, downloadMs: null };
  return { ...ending, hops: [{ method, url, status: ending.kind === 'response' ? ending.status : null, address: null, startMs, endMs, timings }] };
}
