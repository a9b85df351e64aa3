import { countUnread } from '@/lib/client/messenger/conversations';
import type { Store } from '@/lib/client/messenger/create-store';
import type { LoaderLink } from '@/lib/client/messenger/loader-link';
import type { MessengerState } from '@/lib/client/messenger/messenger-state';

/** Tells the site's page what happens; @returns how to stop */
export function tellLoader(store: Store<MessengerState>, { tell }: LoaderLink): () => void {
  let before = store.get();
  let unreadCount = -1;
  const follow = () => {
    const state = store.get();
    const count = toUnreadCount(state);
    // After a sign-out there is nobody who has unread messages.
    const isKnown = state.contact !== null || before.contact !== null;
    if (count !== unreadCount && isKnown) tell('unread', { count });
    if (isKnown) unreadCount = count;
    tellMessages(before, state);
    const isSameContact = before.contact !== null && before.contact.id === state.contact?.id;
    for (const { id, status, lastSeq, latest } of state.conversations) {
      const earlier = before.conversations.find((conversation) => conversation.id === id);
      if (!earlier && isSameContact && status !== 'closed') tell('conversation-started', { conversationId: id });
      // What is said where nobody looks is told by its newest message.
      if (earlier && isSameContact && lastSeq > earlier.lastSeq && latest && !state.threads[id]) tell('message', { conversationId: id, seq: lastSeq, from: latest.actorKind });
      if (earlier && earlier.status !== 'closed' && status === 'closed') tell('conversation-ended', { conversationId: id });
    }
    before = state;
  };
  follow();
  return store.subscribe(follow);

  function tellMessages(earlier: MessengerState, state: MessengerState): void {
    for (const [conversationId, thread] of Object.entries(state.threads)) {
      const known = earlier.threads[conversationId];
      if (thread === known || (!known && thread.isHistory)) continue;
      const newestSeq = known?.messages.at(-1)?.seq ?? 0;
      for (const { seq, actor } of thread.messages) if (seq > newestSeq) tell('message', { conversationId, seq, from: actor.kind });
    }
  }
}

/** Unread messages as the launcher shows them: none of the conversation that one looks at. */
export function toUnreadCount({ conversations, isOpen, currentId }: MessengerState): number {
  return countUnread(conversations, isOpen ? currentId : null);
}
