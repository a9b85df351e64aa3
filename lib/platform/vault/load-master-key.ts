import { Fault } from '@/lib/engine/fault';
import type { KeyRing } from '@/lib/platform/vault/create-vault';
import { createKeyFile, KEY_FILE, listOldKeyFiles, NEXT_KEY_FILE, readKeyFile } from '@/lib/platform/vault/key-file';
import { generateMasterKey, parseMasterKey, type MasterKey } from '@/lib/platform/vault/master-key';

/** The keys to start with. `warnings` are for the log: a key file that others could read. */
export interface LoadedKeyRing extends KeyRing {
  source: 'environment' | 'file' | 'new-file';
  warnings: string[];
}

/**
 * The master key from `envValue` (MASTER_KEY) or else from `master.key` in the data folder, which is made at the first start.
 * Keys of an unfinished rotation (`master.key.next`) and of earlier ones (`master.key.old-…`) come along for opening only:
 * whatever moment a rotation was cut off at, everything still opens.
 * Faults: `vault/invalid-key`; errors of the file system as they are.
 */
export function loadMasterKey(dataDir: string, envValue: string | null): LoadedKeyRing {
  const warnings: string[] = [];
  const read = (name: string): MasterKey | null => {
    const content = readKeyFile(dataDir, name);
    if (content?.warning) warnings.push(content.warning);
    return content?.key ?? null;
  };

  const fromEnv = envValue ? parseMasterKey(envValue, 'MASTER_KEY') : null;
  let fromFile = read(KEY_FILE);
  let source: LoadedKeyRing['source'] = fromEnv ? 'environment' : 'file';
  if (!fromEnv && !fromFile) {
    if (createKeyFile(dataDir, KEY_FILE, generateMasterKey())) source = 'new-file';
    fromFile = read(KEY_FILE);
  }
  const current = fromEnv ?? fromFile;
  if (current === null) throw new Fault('broken', 'vault/invalid-key', `The key file in ${dataDir} vanished while it was read. Start again.`);

  const others = [fromFile, read(NEXT_KEY_FILE), ...listOldKeyFiles(dataDir).map(read)];
  const keyById = new Map([current, ...others].flatMap((key) => (key ? [[key.id, key] as const] : [])));
  return { keys: [...keyById.values()], currentKeyId: current.id, source, warnings };
}
