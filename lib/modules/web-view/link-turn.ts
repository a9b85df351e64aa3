import { NO_LINKING, type WebViewLinking } from '@/lib/engine/web-view-link';
import type { ConfigCache } from '@/lib/platform/config-cache';
import type { Database } from '@/lib/platform/db/open-database';
import type { PageTokens } from './page-tokens';
import { readWebViewPlace } from './read-web-view-place';

/** A turn that may send links to pages. */
interface LinkedTurn {
  botId: string;
  /** The conversation's. */
  id: string;
  turnNumber: number;
  /** When it began. */
  atMs: number;
}

/** What a turn's links to pages carry; the same turn gets the same again as long as the settings stay. */
export type LinkTurn = (turn: LinkedTurn) => Promise<WebViewLinking>;

const MINUTE_MS = 60_000;

/** Makes the function that the runtime asks before each turn. */
export function createLinkTurn(deps: { db: Database; configCache: ConfigCache; pageTokens: PageTokens }): LinkTurn {
  return async ({ botId, id, turnNumber, atMs }) => {
    const place = await readWebViewPlace(deps, botId);
    if (place === null) return NO_LINKING;
    const { mode, pageUrl, tokenLifeMinutes } = place.settings;
    if (mode === 'compatible') return pageUrl === '' ? NO_LINKING : { pageUrl, token: null };
    return { pageUrl, token: deps.pageTokens.sign({ botId, conversationId: id, turnNumber, expiresAtMs: atMs + tokenLifeMinutes * MINUTE_MS }) };
  };
}
