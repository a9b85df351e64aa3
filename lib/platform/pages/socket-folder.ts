import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

const PREFIX = 'parley-pages-';

/**
 * Makes the folder of the pages' socket, which nobody else on the machine may enter, and removes those of processes that were killed
 * before they could do it themselves.
 */
export async function makeSocketFolder(parent = tmpdir()): Promise<string> {
  await removeStale(parent);
  // Its name tells whose it is.
  return mkdtemp(path.join(parent, `${PREFIX}${process.pid}-`));
}

/** What can't be removed, because it is somebody else's, say, stays. */
async function removeStale(parent: string): Promise<void> {
  const names = await readdir(parent).catch(() => []);
  for (const name of names) {
    const pid = new RegExp(`^${PREFIX}(\\d+)-`).exec(name)?.[1];
    if (pid === undefined || isAlive(Number(pid))) continue;
    const folder = path.join(parent, name);
    if (!(await isListenedTo(folder))) await rm(folder, { recursive: true, force: true }).catch(() => undefined);
  }
}

function isAlive(pid: number): boolean {
  try {
    // Only asks.
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH');
  }
}

/** The process may be one of another container that shares the folder for temporary files: there it has a number of its own. */
async function isListenedTo(folder: string): Promise<boolean> {
  const names = await readdir(folder).catch(() => []);
  const answers = names.map(
    (name) =>
      new Promise<boolean>((resolve) => {
        const socket = connect(path.join(folder, name), () => finish(true)).on('error', () => finish(false));
        const finish = (isThere: boolean) => {
          socket.destroy();
          resolve(isThere);
        };
      }),
  );
  return (await Promise.all(answers)).includes(true);
}
