import { openDeps, type OpenDeps } from '@/lib/http/open-deps';
import { readEnv } from '@/lib/platform/env';

const shared = globalThis as typeof globalThis & { parleyDeps?: Promise<OpenDeps> };

/** The process's dependencies, opened at first use; our server and Next's bundle share them through globalThis. */
export function getSharedDeps(): Promise<OpenDeps> {
  // A failed opening is tried again by whoever asks next: the database may be back by then.
  shared.parleyDeps ??= openDeps(readEnv()).catch((error: unknown) => {
    delete shared.parleyDeps;
    throw error;
  });
  return shared.parleyDeps;
}
