import type { RetryRule } from '@/lib/modules/integration/integration.schema';
import { nextAttempt, parseRetryAfter } from '@/lib/modules/integration-run/retry.rules';
import type { Attempt } from '@/lib/modules/integration-run/run-record.schema';
import type { Clock } from '@/lib/platform/clock';
import { findHeader, type ExchangeOptions, type ExchangeRequest, type ExchangeResult } from '@/lib/platform/http/exchange';
import type { Outbound } from '@/lib/platform/http/outbound';

interface SendDeps {
  outbound: Outbound;
  clock: Clock;
  /** A number from 0 up to, but not including, 1; `Math.random` in production. */
  random: () => number;
}

/** A call to make, and how often. */
export interface SendInput {
  request: ExchangeRequest;
  retry: RetryRule;
  /** Time for all attempts and the waits between them, from the first attempt on. */
  timeoutMs: number;
  /** `clock.nowMs()` when the run began: all recorded times are relative to it. */
  runStartedMs: number;
  /** How each attempt is sent; time is shared out here. */
  exchange: Omit<ExchangeOptions, 'timeoutMs' | 'startMs'>;
  /**
   * Called at most once, when the server answers 401: may get a new token within `remainingMs` and give the request to send
   * at once, as one more attempt beyond `retry`. Null takes the 401 as the answer. What it throws ends the call.
   */
  onUnauthorized?: (remainingMs: number) => Promise<ExchangeRequest | null>;
}

/** How the call ended and every attempt that led there. */
export interface SendOutcome {
  result: ExchangeResult;
  attempts: Attempt[];
}

/** Sends a request, again as often as its retry rule wants and its time allows. Network and server troubles are results. */
export async function sendWithRetries(deps: SendDeps, input: SendInput): Promise<SendOutcome> {
  const { clock, random } = deps;
  const attempts: Attempt[] = [];
  const startedMs = clock.nowMs();
  let { request, onUnauthorized } = input;
  let ruledAttemptCount = 0;

  for (;;) {
    const remainingMs = input.timeoutMs - (clock.nowMs() - startedMs);
    const startMs = clock.nowMs() - input.runStartedMs;
    const exchanged = await deps.outbound.exchange(request, { ...input.exchange, timeoutMs: remainingMs, startMs });
    const result = withWholeTimeout(exchanged, input.timeoutMs);
    // The door reads a finer clock than ours may be.
    const endMs = Math.max(clock.nowMs() - input.runStartedMs, result.hops.at(-1)?.endMs ?? 0);
    const attempt: Attempt = { number: attempts.length + 1, startMs, endMs, hops: result.hops, retryReason: null, waitMs: null };
    attempts.push(attempt);
    const settled = { result, attempts };
    const elapsedMs = clock.nowMs() - startedMs;

    if (result.kind === 'response' && result.status === 401 && onUnauthorized !== undefined) {
      const renewed = await onUnauthorized(Math.max(0, input.timeoutMs - elapsedMs));
      if (input.exchange.signal?.aborted) return { result: { kind: 'cancelled', hops: [] }, attempts };
      if (renewed === null) return settled;
      request = renewed;
      onUnauthorized = undefined;
      attempt.retryReason = 'The server answered with status 401, so the credential was renewed.';
      attempt.waitMs = 0;
      continue;
    }

    ruledAttemptCount += 1;
    const { retry: rule, timeoutMs } = input;
    const retryAfterMs = toRetryAfterMs(result, clock.nowMs());
    const facts = { attemptNumber: ruledAttemptCount, rule, method: request.method, result, elapsedMs, timeoutMs };
    const next = nextAttempt({ ...facts, retryAfterMs, random });
    if (next.kind === 'settle') return settled;
    attempt.retryReason = next.reason;
    attempt.waitMs = next.waitMs;
    if (!(await hasSlept(clock, next.waitMs, input.exchange.signal))) {
      return { result: { kind: 'cancelled', hops: [] }, attempts };
    }
  }
}

function toRetryAfterMs(result: ExchangeResult, nowMs: number): number | null {
  return result.kind === 'response' ? parseRetryAfter(findHeader(result.headers, 'retry-after'), nowMs) : null;
}

/** Whether the wait went by without being cancelled. */
async function hasSlept(clock: Clock, waitMs: number, signal: AbortSignal | undefined): Promise<boolean> {
  try {
    await clock.sleep(waitMs, signal);
    return true;
  } catch (error) {
    if (signal?.aborted === true) return false;
    throw error;
  }
}

/** A timeout tells the time that the designer set, not what was left for the last attempt. */
function withWholeTimeout(result: ExchangeResult, timeoutMs: number): ExchangeResult {
  return result.kind === 'timeout' ? { ...result, timeoutMs } : result;
}
