import { withConversations } from '@/lib/client/messenger/conversations';
import type { MessengerState } from '@/lib/client/messenger/messenger-state';
import type { MessengerSession } from '@/lib/modules/messenger/messenger.schema';

/**
 * What a session changes. When it is another contact's, conversations that are not theirs go; the one on screen stays when it came
 * along. What was typed or not sent yet is kept for the next conversation.
 */
export function toSessionChange(state: MessengerState, { contact, conversations }: MessengerSession): Partial<MessengerState> {
  const isSame = state.contact === null || state.contact.id === contact.id;
  if (isSame) return { contact, conversations: withConversations(state.conversations, conversations) };
  const { currentId } = state;
  if (currentId === null || conversations.some(({ id }) => id === currentId)) {
    return { contact, conversations, threads: keepOnly(state.threads, conversations.map(({ id }) => id)) };
  }
  const { [currentId]: draft = '', ...drafts } = state.drafts;
  return {
    contact,
    conversations,
    threads: {},
    currentId: null,
    page: null,
    unreadAfterSeq: null,
    isBeginning: false,
    hint: contact.isIdentified ? null : 'session-ended',
    drafts: draft ? { ...drafts, new: draft } : drafts,
    pending: state.pending.map((send) => (send.conversationId === null ? send : { ...send, conversationId: null })),
  };
}

function keepOnly(threads: MessengerState['threads'], ids: readonly string[]): MessengerState['threads'] {
  return Object.fromEntries(Object.entries(threads).filter(([id]) => ids.includes(id)));
}
