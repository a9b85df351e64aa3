import type { ConsumerScope } from '@/lib/http/route/request-scope';
import type { Realtime } from '@/lib/platform/realtime/realtime';
import { toConsumerTopic, type MessengerNews } from './messenger-news.schema';
import type { ConsumerConversation } from './messenger.schema';
import type { OwnConversationStore } from './own-conversation.store';
import { getLine } from './read-history';

export interface MarkReadDeps {
  store: Pick<OwnConversationStore, 'markRead' | 'listByIds'>;
  realtime: Pick<Realtime<MessengerNews>, 'publish'>;
}

/**
 * Notes what a visitor has seen, for all of its devices. It never goes backwards.
 * @throws Fault `conversation/not-found`
 */
export async function markRead({ store, realtime }: MarkReadDeps, { contactId }: Pick<ConsumerScope, 'contactId'>, { conversationId, seq }: { conversationId: string; seq: number }): Promise<ConsumerConversation> {
  const isNews = await store.markRead(conversationId, seq);
  const line = await getLine(store, conversationId);
  // Every connection of a contact listens to its own id, whichever contact the conversation began with.
  if (isNews) realtime.publish(toConsumerTopic(contactId), { kind: 'read', conversationId });
  return line;
}
