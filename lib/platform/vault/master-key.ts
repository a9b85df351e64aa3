import { createHmac, createSecretKey, randomBytes, type KeyObject } from 'node:crypto';
import { Fault } from '@/lib/engine/fault';

const KEY_BYTES = 32;

/** A 256-bit key that wraps data keys. `secret` is a `KeyObject`, so it does not show when printed or logged. */
export interface MasterKey {
  /** 16 hex digits derived from the key; safe to store and show. */
  id: string;
  secret: KeyObject;
}

/**
 * Reads a master key given as base64 or base64url (32 bytes) or as 64 hex digits; blanks around it don't matter.
 * `place` names where it was found, for the message of the fault `vault/invalid-key`. The text itself is never repeated.
 */
export function parseMasterKey(text: string, place: string): MasterKey {
  const bytes = decodeKey(text.trim());
  if (bytes === null) {
    throw new Fault(
      'broken',
      'vault/invalid-key',
      `${place} holds no usable master key: 32 random bytes are needed, as 44 characters of base64 or 64 hex digits. ` +
        'Make one with “openssl rand -base64 32”.',
    );
  }
  return toMasterKey(bytes);
}

/** Makes a new master key from the system's random source. */
export function generateMasterKey(): MasterKey {
  return toMasterKey(randomBytes(KEY_BYTES));
}

/** The key as base64, for a key file. The only way to get at the key's bytes. */
export function exportMasterKey(key: MasterKey): string {
  return key.secret.export().toString('base64');
}

function toMasterKey(bytes: Buffer): MasterKey {
  // A keyed hash tells nothing about the key and can't collide with any other use of it.
  const id = createHmac('sha256', bytes).update('parley/master-key-id').digest('hex').slice(0, 16);
  return { id, secret: createSecretKey(bytes) };
}

function decodeKey(text: string): Buffer | null {
  if (/^[0-9a-f]{64}$/i.test(text)) return Buffer.from(text, 'hex');
  if (!/^[A-Za-z0-9+/_-]{43}=?$/.test(text)) return null;
  const bytes = Buffer.from(text, 'base64');
  return bytes.length === KEY_BYTES ? bytes : null;
}
