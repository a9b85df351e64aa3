import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { exportMasterKey, parseMasterKey, type MasterKey } from '@/lib/platform/vault/master-key';

/** The names of key files in the data folder. Each holds one key as base64 and is readable by its owner only. */
export const KEY_FILE = 'master.key';
/** Where a rotation puts the new key until everything is wrapped with it. */
export const NEXT_KEY_FILE = 'master.key.next';

/** Where a rotation leaves the key that it replaced: backups made before it still need that key. */
export function toOldKeyFile(keyId: string): string {
  return `${KEY_FILE}.old-${keyId}`;
}

/** A key read from a file; `warning` says that others could read the file and that this was put right, or couldn't be. */
export interface KeyFileContent {
  key: MasterKey;
  warning: string | null;
}

/** Reads a key file and takes other users' access away. Null when there is none; fault `vault/invalid-key` when it holds no key. */
export function readKeyFile(dataDir: string, name: string): KeyFileContent | null {
  const file = path.join(dataDir, name);
  let text: string;
  try {
    text = fs.readFileSync(file, 'utf8');
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return null;
    throw error;
  }
  return { key: parseMasterKey(text, file), warning: closeToOthers(file) };
}

/**
 * Writes a key file so that it is there whole and on disk, or not at all. Never overwrites:
 * false when the file was already there, whoever made it.
 */
export function createKeyFile(dataDir: string, name: string, key: MasterKey): boolean {
  fs.mkdirSync(dataDir, { recursive: true });
  const file = path.join(dataDir, name);
  const draft = `${file}.tmp-${randomBytes(6).toString('hex')}`;
  writeToDisk(draft, `${exportMasterKey(key)}\n`);
  try {
    // A link, unlike a rename, fails when the name is taken: two processes starting at once agree on one key.
    fs.linkSync(draft, file);
    return true;
  } catch (error) {
    if (isSystemError(error, 'EEXIST')) return false;
    throw error;
  } finally {
    fs.unlinkSync(draft);
    syncFolder(dataDir);
  }
}

/** Makes `master.key.next` the key file in one step, keeping the old key beside it. Can be repeated after a crash. */
export function promoteNextKeyFile(dataDir: string, oldKeyId: string): void {
  const current = path.join(dataDir, KEY_FILE);
  try {
    fs.linkSync(current, path.join(dataDir, toOldKeyFile(oldKeyId)));
  } catch (error) {
    if (!isSystemError(error, 'EEXIST')) throw error;
  }
  fs.renameSync(path.join(dataDir, NEXT_KEY_FILE), current);
  syncFolder(dataDir);
}

/** Names of the files that hold keys replaced by earlier rotations. */
export function listOldKeyFiles(dataDir: string): string[] {
  if (!fs.existsSync(dataDir)) return [];
  return fs
    .readdirSync(dataDir)
    .filter((name) => /^master\.key\.old-[0-9a-f]{16}$/.test(name))
    .sort();
}

function writeToDisk(file: string, text: string): void {
  const descriptor = fs.openSync(file, 'wx', 0o600);
  try {
    fs.writeSync(descriptor, text);
    fs.fsyncSync(descriptor);
  } finally {
    fs.closeSync(descriptor);
  }
}

/** Puts new and changed names in the folder on disk; Windows has no such call and needs none. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const descriptor = fs.openSync(folder, 'r');
  try {
    fs.fsyncSync(descriptor);
  } finally {
    fs.closeSync(descriptor);
  }
}

function closeToOthers(file: string): string | null {
  if (process.platform === 'win32' || !isOpenToOthers(file)) return null;
  try {
    fs.chmodSync(file, 0o600);
  } catch {
    // Told below: the mode is looked at again.
  }
  return isOpenToOthers(file)
    ? `Other users of this machine can read ${file}, and its mode can't be changed. Move the data folder to a place with file permissions, or give the key as MASTER_KEY.`
    : `Other users of this machine could read ${file}. Its mode is now 0600; if somebody may have read it, run “npm run secrets:rotate”.`;
}

function isOpenToOthers(file: string): boolean {
  return (fs.statSync(file).mode & 0o077) !== 0;
}

function isSystemError(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
