import { hash, timingSafeEqual } from 'node:crypto';
import { Fault } from '@/lib/engine/fault';
import type { PageGrant, PageTokens } from './page-tokens';
import type { WebViewSettings } from './web-view-settings.schema';

/** Whom a post names. */
type PostIds = Pick<PageGrant, 'botId' | 'conversationId'>;

/** How a page shows that it may post: with the hash of the ids, or the token of its link. */
export type PostCredential = { kind: 'hash' } | { kind: 'token'; token: string };

/**
 * Reads the header Authorization; a wrong hash is refused before anything is looked up. The refusal is a value: whoever guesses hashes gets one
 * after the other, and what is thrown costs more.
 * @returns or the Fault `web-view/credential-missing`, `web-view/wrong-hash`, `web-view/wrong-token`
 */
export function readCredential(authorization: string | null, ids: PostIds): PostCredential | Fault {
  if (authorization === null || authorization.trim() === '') {
    return new Fault('unauthenticated', 'web-view/credential-missing', 'The header Authorization is missing. Send the hex SHA-256 of conversationId + " || " + botId, or Bearer and the token of the link.');
  }
  if (isHashOf(authorization, ids)) return { kind: 'hash' };
  const token = /^bearer +(\S+) *$/i.exec(authorization)?.[1];
  if (token !== undefined) return { kind: 'token', token };
  if (/^(bearer *$|wv\d\.)/i.test(authorization)) return new Fault('unauthenticated', 'web-view/wrong-token', 'The header Authorization must be Bearer, a blank, and the token of the page’s own address.');
  return new Fault('unauthenticated', 'web-view/wrong-hash', 'The hash does not fit these ids. Send the hex SHA-256 of conversationId + " || " + botId (one blank, two pipes, one blank), without a word before it.');
}

/** In constant time; hex digits of either case. Source: conversation-builder reference, section 4.1. */
function isHashOf(given: string, { conversationId, botId }: PostIds): boolean {
  const expected = Buffer.from(hash('sha256', `${conversationId} || ${botId}`, 'hex'));
  const presented = Buffer.from(given.trim().toLowerCase());
  return presented.length === expected.length && timingSafeEqual(presented, expected);
}

interface CredentialCheck extends PostIds {
  pageTokens: PageTokens;
  settings: Pick<WebViewSettings, 'mode'>;
  nowMs: number;
}

/**
 * What a token grants; null for a hash, where the bot accepts it.
 * @throws Fault `web-view/signed-link-required`, `web-view/wrong-token`, `web-view/token-expired`
 */
export function openCredential(credential: PostCredential, { pageTokens, settings, nowMs, ...ids }: CredentialCheck): PageGrant | null {
  if (credential.kind === 'hash') {
    if (settings.mode === 'compatible') return null;
    throw new Fault('unauthenticated', 'web-view/signed-link-required', 'This bot accepts signed links only. Send Authorization: Bearer with the token of the page’s own address.');
  }
  const grant = pageTokens.verify(credential.token, ids);
  if (grant === null) throw new Fault('unauthenticated', 'web-view/wrong-token', 'This token is not for this bot and conversation. Send the token and the ids of one and the same link.');
  if (grant.expiresAtMs <= nowMs) throw new Fault('unauthenticated', 'web-view/token-expired', 'The link has expired. Ask the bot for a new one.');
  return grant;
}
