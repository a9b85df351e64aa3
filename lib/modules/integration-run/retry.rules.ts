import type { RetryRule } from '@/lib/modules/integration/integration.schema';

/** The parts of an attempt's result that decide about the next one. */
export type AttemptEnding =
  | { kind: 'response'; status: number }
  | { kind: 'connection-failed'; reason: string; sent: boolean }
  | { kind: 'timeout' | 'blocked-address' | 'too-many-redirects' | 'response-too-large' | 'invalid-request' | 'cancelled' };

/** What is known after an attempt. */
export interface AttemptFacts {
  /** How many attempts there were, this one included; from 1. */
  attemptNumber: number;
  rule: RetryRule;
  method: string;
  result: AttemptEnding;
  /** Time the call has taken so far, of `timeoutMs` for all attempts together. */
  elapsedMs: number;
  timeoutMs: number;
  /** The server's `Retry-After` as a wait from now; null without one. See `parseRetryAfter`. */
  retryAfterMs: number | null;
  /** A number from 0 up to, but not including, 1. */
  random: () => number;
}

/** Take the result as it is, or wait `waitMs` and try again because of `reason`. */
export type NextAttempt = { kind: 'settle' } | { kind: 'wait'; waitMs: number; reason: string };

/** Longest wait before the second attempt; it doubles with each further one, up to the cap. */
export const RETRY_WAIT_BASE_MS = 200;
export const RETRY_WAIT_CAP_MS = 5_000;

/** Statuses that may pass: timeouts, too many requests, and trouble of the server or of one on the way. */
const RETRIED_STATUSES: ReadonlySet<number> = new Set([408, 425, 429, 500, 502, 503, 504]);

/** Methods of which a second call does no more than the first. Source: RFC 9110, section 9.2.2. */
const IDEMPOTENT_METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS', 'PUT', 'DELETE']);

const SETTLE: NextAttempt = { kind: 'settle' };

/**
 * Decides whether a call is tried again, and after how long.
 *
 * - A failed connection before anything was sent: for every method. After that, and for the statuses above: for idempotent
 *   methods, or every one if the designer vouches for it.
 * - The wait is random between 0 and 200 ms, doubled per attempt up to 5 s ("full jitter"), so that many conversations
 *   hit by the same outage don't return in step. `Retry-After` is honoured as a minimum.
 * - A wait that would use up the call's time settles it instead: the last answer says more than a timeout.
 */
export function nextAttempt(facts: AttemptFacts): NextAttempt {
  const { attemptNumber, rule, result } = facts;
  if (attemptNumber > rule.retryCountMax) return SETTLE;
  const reason = findReason(facts);
  if (reason === null) return SETTLE;
  const ceilingMs = Math.min(RETRY_WAIT_CAP_MS, RETRY_WAIT_BASE_MS * 2 ** (attemptNumber - 1));
  const retryAfterMs = result.kind === 'response' ? (facts.retryAfterMs ?? 0) : 0;
  const waitMs = Math.max(Math.round(facts.random() * ceilingMs), retryAfterMs);
  return facts.elapsedMs + waitMs < facts.timeoutMs ? { kind: 'wait', waitMs, reason } : SETTLE;
}

/**
 * Reads a `Retry-After` value, seconds or a date, as milliseconds from `nowMs`; never negative. Null when it is neither.
 * Source: RFC 9110, section 10.2.3.
 */
export function parseRetryAfter(value: string | null, nowMs: number): number | null {
  const text = value?.trim() ?? '';
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1_000;
  // A date begins with its weekday; without this, `Date.parse` would accept far more than HTTP dates.
  if (!/^(mon|tue|wed|thu|fri|sat|sun)/i.test(text)) return null;
  const atMs = Date.parse(text);
  return Number.isNaN(atMs) ? null : Math.max(0, Math.ceil(atMs - nowMs));
}

/** Whether a call may be sent again although the server may have had it. */
export function mayRepeat(rule: RetryRule, method: string): boolean {
  return rule.scope === 'every-method' || IDEMPOTENT_METHODS.has(method);
}

function findReason({ rule, method, result }: AttemptFacts): string | null {
  if (result.kind === 'response') {
    return mayRepeat(rule, method) && RETRIED_STATUSES.has(result.status) ? `The server answered with status ${result.status}.` : null;
  }
  if (result.kind === 'connection-failed') return mayRepeat(rule, method) || !result.sent ? result.reason : null;
  return null;
}
