import { spawn, spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { makeSocketFolder } from './socket-folder';

let parent: string;
beforeEach(async () => {
  parent = await mkdtemp(path.join(tmpdir(), 'folders-'));
});
afterEach(() => rm(parent, { recursive: true }));

/** The number of a process that has ended. */
const findDeadPid = () => spawnSync(process.execPath, ['-e', '']).pid;

/** Listens on the socket in a process of its own and is killed, so that the file stays. */
async function listenAndDie(socketPath: string): Promise<number> {
  const child = spawn(process.execPath, ['-e', `require('node:net').createServer().listen(process.argv[1], () => console.log('listening'))`, socketPath]);
  await new Promise((resolve) => child.stdout.once('data', resolve));
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await gone;
  return child.pid ?? 0;
}

it('nobody else may enter the folder', async () => {
  expect((await stat(await makeSocketFolder(parent))).mode & 0o077).toBe(0);
});

it('what a killed process left behind is removed at the next start', async () => {
  const left = path.join(parent, `parley-pages-${findDeadPid()}-abc`);
  await mkdir(left);
  await listenAndDie(path.join(left, '1.sock'));
  expect(await readdir(left)).toEqual(['1.sock']);
  const own = await makeSocketFolder(parent);
  expect(await readdir(parent)).toEqual([path.basename(own)]);
});

it('what a living process uses stays, and what others made', async () => {
  const names = [`parley-pages-${process.pid}-abc`, 'parley-pages-old', `something-${findDeadPid()}-else`];
  for (const name of names) await mkdir(path.join(parent, name));
  const own = await makeSocketFolder(parent);
  expect((await readdir(parent)).sort()).toEqual([...names, path.basename(own)].sort());
});

it('a socket that is listened to stays, though its process has no number here', async () => {
  const used = path.join(parent, `parley-pages-${findDeadPid()}-abc`);
  await mkdir(used);
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(path.join(used, '1.sock'), resolve));
  await makeSocketFolder(parent);
  expect(await readdir(used)).toEqual(['1.sock']);
  await new Promise((resolve) => server.close(resolve));
});
