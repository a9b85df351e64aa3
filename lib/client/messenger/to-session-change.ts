import { withConversations } from '@/lib/client/messenger/conversations';
import type { MessengerState } from '@/lib/client/messenger/messenger-state';
import type { MessengerSession } from '@/lib/modules/messenger/messenger.schema';

/**
 * What a session changes. When it is another contact's, conversations that are not theirs go; the one on screen stays when it came
 * along. What was typed or not sent yet is kept for the next conversation, unless it is somebody else's by now.
 */
export function toSessionChange(before: MessengerState, session: MessengerSession): Partial<MessengerState> {
  const { contact, conversations } = session;
  const unsent = withoutLeft(before, session);
  const state = { ...before, ...unsent };
  const common = { ...unsent, contact, keptFor: contact.isIdentified ? contact.id : null };
  const isSame = state.contact === null || state.contact.id === contact.id;
  if (isSame) return { ...common, conversations: withConversations(state.conversations, conversations) };
  const { currentId } = state;
  if (currentId === null || conversations.some(({ id }) => id === currentId)) {
    return { ...common, conversations, threads: keepOnly(state.threads, conversations.map(({ id }) => id)) };
  }
  const { [currentId]: draft = '', ...drafts } = state.drafts;
  return {
    ...common,
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

/** What one person typed, and agreed to, is not another's. A session that has ended under their hands leaves them what they were writing. */
function withoutLeft({ contact: known, keptFor, visitCount }: MessengerState, { contact }: MessengerSession): Partial<MessengerState> {
  const formerId = known === null ? keptFor : known.isIdentified ? known.id : null;
  if (formerId === null || formerId === contact.id) return {};
  if (contact.isIdentified) return { drafts: {}, pending: [], acceptedNotice: null, visitCount: visitCount + 1 };
  return known === null ? { drafts: {}, pending: [] } : {};
}

function keepOnly(threads: MessengerState['threads'], ids: readonly string[]): MessengerState['threads'] {
  return Object.fromEntries(Object.entries(threads).filter(([id]) => ids.includes(id)));
}
