import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { Fault } from '@/lib/engine/fault';
import type { KeyRing } from './create-vault';

/** Signs texts for one purpose, and knows its signatures again. */
export interface Signer {
  /** Equal texts have equal signatures: 43 characters of base64url. */
  sign(text: string): string;
  /** Whether the text was signed here for this purpose, also under an earlier master key that is still at hand. Compares in constant time. */
  isSigned(text: string, signature: string): boolean;
}

/**
 * HMAC-SHA-256 under keys that are derived from the master keys. Keys of different purposes have nothing to do with each other,
 * so a text that was signed for one is worth nothing for another.
 */
export function createSigner({ keys, currentKeyId }: KeyRing, purpose: string): Signer {
  const secrets = keys.map(({ id, secret }) => ({ id, key: Buffer.from(hkdfSync('sha256', secret.export(), '', purpose, 32)) }));
  const current = secrets.find(({ id }) => id === currentKeyId);
  if (!current) throw new Fault('broken', 'vault/wrong-key', 'The key ring lacks its current key.');
  return {
    sign: (text) => digest(current.key, text).toString('base64url'),
    isSigned(text, signature) {
      if (!/^[\w-]{43}$/.test(signature)) return false;
      const given = Buffer.from(signature, 'base64url');
      return secrets.some(({ key }) => timingSafeEqual(digest(key, text), given));
    },
  };
}

function digest(key: Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}
