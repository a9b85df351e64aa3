import type { Logger } from 'pino';
import type { Clock } from '@/lib/platform/clock';
import type { Database } from '@/lib/platform/db/open-database';
import { insertRuns, RUNS_KEPT_MAX, toPlaceKey, type RunToStore } from './run-record.store';

/** Keeps runs without making them wait for the disk. */
export interface RunRecorder {
  /** Takes a run over; it is written soon. */
  add(run: RunToStore): void;
  /** Resolves when everything added so far is written. */
  flush(): Promise<void>;
}

/** Shortest time between two writes: one costs more than what it tells of. */
const GATHER_MS = 1_000;

/**
 * Writes a single run at once, and many in groups: one transaction a second, less those runs that would be dropped at once because
 * newer ones of the same integration came with them. A run's answer does not wait for it, because the history is for looking back;
 * what a conversation must not lose is stored with its turn.
 */
export function createRunRecorder(deps: { db: Database; log: Logger; clock: Clock }): RunRecorder {
  let waiting = new Map<string, RunToStore[]>();
  let timer: NodeJS.Timeout | null = null;
  let writtenAtMs = Number.NEGATIVE_INFINITY;
  let writing: Promise<void> = Promise.resolve();

  function writeWaiting(): Promise<void> {
    if (timer) clearTimeout(timer);
    timer = null;
    const group = [...waiting.values()].flat();
    waiting = new Map();
    if (group.length > 0) {
      writtenAtMs = deps.clock.nowMs();
      writing = writing.then(() =>
        insertRuns(deps.db, group).catch((error: unknown) => deps.log.error({ err: error, runCount: group.length }, 'runs could not be kept')),
      );
    }
    return writing;
  }

  return {
    add(run) {
      const place = toPlaceKey({ workspaceId: run.workspaceId, botId: run.botId, integrationId: run.record.integrationId });
      const runs = waiting.get(place) ?? [];
      runs.push(run);
      if (runs.length > RUNS_KEPT_MAX) runs.shift();
      waiting.set(place, runs);
      // The next group starts when the last one is written, so that a slow disk makes larger groups, not a longer queue.
      timer ??= setTimeout(() => void writing.then(writeWaiting), Math.max(0, writtenAtMs + GATHER_MS - deps.clock.nowMs()));
    },
    flush: writeWaiting,
  };
}
