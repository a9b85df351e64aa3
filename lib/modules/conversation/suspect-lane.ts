import type { Clock } from '@/lib/platform/clock';

/** How long one turn keeps the others waiting; one that only waits for an API must not hold them up for long. */
const ALONE_MS = 1_000;

/** Lets turns that may end the process come one after the other, so that a crash tells which one it was. */
export type SuspectLane = <T>(work: () => Promise<T>) => Promise<T>;

/** Makes the lane of one process. */
export function createSuspectLane(clock: Pick<Clock, 'sleep'>): SuspectLane {
  let free: Promise<unknown> = Promise.resolve();
  return (work) => {
    const done = free.then(work);
    free = Promise.race([done.catch(() => undefined), free.then(() => clock.sleep(ALONE_MS))]);
    return done;
  };
}
