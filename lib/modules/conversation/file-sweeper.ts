import type { Logger } from 'pino';
import type { Clock } from '@/lib/platform/clock';
import type { Database } from '@/lib/platform/db/open-database';
import { createSweeper, type Sweeper } from '@/lib/platform/sweeper';
import { everyFileStore } from './stored-file.store';

interface FileSweeperDeps {
  db: Database;
  databaseUrl: string;
  clock: Pick<Clock, 'nowMs'>;
  log: Logger;
}

const UNSENT_LIFE_MS = 24 * 60 * 60_000;
const SWEEP_EVERY_MS = 60 * 60_000;

/** Deletes files that were uploaded and never sent. */
export function createFileSweeper({ db, databaseUrl, clock, log }: FileSweeperDeps): Sweeper {
  const files = everyFileStore(db, databaseUrl);
  return createSweeper({ log, what: 'files that were never sent', everyMs: SWEEP_EVERY_MS, deleteOld: () => files.deleteUnsent(clock.nowMs() - UNSENT_LIFE_MS) });
}
