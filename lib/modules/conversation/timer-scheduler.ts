import { activeConversationStore, type StoredTimer } from './active-conversation.store';
import type { RuntimeDeps } from './runtime-deps';

/** Wakes conversations when their timers go off. */
export interface TimerScheduler {
  start(): void;
  /** A timer was set for this time. */
  expect(atMs: number): void;
  stop(): void;
}

/** Longest time without a look: another process may have set timers and be gone. */
const LOOK_INTERVAL_MS = 10_000;
const LOOK_COUNT_MAX = 200;
/** Rest after a look that failed, or that found more than it could take. */
const SOON_MS = 500;

/**
 * One sleep until the next timer. Several processes may wake at once for the same one: taking the turn deletes the timer, and
 * the others find it gone.
 * @param fire takes the timer's turn; a timer whose turn failed goes off again at a later look
 */
export function createTimerScheduler(deps: Pick<RuntimeDeps, 'db' | 'clock' | 'log'>, fire: (timer: StoredTimer) => Promise<void>): TimerScheduler {
  const store = activeConversationStore(deps.db);
  const firing = new Set<string>();
  let isRunning = false;
  let wakeAtMs = Number.POSITIVE_INFINITY;
  let sleeping: AbortController | null = null;

  async function run(): Promise<void> {
    while (isRunning) {
      wakeAtMs = Number.POSITIVE_INFINITY;
      const untilMs = await look().catch((error: unknown) => {
        deps.log.error({ err: error }, 'timers could not be read');
        return deps.clock.nowMs() + SOON_MS;
      });
      await sleepUntil(untilMs);
    }
  }

  /** Fires what is due and gives the time of the next look. */
  async function look(): Promise<number> {
    const timers = await store.listTimers(LOOK_COUNT_MAX);
    const nowMs = deps.clock.nowMs();
    const due = timers.filter(({ fireAtMs }) => fireAtMs <= nowMs);
    for (const timer of due) void fireOnce(timer);
    if (due.length === LOOK_COUNT_MAX) return nowMs + SOON_MS;
    return Math.min(timers[due.length]?.fireAtMs ?? Number.POSITIVE_INFINITY, nowMs + LOOK_INTERVAL_MS);
  }

  async function fireOnce(timer: StoredTimer): Promise<void> {
    const key = `${timer.conversationId} ${timer.timerId}`;
    if (firing.has(key)) return;
    firing.add(key);
    await fire(timer).catch((error: unknown) => deps.log.error({ err: error, conversationId: timer.conversationId }, 'a timer could not go off'));
    firing.delete(key);
  }

  async function sleepUntil(atMs: number): Promise<void> {
    if (!isRunning) return;
    wakeAtMs = Math.min(wakeAtMs, atMs);
    sleeping = new AbortController();
    await deps.clock.sleep(Math.max(0, wakeAtMs - deps.clock.nowMs()), sleeping.signal).catch(() => undefined);
    sleeping = null;
  }

  return {
    start() {
      isRunning = true;
      void run();
    },
    expect(atMs) {
      if (atMs >= wakeAtMs) return;
      wakeAtMs = atMs;
      sleeping?.abort();
    },
    stop() {
      isRunning = false;
      sleeping?.abort();
    },
  };
}
