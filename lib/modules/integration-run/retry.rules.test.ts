import { describe, expect, it } from 'vitest';
import { nextAttempt, parseRetryAfter, type AttemptEnding, type AttemptFacts } from '@/lib/modules/integration-run/retry.rules';

const UNAVAILABLE: AttemptEnding = { kind: 'response', status: 503 };
const REFUSED: AttemptEnding = { kind: 'connection-failed', reason: 'Nothing listens.', sent: false };
const HUNG_UP: AttemptEnding = { kind: 'connection-failed', reason: 'Hung up.', sent: true };

function decide(facts: Partial<AttemptFacts>) {
  return nextAttempt({
    attemptNumber: 1,
    rule: { retryCountMax: 3, scope: 'idempotent' },
    method: 'GET',
    result: UNAVAILABLE,
    elapsedMs: 0,
    timeoutMs: 20_000,
    retryAfterMs: null,
    random: () => 0.5,
    ...facts,
  });
}

describe('what is tried again', () => {
  it.each([408, 425, 429, 500, 502, 503, 504])('status %i is', (status) => {
    expect(decide({ result: { kind: 'response', status } })).toMatchObject({ kind: 'wait', reason: expect.stringContaining(`${status}`) });
  });

  it.each([200, 204, 301, 304, 400, 401, 403, 404, 409, 422, 501, 505])('status %i is not', (status) => {
    expect(decide({ result: { kind: 'response', status } })).toEqual({ kind: 'settle' });
  });

  it.each(['timeout', 'blocked-address', 'too-many-redirects', 'response-too-large', 'invalid-request', 'cancelled'] as const)('%s is not', (kind) => {
    expect(decide({ result: { kind }, rule: { retryCountMax: 5, scope: 'every-method' } })).toEqual({ kind: 'settle' });
  });

  it.each([
    ['GET', UNAVAILABLE, 'wait'],
    ['HEAD', UNAVAILABLE, 'wait'],
    ['OPTIONS', UNAVAILABLE, 'wait'],
    ['PUT', HUNG_UP, 'wait'],
    ['DELETE', HUNG_UP, 'wait'],
    ['POST', UNAVAILABLE, 'settle'],
    ['PATCH', UNAVAILABLE, 'settle'],
    ['POST', HUNG_UP, 'settle'],
    ['POST', REFUSED, 'wait'],
    ['PATCH', REFUSED, 'wait'],
  ])('%s after %j: %s', (method, result, kind) => {
    expect(decide({ method, result }).kind).toBe(kind);
  });

  it.each([UNAVAILABLE, HUNG_UP, REFUSED])('a POST that the designer vouches for is tried again after %j', (result) => {
    expect(decide({ method: 'POST', result, rule: { retryCountMax: 3, scope: 'every-method' } }).kind).toBe('wait');
  });

  it('no more often than the rule allows', () => {
    const kinds = [1, 2, 3, 4].map((attemptNumber) => decide({ attemptNumber }).kind);
    expect(kinds).toEqual(['wait', 'wait', 'wait', 'settle']);
    expect(decide({ rule: { retryCountMax: 0, scope: 'every-method' } }).kind).toBe('settle');
  });
});

describe('how long to wait', () => {
  it('doubles its ceiling up to 5 s, and takes a random part of it', () => {
    const rule = { retryCountMax: 10, scope: 'idempotent' as const };
    const waits = (random: number) =>
      Array.from({ length: 8 }, (_, index) => decide({ rule, attemptNumber: index + 1, random: () => random })).map((next) => next.kind === 'wait' && next.waitMs);
    expect(waits(0.5)).toEqual([100, 200, 400, 800, 1_600, 2_500, 2_500, 2_500]);
    expect(waits(0)).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
  });

  it('is at least what the server asks for', () => {
    expect(decide({ retryAfterMs: 3_000 })).toMatchObject({ waitMs: 3_000 });
    expect(decide({ retryAfterMs: 0 })).toMatchObject({ waitMs: 100 });
    expect(decide({ retryAfterMs: 3_000, result: REFUSED })).toMatchObject({ waitMs: 100 });
  });

  it('settles rather than wait beyond the time of the call', () => {
    expect(decide({ retryAfterMs: 19_999, elapsedMs: 0 }).kind).toBe('wait');
    expect(decide({ retryAfterMs: 20_000, elapsedMs: 0 }).kind).toBe('settle');
    expect(decide({ elapsedMs: 19_950 }).kind).toBe('settle');
  });
});

describe('Retry-After', () => {
  const nowMs = Date.parse('2026-01-02T03:04:05Z');
  it.each([
    ['0', 0],
    [' 120 ', 120_000],
    ['Fri, 02 Jan 2026 03:04:35 GMT', 30_000],
    ['Friday, 02-Jan-26 03:04:35 GMT', 30_000],
    ['Thu, 01 Jan 2026 00:00:00 GMT', 0],
    ['-1', null],
    ['1.5', null],
    ['soon', null],
    ['2027', 2_027_000],
    ['Mon, nonsense', null],
    ['', null],
    [null, null],
  ])('%j is %s', (value, waitMs) => {
    expect(parseRetryAfter(value, nowMs)).toBe(waitMs);
  });
});
