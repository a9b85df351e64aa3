import type { Logger } from 'pino';
import type { Clock } from '@/lib/platform/clock';
import type { Database } from '@/lib/platform/db/open-database';
import { everyFileStore } from './stored-file.store';

/** Deletes files that were uploaded and never sent. */
export interface FileSweeper {
  start(): void;
  /** Looks once; happens by itself, too. */
  sweep(): Promise<void>;
  stop(): void;
}

interface FileSweeperDeps {
  db: Database;
  databaseUrl: string;
  clock: Pick<Clock, 'nowMs'>;
  log: Logger;
}

const UNSENT_LIFE_MS = 24 * 60 * 60_000;
const SWEEP_EVERY_MS = 60 * 60_000;

/** Makes the sweeper of this process; several processes do one another no harm. */
export function createFileSweeper({ db, databaseUrl, clock, log }: FileSweeperDeps): FileSweeper {
  const files = everyFileStore(db, databaseUrl);
  let timer: NodeJS.Timeout | null = null;
  const sweep = async () => {
    const count = await files.deleteUnsent(clock.nowMs() - UNSENT_LIFE_MS);
    if (count > 0) log.info({ count }, 'files that were never sent are deleted');
  };
  const sweepQuietly = () => void sweep().catch((error: unknown) => log.error({ err: error }, 'files that were never sent could not be deleted'));
  return {
    sweep,
    start() {
      sweepQuietly();
      timer = setInterval(sweepQuietly, SWEEP_EVERY_MS).unref();
    },
    stop() {
      if (timer) clearInterval(timer);
    },
  };
}
