import { Fault } from '@/lib/engine/fault';
import type { Clock } from '@/lib/platform/clock';

/** How many posts each bot takes, in this process. */
export interface PostRate {
  /** @throws Fault `web-view/too-many-posts` with the time to wait */
  take(botId: string, postsPerMinute: number): void;
}

const MINUTE_MS = 60_000;

/** A bucket for each bot that holds a minute's posts and fills up steadily. */
export function createPostRate(clock: Pick<Clock, 'nowMs'>): PostRate {
  const bucketByBot = new Map<string, { left: number; atMs: number }>();
  return {
    take(botId, postsPerMinute) {
      const nowMs = clock.nowMs();
      const before = bucketByBot.get(botId) ?? { left: postsPerMinute, atMs: nowMs };
      const left = Math.min(postsPerMinute, before.left + ((nowMs - before.atMs) * postsPerMinute) / MINUTE_MS);
      bucketByBot.set(botId, { left: left < 1 ? left : left - 1, atMs: nowMs });
      if (left >= 1) return;
      const retryAfterS = Math.max(1, Math.ceil(((1 - left) * MINUTE_MS) / postsPerMinute / 1_000));
      throw new Fault('limited', 'web-view/too-many-posts', `This bot takes ${postsPerMinute === 1 ? 'one post' : `${postsPerMinute.toLocaleString('en')} posts`} a minute. Wait ${retryAfterS} s, then send it again.`, { retryAfterS });
    },
  };
}
