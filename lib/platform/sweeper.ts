import type { Logger } from 'pino';

/** Deletes from time to time what nobody needs any more. */
export interface Sweeper {
  /** Looks at once, and again after each interval. */
  start(): void;
  /** Looks once; happens by itself, too. */
  sweep(): Promise<void>;
  stop(): void;
}

export interface SweeperOptions {
  log: Logger;
  /** What is deleted, for the log: `files that were never sent`. */
  what: string;
  everyMs: number;
  /** Deletes. @returns how many */
  deleteOld(): Promise<number>;
}

/** Makes a sweeper of this process; several processes do one another no harm. A look that fails is logged, and the next one tries again. */
export function createSweeper({ log, what, everyMs, deleteOld }: SweeperOptions): Sweeper {
  let timer: NodeJS.Timeout | null = null;
  const sweep = async () => {
    const count = await deleteOld();
    if (count > 0) log.info({ count }, `${what} are deleted`);
  };
  const sweepQuietly = () => void sweep().catch((error: unknown) => log.error({ err: error }, `${what} could not be deleted`));
  return {
    sweep,
    start() {
      sweepQuietly();
      timer = setInterval(sweepQuietly, everyMs).unref();
    },
    stop() {
      if (timer) clearInterval(timer);
    },
  };
}
