import { describe, expect, it } from 'vitest';
import { readExpiry, toRenewalDelayMs } from './renewal';

const jwtOf = (claims: unknown) => `e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.signature`;

describe('when a JWT expires', () => {
  it.each([
    [jwtOf({ sub: 'ä?>~ÿ', exp: 1_700_000_000 }), 1_700_000_000_000],
    [jwtOf({ sub: 'ada' }), null],
    [jwtOf({ exp: 'tomorrow' }), null],
    [jwtOf(null), null],
    ['no.jwt!.here', null],
    ['', null],
  ])('%s: %s', (jwt, expected) => {
    expect(readExpiry(jwt)).toBe(expected);
  });
});

describe('the wait before a new JWT is fetched', () => {
  it.each([
    ['an hour left: a minute before', 3_600_000, 3_540_000],
    ['a short life: half of it', 60_000, 30_000],
    ['expired already: not at once, again and again', -10_000, 5_000],
    ['longer than timers count', 1e12, 2_147_483_647],
  ])('%s', (_, leftMs, expected) => {
    expect(toRenewalDelayMs({ expiresAtMs: 1_000_000 + leftMs, nowMs: 1_000_000 })).toBe(expected);
  });
});
