import { z } from 'zod';

/** Tag of the only format so far; a later format gets another tag so that both can be read. */
export const SEALED_VERSION = 'v1';

/**
 * A sealed envelope as one line of text: `v1.<key id>.<wrapped data key>.<content>`.
 * Both parts are base64url of nonce (12 bytes), AES-256-GCM ciphertext, tag (16 bytes). Safe to store; says nothing of the content but its length.
 */
export const sealedSchema = z
  .string()
  .regex(/^v1\.[0-9a-f]{16}\.[A-Za-z0-9_-]{80}\.[A-Za-z0-9_-]{38,}$/, 'This is not a sealed envelope.');
export type Sealed = z.infer<typeof sealedSchema>;

/** The parts of an envelope; null when the text is none. */
export function parseSealed(sealed: string) {
  if (!sealedSchema.safeParse(sealed).success) return null;
  const [, keyId = '', wrappedKey = '', content = ''] = sealed.split('.');
  return { keyId, wrappedKey: Buffer.from(wrappedKey, 'base64url'), content: Buffer.from(content, 'base64url') };
}
