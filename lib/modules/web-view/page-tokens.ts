import { createSigner } from '@/lib/platform/vault/create-signer';
import type { KeyRing } from '@/lib/platform/vault/create-vault';

/** What a token lets a page do: write back into one conversation, until a time. */
export interface PageGrant {
  botId: string;
  conversationId: string;
  /** The turn whose links carry it. With the conversation it tells one token from another. */
  turnNumber: number;
  /** Milliseconds since 1970, whole seconds. */
  expiresAtMs: number;
}

/** Signs the links that lead to pages, and reads them again. */
export interface PageTokens {
  sign(grant: PageGrant): string;
  /** Null for what was not signed here, or not for this bot and conversation. An expired token is given: its time must be looked at. */
  verify(token: string, place: Pick<PageGrant, 'botId' | 'conversationId'>): PageGrant | null;
}

const VERSION = 'wv1';
const SECOND_MS = 1_000;

/**
 * Tokens of the form `wv1.<turn>.<expiry>.<HMAC-SHA-256>`, numbers in base 36. The key is derived from the master key; after a rotation
 * links signed before still work, as long as the old key is at hand. Equal grants give equal tokens, so a turn that is played again
 * sends the same links.
 */
export function createPageTokens(keyRing: KeyRing): PageTokens {
  const signer = createSigner(keyRing, 'parley web view links');
  return {
    sign: (grant) => `${toHead(grant)}.${signer.sign(toSignedText(grant))}`,
    verify(token, place) {
      const [, turn = '', expiry = '', signature = ''] = /^wv1\.([0-9a-z]{1,8})\.([0-9a-z]{1,10})\.([\w-]{43})$/.exec(token) ?? [];
      const grant = { ...place, turnNumber: Number.parseInt(turn, 36), expiresAtMs: Number.parseInt(expiry, 36) * SECOND_MS };
      return signer.isSigned(toSignedText(grant), signature) ? grant : null;
    },
  };
}

function toHead({ turnNumber, expiresAtMs }: PageGrant): string {
  return [VERSION, turnNumber.toString(36), Math.floor(expiresAtMs / SECOND_MS).toString(36)].join('.');
}

/** JSON, so that no choice of ids can make two grants look alike. */
function toSignedText(grant: PageGrant): string {
  return JSON.stringify([toHead(grant), grant.botId, grant.conversationId]);
}
