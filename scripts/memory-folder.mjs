import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, rmSync, statfsSync } from 'node:fs';
import path from 'node:path';

/** Where Linux keeps files in memory. */
const MEMORY_PLACE = '/dev/shm';
/** The tests take up a few hundred megabytes there; containers often give it 64. */
const FREE_BYTES_MIN = 2 * 1024 ** 3;

/**
 * A folder in memory for the tests' temporary files, emptied; null where there is none with room enough. Databases wait for the disk at each
 * write, which is most of what many tests do. For a process that is killed, nothing differs: what it had written stays.
 */
export function makeMemoryFolder() {
  if (!existsSync(MEMORY_PLACE)) return null;
  const { bavail, bsize } = statfsSync(MEMORY_PLACE);
  if (bavail * bsize < FREE_BYTES_MIN) return null;
  // One for each checkout, so that what a run left that was broken off is cleared away by the next.
  const folder = path.join(MEMORY_PLACE, `parley-tests-${createHash('sha256').update(process.cwd()).digest('hex').slice(0, 12)}`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  return folder;
}
