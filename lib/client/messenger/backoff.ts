const FIRST_MS = 500;
const MOST_MS = 30_000;

/**
 * How long to wait before the next try: doubling up to 30 s, a random part of it left out, so that thousands of messengers
 * don't come back in one moment after a restart.
 * @param tryCount tries that have failed, from 0
 * @param random from 0 to 1
 */
export function toBackoffMs(tryCount: number, random: number): number {
  const longestMs = Math.min(MOST_MS, FIRST_MS * 2 ** Math.min(tryCount, 10));
  return Math.round(longestMs * (0.5 + random / 2));
}
