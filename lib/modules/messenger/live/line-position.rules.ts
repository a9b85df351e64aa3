import type { TurnNews } from '../messenger-news.schema';

/** How far a live connection has followed one conversation. */
export interface LinePosition {
  /** Of the conversation's row. */
  version: number;
  lastSeq: number;
  readSeq: number;
  unreadCount: number;
}

/**
 * Where a conversation is after news of a turn. `old`: it was there already; `gap`: something in between was not told, or nothing is
 * known of the conversation.
 */
export function followTurn(position: LinePosition | undefined, news: TurnNews): LinePosition | 'old' | 'gap' {
  if (!position) return 'gap';
  if (news.lastSeq < position.lastSeq || news.version < position.version) return 'old';
  if (news.seqBefore > position.lastSeq) return 'gap';
  const readSeq = Math.max(position.readSeq, news.ownReadSeq ?? 0);
  const fresh = news.messages.filter(({ seq, actor }) => actor.kind !== 'consumer' && seq > Math.max(readSeq, position.lastSeq)).length;
  // What the consumer says marks everything before it as read.
  const isReadOn = readSeq > position.readSeq;
  return { version: news.version, lastSeq: news.lastSeq, readSeq, unreadCount: isReadOn ? fresh : position.unreadCount + fresh };
}
