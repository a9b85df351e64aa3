import type { Dispatcher } from 'undici';
import type { Hop, RunHeader } from '@/lib/modules/integration-run/run-record.schema';
import type { Connection } from '@/lib/platform/http/connection';
import { findHeader, type ExchangeRequest } from '@/lib/platform/http/exchange';
import { isRedirect } from '@/lib/platform/http/redirect';

/** Bytes of a redirect's own body that are read to keep its connection usable; a longer one costs the connection. */
const REDIRECT_BODY_BYTES_MAX = 64 * 1024;

/** One request on the wire. */
export interface HopPlan {
  request: ExchangeRequest;
  /** Path and query. */
  path: string;
  /** As `toSentHeaders` gives them. */
  headers: RunHeader[];
  bytesMax: number;
  /** Whether the body of a redirect is wanted. */
  keepsRedirectBody: boolean;
}

/** A response as it came over the wire. The connection may be used again only when `isReusable`. */
export interface HopResponse {
  kind: 'response';
  status: number;
  statusText: string;
  headers: RunHeader[];
  body: Uint8Array;
  isReusable: boolean;
}

/** How one request on the wire ended. */
export type HopEnding =
  | HopResponse
  | { kind: 'too-large' }
  | { kind: 'failed'; error: unknown; sent: boolean }
  | { kind: 'stopped' };

/** What happened when, read with `performance.now()`; null for what did not happen. */
export interface HopMoments {
  startedMs: number;
  writtenMs: number | null;
  firstByteMs: number | null;
}

/** A request under way. */
export interface SendingHop {
  ending: Promise<HopEnding>;
  moments: HopMoments;
  /** Ends it at once with `stopped`; the connection must not be used again. */
  stop(): void;
}

/** Sends one request on a connection that is lent to it, and reads the body up to `bytesMax` bytes. */
export function sendHop(connection: Connection, plan: HopPlan): SendingHop {
  const moments: HopMoments = { startedMs: performance.now(), writtenMs: null, firstByteMs: null };
  let stop: () => void = () => undefined;
  const ending = new Promise<HopEnding>((resolve) => {
    let isSettled = false;
    const settle = (result: HopEnding) => {
      // A late stop must not close a connection that is somebody else's by now.
      if (isSettled) return;
      isSettled = true;
      if (result.kind !== 'response' || !result.isReusable) connection.destroy();
      resolve(result);
    };
    stop = () => settle({ kind: 'stopped' });
    connection.client.dispatch(toDispatch(plan), createHandler(plan, moments, settle));
  });
  return { ending, moments, stop: () => stop() };
}

interface ResponseHead {
  status: number;
  statusText: string;
  headers: RunHeader[];
  bytesMax: number;
  isBodyWanted: boolean;
}

function createHandler(
  plan: HopPlan,
  moments: HopMoments,
  settle: (result: HopEnding) => void,
): Dispatcher.DispatchHandler {
  let head: ResponseHead | null = null;
  let chunks: Buffer[] = [];
  let byteCount = 0;

  const finish = (isReusable: boolean) => {
    if (head === null) return;
    const { status, statusText, headers } = head;
    const body = chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks);
    settle({ kind: 'response', status, statusText, headers, body, isReusable });
  };
  const give = (isComplete: boolean) => {
    if (head?.isBodyWanted === true && !isComplete) settle({ kind: 'too-large' });
    else finish(isComplete);
  };

  return {
    onRequestStart() {
      moments.writtenMs = performance.now();
    },
    onResponseStart(controller, ...[status, , statusText]) {
      // 103 Early Hints and the like come before the answer.
      if (status < 200) return;
      moments.firstByteMs = performance.now();
      const headers = toHeaders(controller.rawHeaders);
      const isBodyWanted = plan.keepsRedirectBody || !isRedirect(status, headers);
      const bytesMax = isBodyWanted ? plan.bytesMax : REDIRECT_BODY_BYTES_MAX;
      head = { status, statusText: statusText ?? '', headers, bytesMax, isBodyWanted };
      const declared = Number(findHeader(headers, 'content-length') ?? 0);
      if (plan.request.method !== 'HEAD' && declared > bytesMax) give(false);
    },
    onResponseData(_controller, chunk) {
      if (head === null) return;
      byteCount += chunk.length;
      if (byteCount > head.bytesMax) {
        chunks = [];
        give(false);
      } else if (head.isBodyWanted) chunks.push(chunk);
    },
    onResponseEnd() {
      give(true);
    },
    onResponseError(_controller, error) {
      settle({ kind: 'failed', error, sent: moments.writtenMs !== null });
    },
  };
}

function toDispatch({ request, path, headers }: HopPlan): Dispatcher.DispatchOptions {
  return {
    path,
    method: request.method,
    headers: headers.flatMap(({ name, value }) => [name, value]),
    body: request.body === null || request.body.length === 0 ? null : Buffer.from(request.body),
  };
}

/** Undici's raw list (name, value, name, …) as pairs. Header bytes are Latin-1. */
function toHeaders(raw: Dispatcher.DispatchController['rawHeaders']): RunHeader[] {
  if (!Array.isArray(raw)) return [];
  const headers: RunHeader[] = [];
  for (let index = 0; index + 1 < raw.length; index += 2) {
    headers.push({ name: toText(raw[index]), value: toText(raw[index + 1]) });
  }
  return headers;
}

function toText(value: Buffer | string | undefined): string {
  return typeof value === 'string' ? value : (value?.toString('latin1') ?? '');
}

/** The hop as it is recorded. `offsetMs` is what to add to `performance.now()` to get milliseconds since the run began. */
export function toHop(
  plan: HopPlan,
  connection: Connection,
  seen: { moments: HopMoments; status: number | null; offsetMs: number },
): Hop {
  const { startedMs, writtenMs, firstByteMs } = seen.moments;
  const endedMs = performance.now();
  const opening = connection.opening();
  return {
    method: plan.request.method,
    url: plan.request.url,
    status: seen.status,
    address: connection.address(),
    startMs: startedMs + seen.offsetMs,
    endMs: endedMs + seen.offsetMs,
    timings: {
      dnsMs: opening?.dnsMs ?? null,
      connectMs: opening?.connectMs ?? null,
      tlsMs: opening?.tlsMs ?? null,
      firstByteMs: writtenMs === null || firstByteMs === null ? null : firstByteMs - writtenMs,
      downloadMs: firstByteMs === null ? null : endedMs - firstByteMs,
    },
  };
}
