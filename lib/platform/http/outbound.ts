import { lookup as systemLookup } from 'node:dns/promises';
import type { Hop } from '@/lib/modules/integration-run/run-record.schema';
import { createConnectionPool, type ConnectionPool } from '@/lib/platform/http/connection-pool';
import { decompress, listEncodings } from '@/lib/platform/http/decompress';
import {
  findHeader,
  type ExchangeEnding,
  type ExchangeOptions,
  type ExchangeRequest,
  type ExchangeResult,
} from '@/lib/platform/http/exchange';
import { explainConnectionError } from '@/lib/platform/http/explain-connection-error';
import { parseHttpTarget, type HttpTarget } from '@/lib/platform/http/http-target';
import { openSocket } from '@/lib/platform/http/open-socket';
import { decideRedirect } from '@/lib/platform/http/redirect';
import { BlockedAddressError, type Lookup } from '@/lib/platform/http/resolve-checked';
import { sendHop, toHop, type HopEnding, type HopResponse } from '@/lib/platform/http/send-hop';
import { findRequestProblem, toSentHeaders } from '@/lib/platform/http/sent-headers';
import { createStop, type Stop } from '@/lib/platform/http/stop';

/** The one door out: every HTTP call that Parley makes to the outside goes through here. */
export interface Outbound {
  /**
   * Sends a request and reads the answer. Never throws for what a network or server does: each way to end is a kind of result.
   * Only public addresses are reached, and those on `options.allow`; this holds for every redirect too.
   */
  exchange(request: ExchangeRequest, options: ExchangeOptions): Promise<ExchangeResult>;
  /** Closes idle connections at once and the others after their exchange. Idempotent. */
  close(): void;
}

/** How the door is built; the process needs one. */
export interface OutboundSettings {
  /** Sent as `User-Agent: Parley/<version>` when a request names none. */
  version: string;
  /** How names become addresses; the system's way unless told. */
  lookup?: Lookup;
  /** Time for one connection to open, within the exchange's own time; 10 s unless told. */
  connectTimeoutMs?: number;
  /** Further certificate authorities to trust, PEM. */
  ca?: string;
  /** How a socket to a checked address is opened; for tests that must not leave the machine. */
  open?: typeof openSocket;
}

const CONNECT_TIMEOUT_MS = 10_000;
const REDIRECT_COUNT_MAX = 5;

/** Opens the door. Keep one per process: it keeps connections alive for reuse. */
export function createOutbound(settings: OutboundSettings): Outbound {
  const pool = createConnectionPool({
    lookup: settings.lookup ?? lookUpAll,
    connectTimeoutMs: settings.connectTimeoutMs ?? CONNECT_TIMEOUT_MS,
    ca: settings.ca,
    open: settings.open ?? openSocket,
  });
  const userAgent = `Parley/${settings.version}`;
  return {
    exchange: (request, options) => followHops({ pool, userAgent, options, stop: createStop(options), hops: [] }, request),
    close: () => pool.close(),
  };
}

/** What stays the same along the hops of one exchange. */
interface Journey {
  pool: ConnectionPool;
  userAgent: string;
  options: ExchangeOptions;
  stop: Stop;
  hops: Hop[];
}

async function followHops(journey: Journey, firstRequest: ExchangeRequest): Promise<ExchangeResult> {
  const { options, hops, stop } = journey;
  const redirectCountMax = options.redirectCountMax ?? REDIRECT_COUNT_MAX;
  let request = firstRequest;
  try {
    for (let redirectCount = 0; ; redirectCount += 1) {
      const ending = await takeHop(journey, request);
      if (ending.kind !== 'response' || !options.followRedirects) return { ...ending, hops };
      const decision = decideRedirect(request, ending, options.secretHeaderNames ?? []);
      if (decision.kind === 'stay') return { ...ending, hops };
      if (decision.kind === 'refuse') {
        return { kind: 'connection-failed', code: 'REDIRECT_REFUSED', reason: decision.reason, sent: true, hops };
      }
      if (redirectCount === redirectCountMax) return { kind: 'too-many-redirects', redirectCountMax, hops };
      request = decision.request;
    }
  } finally {
    stop.release();
  }
}

async function takeHop(journey: Journey, request: ExchangeRequest): Promise<ExchangeEnding> {
  const { options, pool, stop, hops } = journey;
  if (stop.ending !== null) return stop.ending;
  const parsed = parseHttpTarget(request.url);
  if (parsed.kind === 'invalid') return { kind: 'invalid-request', field: 'url', reason: parsed.reason };
  const problem = findRequestProblem(request);
  if (problem !== null) return { kind: 'invalid-request', ...problem };

  const plan = {
    request,
    path: parsed.target.path,
    headers: toSentHeaders(request.headers, journey.userAgent),
    bytesMax: options.responseBytesMax,
    keepsRedirectBody: !options.followRedirects,
  };
  const need = { target: parsed.target, allow: options.allow, hostHeader: findHeader(plan.headers, 'host') };
  const connection = pool.take(need);
  const offsetMs = stop.offsetMs;
  const sending = sendHop(connection, plan);
  stop.onStop(sending.stop);
  const ending = await sending.ending;
  const status = ending.kind === 'response' ? ending.status : null;
  hops.push(toHop(plan, connection, { moments: sending.moments, status, offsetMs }));
  if (ending.kind === 'response' && ending.isReusable) pool.giveBack(need, connection);
  return toEnding(journey, ending, parsed.target);
}

/** A promise only for a compressed body. */
function toEnding(journey: Journey, ending: HopEnding, target: HttpTarget): ExchangeEnding | Promise<ExchangeEnding> {
  const { options, stop, hops } = journey;
  if (stop.ending !== null) return stop.ending;
  if (ending.kind === 'too-large') return { kind: 'response-too-large', bytesMax: options.responseBytesMax };
  if (ending.kind === 'response') {
    const { status, statusText, headers, body } = ending;
    const encodings = listEncodings(body, findHeader(headers, 'content-encoding'));
    return encodings.length === 0 ? { kind: 'response', status, statusText, headers, body } : toPlain(ending, encodings, options);
  }
  const error = ending.kind === 'failed' ? ending.error : null;
  if (error instanceof BlockedAddressError) {
    return { kind: 'blocked-address', host: error.host, address: error.address, reason: error.reason };
  }
  // A redirect that was followed means that the first server has had the request.
  const sent = hops.length > 1 || (ending.kind === 'failed' && ending.sent);
  return { kind: 'connection-failed', ...explainConnectionError(error, target), sent };
}

async function toPlain({ status, statusText, headers, body }: HopResponse, encodings: readonly string[], { responseBytesMax }: ExchangeOptions): Promise<ExchangeEnding> {
  const plain = await decompress(body, encodings, responseBytesMax);
  if (plain.kind === 'body') return { kind: 'response', status, statusText, headers, body: plain.body };
  if (plain.kind === 'too-large') return { kind: 'response-too-large', bytesMax: responseBytesMax };
  return { kind: 'connection-failed', code: 'BAD_CONTENT_ENCODING', reason: plain.reason, sent: true };
}

async function lookUpAll(host: string): Promise<string[]> {
  return (await systemLookup(host, { all: true })).map(({ address }) => address);
}
