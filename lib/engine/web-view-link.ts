import type { ConversationState } from '@/lib/engine/state/conversation-state.schema';

/** What links to pages are made of besides the ids; handed in by the runtime for each turn, because the engine can't sign. */
export interface WebViewLinking {
  /** The page that `{$webViewUrl}` leads to; empty: none is set. */
  pageUrl: string;
  /** Lets the page write back; null when the bot does not demand signed links. */
  token: string | null;
}

/** Without a page and without tokens. */
export const NO_LINKING: WebViewLinking = { pageUrl: '', token: null };

/** The query that tells a page which conversation it belongs to. Names as in conversation-builder reference, section 4.3; `token` is ours. */
export function toWebViewQuery({ botId, state, token }: { botId: string; state: Pick<ConversationState, 'conversationId' | 'consumer'>; token: string | null }): string {
  const entries = [['userId', state.consumer.id], ['convId', state.conversationId], ['botId', botId], ...(token === null ? [] : [['token', token]])];
  return entries.map(([name = '', value = '']) => `${name}=${encodeURIComponent(value)}`).join('&');
}

/** An address with a query added before its fragment. */
export function withQuery(address: string, query: string): string {
  const [base = '', ...fragment] = address.split('#');
  const joint = !base.includes('?') ? '?' : /[?&]$/.test(base) ? '' : '&';
  return [`${base}${joint}${query}`, ...fragment].join('#');
}
