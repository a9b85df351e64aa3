import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createVault, type SecretOwner } from '@/lib/platform/vault/create-vault';
import { KEY_FILE, NEXT_KEY_FILE } from '@/lib/platform/vault/key-file';
import { loadMasterKey } from '@/lib/platform/vault/load-master-key';
import { exportMasterKey, generateMasterKey } from '@/lib/platform/vault/master-key';
import { rotateMasterKey } from '@/lib/platform/vault/rotate-master-key';

const owner: SecretOwner = { workspaceId: 'w1', kind: 'credential', id: 'c1' };
let dataDir: string;

beforeEach(() => {
  dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'parley-vault-'));
});
afterEach(() => fs.rmSync(dataDir, { recursive: true, force: true }));

const file = (name: string) => path.join(dataDir, name);
const mode = (name: string) => (fs.statSync(file(name)).mode & 0o777).toString(8);
const open = (sealed: string, envValue: string | null = null) => createVault(loadMasterKey(dataDir, envValue)).open(sealed, owner);
const seal = (envValue: string | null = null) => createVault(loadMasterKey(dataDir, envValue)).seal('s3cret', owner);

describe('loading the master key', () => {
  it('the first start makes a key file that only its owner can read', () => {
    const ring = loadMasterKey(path.join(dataDir, 'not-there-yet'), null);
    expect(ring.source).toBe('new-file');
    expect(mode('not-there-yet/master.key')).toBe('600');
    expect(fs.readdirSync(file('not-there-yet'))).toEqual([KEY_FILE]);
  });

  it('later starts use the same key and never write the file again', () => {
    const first = loadMasterKey(dataDir, null);
    const before = fs.statSync(file(KEY_FILE));
    const second = loadMasterKey(dataDir, null);
    expect(second).toMatchObject({ currentKeyId: first.currentKeyId, source: 'file', warnings: [] });
    expect(fs.statSync(file(KEY_FILE))).toMatchObject({ ino: before.ino, mtimeMs: before.mtimeMs });
  });

  it('MASTER_KEY goes before the file and no file is made for it', () => {
    const key = generateMasterKey();
    expect(loadMasterKey(dataDir, exportMasterKey(key))).toMatchObject({ currentKeyId: key.id, source: 'environment' });
    expect(fs.readdirSync(dataDir)).toEqual([]);
  });

  it('a key file that others can read is closed to them, and this is said', () => {
    loadMasterKey(dataDir, null);
    fs.chmodSync(file(KEY_FILE), 0o644);
    expect(loadMasterKey(dataDir, null).warnings).toEqual([expect.stringContaining('secrets:rotate')]);
    expect(mode(KEY_FILE)).toBe('600');
    expect(loadMasterKey(dataDir, null).warnings).toEqual([]);
  });

  it('a broken key file is refused, named and not replaced', () => {
    fs.writeFileSync(file(KEY_FILE), 'half a k', { mode: 0o600 });
    expect(() => loadMasterKey(dataDir, null)).toThrow(file(KEY_FILE));
    expect(fs.readFileSync(file(KEY_FILE), 'utf8')).toBe('half a k');
  });
});

describe('rotating the master key', () => {
  /** Stands in for the database: one envelope, replaced only when all went well. */
  const store = { sealed: '' };
  const rewrapAll: Parameters<typeof rotateMasterKey>[0]['rewrapAll'] = (vault) => {
    store.sealed = vault.rewrap(store.sealed, owner);
    return Promise.resolve(1);
  };
  const crash = () => Promise.reject(new Error('power cut'));
  const rotate = (input: Partial<Parameters<typeof rotateMasterKey>[0]> = {}) =>
    rotateMasterKey({ dataDir, envValue: null, newKeyValue: null, rewrapAll, ...input });

  it('puts everything under the new key file and keeps the old key beside it', async () => {
    store.sealed = seal();
    const result = await rotate();
    expect(result).toMatchObject({ secretCount: 1 });
    expect(fs.readdirSync(dataDir).sort()).toEqual([KEY_FILE, `${KEY_FILE}.old-${result.oldKeyId}`]);
    expect(loadMasterKey(dataDir, null).currentKeyId).toBe(result.newKeyId);
    fs.rmSync(file(`${KEY_FILE}.old-${result.oldKeyId}`));
    expect(open(store.sealed)).toBe('s3cret');
    expect(mode(KEY_FILE)).toBe('600');
  });

  it('cut off before the database was written: the old key goes on working and running it again finishes', async () => {
    store.sealed = seal();
    await expect(rotate({ rewrapAll: crash })).rejects.toThrow('power cut');
    expect(open(store.sealed)).toBe('s3cret');
    await rotate();
    expect(fs.existsSync(file(NEXT_KEY_FILE))).toBe(false);
    expect(open(store.sealed)).toBe('s3cret');
  });

  it('cut off between database and key file: everything opens at the next start and running it again finishes', async () => {
    store.sealed = seal();
    await expect(rotate({ rewrapAll: async (vault) => (await rewrapAll(vault), crash()) })).rejects.toThrow('power cut');
    expect(open(store.sealed)).toBe('s3cret');
    const sealedInBetween = seal();
    const { newKeyId } = await rotate();
    expect(store.sealed).toContain(newKeyId);
    expect(open(store.sealed)).toBe('s3cret');
    expect(open(sealedInBetween)).toBe('s3cret');
  });

  it('a process that sealed with the old key during a rotation loses nothing', async () => {
    const staleVault = createVault(loadMasterKey(dataDir, null));
    store.sealed = staleVault.seal('s3cret', owner);
    await rotate();
    expect(open(staleVault.seal('late', owner))).toBe('late');
  });

  it('with both keys in the environment nothing is written to disk', async () => {
    const [oldKey, newKey] = [generateMasterKey(), generateMasterKey()].map(exportMasterKey);
    store.sealed = seal(oldKey);
    await rotate({ envValue: oldKey, newKeyValue: newKey });
    expect(fs.readdirSync(dataDir)).toEqual([]);
    expect(open(store.sealed, newKey)).toBe('s3cret');
    expect(() => open(store.sealed, oldKey)).toThrow('is not known here');
  });

  it('with only the old key in the environment, the made key waits in a file and both start', async () => {
    const oldKey = exportMasterKey(generateMasterKey());
    store.sealed = seal(oldKey);
    const { newKeyId } = await rotate({ envValue: oldKey });
    expect(open(store.sealed, oldKey)).toBe('s3cret');
    const newKey = fs.readFileSync(file(NEXT_KEY_FILE), 'utf8');
    expect(loadMasterKey(dataDir, newKey)).toMatchObject({ currentKeyId: newKeyId });
    expect(open(store.sealed, newKey)).toBe('s3cret');
  });

  it('another new key during an unfinished rotation is refused', async () => {
    store.sealed = seal();
    await expect(rotate({ rewrapAll: crash })).rejects.toThrow('power cut');
    const newKeyValue = exportMasterKey(generateMasterKey());
    await expect(rotate({ newKeyValue })).rejects.toMatchObject({ code: 'vault/rotation-unfinished' });
  });

  it('the key in use is refused as the new one', async () => {
    const key = exportMasterKey(generateMasterKey());
    await expect(rotate({ envValue: key, newKeyValue: key })).rejects.toMatchObject({ code: 'vault/same-key' });
  });

  it('envelopes of a lost key stop the rotation and the key in use stays', async () => {
    const lost = generateMasterKey();
    store.sealed = createVault({ keys: [lost], currentKeyId: lost.id }).seal('s3cret', owner);
    const { currentKeyId } = loadMasterKey(dataDir, null);
    await expect(rotate()).rejects.toMatchObject({ code: 'vault/wrong-key' });
    expect(loadMasterKey(dataDir, null).currentKeyId).toBe(currentKeyId);
  });
});
