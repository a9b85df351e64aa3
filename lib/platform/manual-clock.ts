import type { Clock } from '@/lib/platform/clock';

interface Sleeper {
  dueMs: number;
  wake: () => void;
}

/** A clock that stands still until it is moved. For tests. */
export interface ManualClock extends Clock {
  /** Moves time on by `ms`, waking sleepers in the order in which they are due; each may fall asleep again on the way. */
  advance(ms: number): Promise<void>;
  /** Resolves with the length of the sleep in milliseconds as soon as somebody sleeps; the earliest due one if several do. */
  whenAsleep(): Promise<number>;
}

/** Makes a clock that shows `startMs` until it is moved. */
export function createManualClock(startMs = 0): ManualClock {
  let currentMs = startMs;
  let sleepers: Sleeper[] = [];
  const watchers: (() => void)[] = [];

  const earliest = () =>
    sleepers.reduce<Sleeper | null>((first, each) => (first === null || each.dueMs < first.dueMs ? each : first), null);

  return {
    nowMs: () => currentMs,
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(signal.reason);
        const remove = () => {
          sleepers = sleepers.filter((other) => other !== sleeper);
          signal?.removeEventListener('abort', stop);
        };
        const sleeper: Sleeper = {
          dueMs: currentMs + ms,
          wake: () => {
            remove();
            resolve();
          },
        };
        const stop = () => {
          remove();
          reject(signal?.reason);
        };
        signal?.addEventListener('abort', stop, { once: true });
        sleepers.push(sleeper);
        for (const watcher of watchers.splice(0)) watcher();
      }),
    async advance(ms) {
      const targetMs = currentMs + ms;
      for (let next = earliest(); next !== null && next.dueMs <= targetMs; next = earliest()) {
        currentMs = Math.max(currentMs, next.dueMs);
        next.wake();
        await pendingPromises();
      }
      currentMs = targetMs;
      await pendingPromises();
    },
    async whenAsleep() {
      if (sleepers.length === 0) await new Promise<void>((resolve) => watchers.push(resolve));
      return (earliest()?.dueMs ?? currentMs) - currentMs;
    },
  };
}

/** Lets everything that is ready to go on do so. */
function pendingPromises(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
