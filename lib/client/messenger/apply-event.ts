import { withConversation, withConversations } from '@/lib/client/messenger/conversations';
import type { MessengerState } from '@/lib/client/messenger/messenger-state';
import { dropArrived } from '@/lib/client/messenger/pending-send';
import { emptyThread, withLiveMessage, withMessages, withNotices, type Thread } from '@/lib/client/messenger/thread';
import type { ConsumerConversation, ConsumerMessage, MessengerEvent } from '@/lib/modules/messenger/messenger.schema';

/** What an event of the live connection changes. */
export function applyEvent(state: MessengerState, event: MessengerEvent): Partial<MessengerState> {
  switch (event.kind) {
    case 'hello':
      return event.conversations.reduce<Partial<MessengerState>>((change, conversation) => ({ ...change, ...applyConversation({ ...state, ...change }, conversation) }), {});
    case 'message':
      return {
        ...changeThread(state, event.conversationId, (thread) => withLiveMessage(thread, event.message)),
        pending: dropArrived(state.pending, [event.message]),
      };
    case 'notice':
      return changeThread(state, event.conversationId, (thread) => withNotices(thread, [event.notice]));
    case 'conversation':
      return applyConversation(state, event.conversation);
    case 'activity':
      return changeThread(state, event.conversationId, (thread) => ({ ...thread, isAnswering: event.isAnswering }));
  }
}

/** What the answer to a send changes: messages of the turn and where the conversation stands. */
export function applyAnswer(state: MessengerState, { conversation, messages }: { conversation: ConsumerConversation; messages: readonly ConsumerMessage[] }): Partial<MessengerState> {
  return {
    ...changeThread(state, conversation.id, (thread) => ({ ...withMessages(thread, messages), isAnswering: conversation.isAnswering })),
    conversations: withConversation(state.conversations, conversation),
    pending: dropArrived(state.pending, messages),
  };
}

/** What a whole list of conversations changes. */
export function applyConversations(state: MessengerState, conversations: readonly ConsumerConversation[]): Partial<MessengerState> {
  return { conversations: withConversations(state.conversations, conversations.filter((conversation) => !isBeginningNow(state, conversation))) };
}

/**
 * Whether a conversation may be the one that is beginning here: news of it can come before the answer, and it would count as another one with unread
 * messages. One that begins elsewhere at that moment comes with the answer's new connection.
 */
function isBeginningNow({ isBeginning, conversations }: MessengerState, { id }: ConsumerConversation): boolean {
  return isBeginning && !conversations.some((known) => known.id === id);
}

function applyConversation(state: MessengerState, conversation: ConsumerConversation): Partial<MessengerState> {
  if (isBeginningNow(state, conversation)) return {};
  return {
    conversations: withConversation(state.conversations, conversation),
    ...(state.threads[conversation.id] ? changeThread(state, conversation.id, (thread) => ({ ...thread, isAnswering: conversation.isAnswering })) : null),
  };
}

/** Only threads that are shown are kept; what comes for others is read when they are opened. */
export function changeThread(state: MessengerState, conversationId: string, change: (thread: Thread) => Thread): Pick<MessengerState, 'threads'> {
  const thread = state.threads[conversationId];
  if (!thread) return { threads: state.threads };
  return { threads: { ...state.threads, [conversationId]: change(thread) } };
}

/** The threads with one that is shown from now on. */
export function addThread(state: MessengerState, conversationId: string, thread: Thread = emptyThread): Pick<MessengerState, 'threads'> {
  return { threads: { ...state.threads, [conversationId]: thread } };
}
