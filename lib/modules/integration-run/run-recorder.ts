import type { Logger } from 'pino';
import type { Database } from '@/lib/platform/db/open-database';
import { insertRuns, type RunToStore } from './run-record.store';

/** Keeps runs without making them wait for the disk. */
export interface RunRecorder {
  /** Takes a run over; it is written soon. */
  add(run: RunToStore): void;
  /** Resolves when everything added so far is written. */
  flush(): Promise<void>;
}

/** How long a run waits for others to be written with it. */
const GATHER_MS = 20;

/** More than this many waiting runs are written at once, and the oldest of them are given up when the database can't keep up. */
const WAITING_MAX = 2_000;

/**
 * Writes runs in groups: one transaction for all that came within a few milliseconds. A run's answer does not wait for it, because the
 * history is for looking back; what a conversation must not lose is stored with its turn.
 */
export function createRunRecorder(deps: { db: Database; log: Logger }): RunRecorder {
  let waiting: RunToStore[] = [];
  let timer: NodeJS.Timeout | null = null;
  let writing: Promise<void> = Promise.resolve();

  function writeWaiting(): Promise<void> {
    if (timer) clearTimeout(timer);
    timer = null;
    const group = waiting;
    waiting = [];
    if (group.length > 0) {
      writing = writing.then(() =>
        insertRuns(deps.db, group).catch((error: unknown) => deps.log.error({ err: error, runCount: group.length }, 'runs could not be kept')),
      );
    }
    return writing;
  }

  return {
    add(run) {
      waiting.push(run);
      if (waiting.length > WAITING_MAX) {
        waiting.shift();
        deps.log.warn('a run was not kept: the database does not keep up');
      }
      timer ??= setTimeout(() => void writeWaiting(), GATHER_MS);
    },
    flush: writeWaiting,
  };
}
