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

/** A rate limit for what better-auth does not watch itself. */
export function createRateLimit({ clock, triesMax, windowMs, code }: RateLimitOptions): RateLimit {
  const triesByKey = new Map<string, number[]>();
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
    },
  };
}
