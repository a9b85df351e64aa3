import { z } from 'zod';
import type { ConsumerScope } from '@/lib/http/route/request-scope';
import { createSigner } from '@/lib/platform/vault/create-signer';
import type { KeyRing } from '@/lib/platform/vault/create-vault';

/** What a messenger's token says: who the visitor is, and how long it is good. */
export interface MessengerGrant extends ConsumerScope {
  /** Whether the site signed who it is: such a token is not good for longer than the signature. */
  isIdentified: boolean;
  /** Milliseconds since 1970, whole seconds. */
  expiresAtMs: number;
}

/** Signs messengers' tokens, and reads them again. */
export interface MessengerTokens {
  sign(grant: MessengerGrant): string;
  /** Null for what was not signed here. An expired token is given: its time must be looked at. */
  verify(token: string): MessengerGrant | null;
}

const VERSION = 'ms1';
const SECOND_MS = 1_000;
const contentSchema = z.tuple([z.string(), z.string(), z.string(), z.boolean(), z.int()]);

/**
 * Tokens of the form `ms1.<JSON, base64url>.<HMAC-SHA-256>`, under a key derived from the master key. They are stored nowhere:
 * whether their contact is still there is looked at where its things are read (`readOwnContactIds`).
 */
export function createMessengerTokens(keyRing: KeyRing): MessengerTokens {
  const signer = createSigner(keyRing, 'parley messenger tokens');
  return {
    sign({ contactId, channelId, workspaceId, isIdentified, expiresAtMs }) {
      const content: z.infer<typeof contentSchema> = [contactId, channelId, workspaceId, isIdentified, Math.floor(expiresAtMs / SECOND_MS)];
      const head = `${VERSION}.${Buffer.from(JSON.stringify(content)).toString('base64url')}`;
      return `${head}.${signer.sign(head)}`;
    },
    verify(token) {
      const [, head = '', content = '', signature = ''] = /^(ms1\.([\w-]{1,1000}))\.([\w-]{43})$/.exec(token) ?? [];
      if (!signer.isSigned(head, signature)) return null;
      const [contactId, channelId, workspaceId, isIdentified, expiresAtS] = contentSchema.parse(JSON.parse(Buffer.from(content, 'base64url').toString('utf8')));
      return { contactId, channelId, workspaceId, isIdentified, expiresAtMs: expiresAtS * SECOND_MS };
    },
  };
}
