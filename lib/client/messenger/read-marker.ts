import { callMessenger } from '@/lib/client/messenger/messenger-api';
import type { MessengerDeps } from '@/lib/client/messenger/messenger-deps';
import { withConversation, withRead } from '@/lib/client/messenger/conversations';

const GATHER_MS = 400;

/** Tells the server what the consumer has seen: at once here, gathered there. */
export function createReadMarker({ store, session }: MessengerDeps) {
  const waiting = new Map<string, number>();
  let timer: ReturnType<typeof setTimeout> | null = null;

  async function send(): Promise<void> {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    const marks = [...waiting];
    waiting.clear();
    for (const [conversationId, seq] of marks) {
      // A mark that is lost comes again with the next message seen.
      const conversation = await session.with((token) => callMessenger('markRead', { params: { conversationId }, body: { seq } }, { token, isLasting: true })).catch(() => null);
      if (conversation) store.update((state) => ({ conversations: withConversation(state.conversations, conversation) }));
    }
  }

  return {
    mark(conversationId: string, seq: number): void {
      const before = store.get().conversations;
      const after = withRead(before, conversationId, seq);
      if (after === before) return;
      store.update({ conversations: after });
      waiting.set(conversationId, seq);
      timer ??= setTimeout(() => void send(), GATHER_MS);
    },
    /** Tells at once what was gathered: the page goes away, and the request outlives it. */
    flush: () => void send(),
  };
}
