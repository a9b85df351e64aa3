import { createCipheriv, createDecipheriv, createSecretKey, randomBytes, type KeyObject } from 'node:crypto';
import { Fault } from '@/lib/engine/fault';
import type { MasterKey } from '@/lib/platform/vault/master-key';
import { parseSealed, SEALED_VERSION, type Sealed } from '@/lib/platform/vault/sealed.schema';

const ALGORITHM = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const DATA_KEY_BYTES = 32;

/** Whom an envelope belongs to. It is bound into the seal: an envelope copied to another owner's row does not open. */
export interface SecretOwner {
  workspaceId: string;
  kind: 'credential' | 'environment-variable' | 'channel';
  /** Id of the credential, variable or channel. */
  id: string;
}

export interface Vault {
  /** Id of the key that new envelopes are wrapped with. */
  readonly currentKeyId: string;
  /** Seals a text for its owner. Every call gives another envelope, also for the same text. */
  seal(plainText: string, owner: SecretOwner): Sealed;
  /** The text of an envelope. Faults: `vault/tampered` (changed, or another owner's), `vault/wrong-key` (key not known here). */
  open(sealed: Sealed, owner: SecretOwner): string;
  /** The same envelope wrapped with the current key; the content is checked but not encrypted anew. Idempotent. Faults as `open`. */
  rewrap(sealed: Sealed, owner: SecretOwner): Sealed;
}

export interface KeyRing {
  /** Every key that may open an envelope; during a rotation the old and the new one. */
  keys: MasterKey[];
  currentKeyId: string;
}

/**
 * Envelope encryption: each text gets its own random data key, which is wrapped with the current master key.
 * So a new master key means wrapping 32 bytes per secret anew, and no master key ever encrypts much data.
 */
export function createVault({ keys, currentKeyId }: KeyRing): Vault {
  const keyById = new Map(keys.map((key) => [key.id, key]));
  const current = keyById.get(currentKeyId);
  if (current === undefined) throw wrongKey(currentKeyId, keys);

  const unwrap = (sealed: Sealed, owner: SecretOwner) => {
    const parts = parseSealed(sealed);
    if (parts === null) throw tampered(owner);
    const masterKey = keyById.get(parts.keyId);
    if (masterKey === undefined) throw wrongKey(parts.keyId, keys);
    const dataKey = decrypt(parts.wrappedKey, masterKey.secret, additionalData('key', owner));
    const text = dataKey && decrypt(parts.content, createSecretKey(dataKey), additionalData('content', owner));
    if (!dataKey || !text) throw tampered(owner);
    return { keyId: parts.keyId, content: parts.content, dataKey, text };
  };

  const wrap = (dataKey: Buffer, content: Buffer, owner: SecretOwner): Sealed => {
    const wrappedKey = encrypt(dataKey, current.secret, additionalData('key', owner));
    return [SEALED_VERSION, current.id, wrappedKey.toString('base64url'), content.toString('base64url')].join('.');
  };

  return {
    currentKeyId,
    seal(plainText, owner) {
      const dataKey = randomBytes(DATA_KEY_BYTES);
      const content = encrypt(Buffer.from(plainText, 'utf8'), createSecretKey(dataKey), additionalData('content', owner));
      return wrap(dataKey, content, owner);
    },
    open: (sealed, owner) => unwrap(sealed, owner).text.toString('utf8'),
    rewrap(sealed, owner) {
      const { keyId, dataKey, content } = unwrap(sealed, owner);
      return keyId === currentKeyId ? sealed : wrap(dataKey, content, owner);
    },
  };
}

/** JSON, so that no choice of ids can make two owners look alike. `part` keeps a content from passing as a key. */
function additionalData(part: 'key' | 'content', owner: SecretOwner): Buffer {
  return Buffer.from(JSON.stringify([SEALED_VERSION, part, owner.workspaceId, owner.kind, owner.id]), 'utf8');
}

function encrypt(plain: Buffer, key: KeyObject, aad: Buffer): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(ALGORITHM, key, nonce, { authTagLength: TAG_BYTES }).setAAD(aad);
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** Null when the tag does not fit: changed bytes, another key or other additional data. */
function decrypt(box: Buffer, key: KeyObject, aad: Buffer): Buffer | null {
  const decipher = createDecipheriv(ALGORITHM, key, box.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES });
  decipher.setAAD(aad).setAuthTag(box.subarray(-TAG_BYTES));
  try {
    return Buffer.concat([decipher.update(box.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]);
  } catch {
    return null;
  }
}

function tampered(owner: SecretOwner): Fault {
  return new Fault(
    'broken',
    'vault/tampered',
    `The stored secret of ${owner.kind} “${owner.id}” does not open: it was changed, cut off or copied from elsewhere. Enter the secret anew.`,
  );
}

function wrongKey(expectedKeyId: string, keys: MasterKey[]): Fault {
  const known = keys.map((key) => key.id).join(', ') || 'none';
  return new Fault(
    'broken',
    'vault/wrong-key',
    `A stored secret was sealed with master key ${expectedKeyId}, which is not known here (known: ${known}). ` +
      'Start with the MASTER_KEY, or the file “master.key” in the data folder, that belongs to this database; ' +
      'if that key is lost, enter the secret anew.',
    { extra: { expectedKeyId } },
  );
}
