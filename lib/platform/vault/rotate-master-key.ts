import { Fault } from '@/lib/engine/fault';
import { createVault, type Vault } from '@/lib/platform/vault/create-vault';
import { createKeyFile, NEXT_KEY_FILE, promoteNextKeyFile, readKeyFile, toOldKeyFile } from '@/lib/platform/vault/key-file';
import { loadMasterKey } from '@/lib/platform/vault/load-master-key';
import { generateMasterKey, parseMasterKey, type MasterKey } from '@/lib/platform/vault/master-key';

interface RotationInput {
  dataDir: string;
  /** MASTER_KEY: the old key, when it is not in the key file. */
  envValue: string | null;
  /** NEW_MASTER_KEY; without it a key is made. */
  newKeyValue: string | null;
  /** Wraps every stored envelope anew with the vault's current key, all or nothing; answers how many there were. */
  rewrapAll: (vault: Vault) => Promise<number>;
}

/** How a rotation ended. `next` says what the operator still has to do, in sentences. */
export interface RotationResult {
  oldKeyId: string;
  newKeyId: string;
  secretCount: number;
  next: string[];
}

/**
 * Puts everything under a new master key. The order makes a crash at any moment harmless: the new key is on disk before
 * the first envelope uses it, and `loadMasterKey` reads both until the end; running it again finishes the work.
 * Faults: `vault/rotation-unfinished`, `vault/same-key`, and those of `loadMasterKey` and `Vault.rewrap`.
 */
export async function rotateMasterKey(input: RotationInput): Promise<RotationResult> {
  const { dataDir, envValue } = input;
  const ring = loadMasterKey(dataDir, envValue);
  const newKey = prepareNewKey(input, ring.currentKeyId);
  const oldKeyId = ring.currentKeyId;
  const vault = createVault({ keys: [...ring.keys, newKey], currentKeyId: newKey.id });

  const secretCount = await input.rewrapAll(vault);

  if (ring.source !== 'environment') {
    promoteNextKeyFile(dataDir, oldKeyId);
    return { oldKeyId, newKeyId: newKey.id, secretCount, next: [adviceOnOldKeyFile(dataDir, oldKeyId)] };
  }
  return { oldKeyId, newKeyId: newKey.id, secretCount, next: [adviceOnEnvironment(input)] };
}

/** The new key, on disk as `master.key.next` unless the operator keeps both keys in the environment. */
function prepareNewKey({ dataDir, envValue, newKeyValue }: RotationInput, oldKeyId: string): MasterKey {
  const given = newKeyValue ? parseMasterKey(newKeyValue, 'NEW_MASTER_KEY') : null;
  if (given?.id === oldKeyId) {
    throw new Fault('invalid', 'vault/same-key', 'NEW_MASTER_KEY is the key in use. Give another one, or none to have one made.');
  }
  if (given && envValue) return given;

  // A file that is already there comes from a rotation that was cut off: some envelopes may need exactly that key.
  createKeyFile(dataDir, NEXT_KEY_FILE, given ?? generateMasterKey());
  const next = readKeyFile(dataDir, NEXT_KEY_FILE)?.key;
  if (!next || (given && next.id !== given.id) || next.id === oldKeyId) {
    throw new Fault(
      'conflict',
      'vault/rotation-unfinished',
      `An earlier rotation left ${NEXT_KEY_FILE} in ${dataDir}. ` +
        (next?.id === oldKeyId
          ? 'It holds the key now in MASTER_KEY, so that rotation is done: delete the file and run this again.'
          : 'Run this without NEW_MASTER_KEY to finish that one first.'),
    );
  }
  return next;
}

function adviceOnOldKeyFile(dataDir: string, oldKeyId: string): string {
  return (
    `Restart every Parley process now. The old key stays in ${dataDir} as ${toOldKeyFile(oldKeyId)}: ` +
    'backups made until now need it; delete it when you need none of them any more.'
  );
}

function adviceOnEnvironment({ dataDir, newKeyValue }: RotationInput): string {
  return newKeyValue
    ? 'Set MASTER_KEY to the value of NEW_MASTER_KEY now and restart every Parley process. Backups made until now need the old key.'
    : `Set MASTER_KEY to the key in ${dataDir} named ${NEXT_KEY_FILE} now, restart every Parley process and then delete that file. ` +
        'Backups made until now need the old key.';
}
