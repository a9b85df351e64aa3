import { conversationNotFound } from '@/lib/modules/conversation/conversation.rules';
import type { OwnConversationStore, ConversationLine, MessageStretch, StoredMessage, StretchQuery } from './own-conversation.store';
import { toConsumerMessage } from './consumer-message.rules';
import type { FileAddresses } from './file-addresses';
import type { ConsumerConversation, ConsumerMessage, History, Notice } from './messenger.schema';
import { placeNotices } from './notice.rules';

export interface ReadHistoryDeps {
  store: OwnConversationStore;
  fileAddresses: FileAddresses;
}

/**
 * A stretch of a visitor's conversation.
 * @throws Fault `conversation/not-found`
 */
export async function readHistory(deps: ReadHistoryDeps, conversationId: string, query: StretchQuery): Promise<History & { conversation: ConsumerConversation }> {
  const conversation = await getLine(deps.store, conversationId);
  const stretch = await deps.store.listMessages(conversationId, query);
  const notices = await readNotices(deps.store, conversation, stretch);
  return { messages: toConsumerMessages(deps, conversationId, stretch.messages), notices, hasOlder: stretch.before !== null, conversation };
}

/** The line of a visitor's conversation. @throws Fault `conversation/not-found` */
export async function getLine(store: Pick<OwnConversationStore, 'listByIds'>, conversationId: string): Promise<ConversationLine> {
  const [line] = await store.listByIds([conversationId]);
  if (!line) throw conversationNotFound();
  return line;
}

/** Stored messages as consumers read them. */
export function toConsumerMessages({ fileAddresses }: Pick<ReadHistoryDeps, 'fileAddresses'>, conversationId: string, stored: readonly StoredMessage[]): ConsumerMessage[] {
  return stored.map(({ message, clientMessageId }) => toConsumerMessage(message, { conversationId, clientMessageId, signFile: fileAddresses.sign }));
}

/** Notices that stand in a stretch: of the turns behind the message before it, up to its last message's, or all that follow in the newest one. */
export async function readNotices(store: Pick<OwnConversationStore, 'listNoticeTurns' | 'findLastTurn'>, { id, status }: Pick<ConversationLine, 'id' | 'status'>, stretch: MessageStretch): Promise<Notice[]> {
  const { messages, before, lastRow, isNewest } = stretch;
  const afterNumber = before?.turnNumber ?? 0;
  const turns = await store.listNoticeTurns(id, { afterNumber, upTo: isNewest ? null : (lastRow?.turnNumber ?? afterNumber) });
  const lastSeq = lastRow?.seq ?? before?.seq ?? 0;
  const notices = placeNotices(turns, messages, lastSeq);
  const closing = isNewest && status === 'closed' ? await store.findLastTurn(id) : null;
  return closing ? [...notices, { kind: 'closed', turnNumber: closing.number, afterSeq: lastSeq, at: closing.endedAt.toISOString() }] : notices;
}
