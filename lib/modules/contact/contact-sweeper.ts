import type { Logger } from 'pino';
import type { Clock } from '@/lib/platform/clock';
import type { Database } from '@/lib/platform/db/open-database';
import { createSweeper, type Sweeper } from '@/lib/platform/sweeper';
import { everyContactStore } from './every-contact.store';

interface ContactSweeperDeps {
  db: Database;
  clock: Pick<Clock, 'nowMs'>;
  log: Logger;
}

/** Everybody who sees a page with a messenger becomes a contact; most never say anything. They are kept for so long after their last visit. */
const SILENT_LIFE_MS = 30 * 24 * 60 * 60_000;
const SWEEP_EVERY_MS = 6 * 60 * 60_000;

/** Deletes contacts without any conversation who have not been seen for 30 days. Whoever comes back is somebody new. */
export function createContactSweeper({ db, clock, log }: ContactSweeperDeps): Sweeper {
  const contacts = everyContactStore(db);
  return createSweeper({ log, what: 'contacts who never spoke', everyMs: SWEEP_EVERY_MS, deleteOld: () => contacts.deleteSilent(clock.nowMs() - SILENT_LIFE_MS) });
}
