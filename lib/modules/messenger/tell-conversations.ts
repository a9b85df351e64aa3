import type { Logger } from 'pino';
import { withContact, type KnownContact } from '@/lib/modules/contact/contact.rules';
import type { ConversationRuntime } from '@/lib/modules/conversation/conversation-runtime';
import type { Clock } from '@/lib/platform/clock';
import type { OwnConversationStore } from './own-conversation.store';

export interface TellConversationsDeps {
  runtime: Pick<ConversationRuntime, 'change'>;
  conversations: Pick<OwnConversationStore, 'listOpenIds'>;
  clock: Pick<Clock, 'sleep'>;
  log: Logger;
}

/** Open conversations that learn about their contact; nobody goes on in older ones. */
const CONVERSATION_COUNT_MAX = 20;
/** A turn under way comes first; who tells us about a contact does not wait for it for longer. */
const WAIT_MS = 500;

/**
 * Lets a contact's open conversations know it as it is now, so that scripts do. Each learns it before its next turn: the change stands
 * in the conversation's queue when this resolves.
 */
export async function tellConversations(deps: TellConversationsDeps, workspaceId: string, contact: KnownContact): Promise<void> {
  const conversationIds = await deps.conversations.listOpenIds(CONVERSATION_COUNT_MAX);
  const telling = conversationIds.map((conversationId) =>
    deps.runtime
      .change({ workspaceId, conversationId }, ({ state, options }) => ({ state: { ...state, consumer: withContact(state.consumer, contact) }, options }))
      .catch((error: unknown) => deps.log.error({ err: error, conversationId }, 'a conversation did not learn about its contact')),
  );
  if (telling.length > 0) await Promise.race([Promise.all(telling), deps.clock.sleep(WAIT_MS)]);
}
