import { Fault } from '@/lib/engine/fault';
import type { Clock } from '@/lib/platform/clock';

/** Counts tries per key in a sliding window of this process. */
export interface RateLimit {
  /** @throws Fault `limited` with the given code once a key has used up its tries */
  take(key: string): void;
}

interface RateLimitOptions {
  clock: Clock;
  triesMax: number;
  windowMs: number;
  code: string;
}

/** Keys remembered before those are looked for that nobody uses any more. */
const KEY_COUNT = 10_000;

/** A rate limit for what better-auth does not watch itself. */
export function createRateLimit({ clock, triesMax, windowMs, code }: RateLimitOptions): RateLimit {
  const triesByKey = new Map<string, number[]>();
  let keyCountMax = KEY_COUNT;

  /** Drops keys without a try in the window; the next time is when there are twice as many as are in use. */
  function sweep(nowMs: number): void {
    for (const [key, tries] of triesByKey) if ((tries.at(-1) ?? 0) <= nowMs - windowMs) triesByKey.delete(key);
    keyCountMax = Math.max(KEY_COUNT, triesByKey.size * 2);
  }

  return {
    take(key) {
      const nowMs = clock.nowMs();
      const tries = (triesByKey.get(key) ?? []).filter((atMs) => atMs > nowMs - windowMs);
      const [oldestMs] = tries;
      if (oldestMs !== undefined && tries.length >= triesMax) {
        const retryAfterS = Math.ceil((oldestMs + windowMs - nowMs) / 1000);
        throw new Fault('limited', code, `Too many tries. Wait ${retryAfterS} s, then try again.`, { retryAfterS });
      }
      triesByKey.set(key, [...tries, nowMs]);
      if (triesByKey.size > keyCountMax) sweep(nowMs);
    },
  };
}
