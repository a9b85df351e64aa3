import { addThread, applyAnswer } from '@/lib/client/messenger/apply-event';
import { toBackoffMs } from '@/lib/client/messenger/backoff';
import { findOpen } from '@/lib/client/messenger/conversations';
import { callMessenger } from '@/lib/client/messenger/messenger-api';
import type { MessengerDeps } from '@/lib/client/messenger/messenger-deps';
import { MessengerProblem, VISITOR_LEFT } from '@/lib/client/messenger/messenger-problem';
import { toDraftKey } from '@/lib/client/messenger/messenger-state';
import { emptyThread, withHistory } from '@/lib/client/messenger/thread';
import type { ConsumerMessageInput } from '@/lib/modules/messenger/messenger.schema';

/** Messages that are read at once. */
export const STRETCH_LENGTH = 50;

/** How a conversation begins; message and dialog null: the bot greets. The same request again gives the same conversation. */
export type Beginning = { requestId: string; message: ConsumerMessageInput | null; dialog: string | null };

/** Begins conversations and brings them on screen. */
export type ConversationOpener = ReturnType<typeof createConversationOpener>;

/** @param onOpened another conversation is watched from now on */
export function createConversationOpener({ store, session, newId }: MessengerDeps, onOpened: () => void) {
  let beginning: Promise<string> | null = null;

  /** Begins one, or joins the one that is beginning. */
  async function begin(how: Beginning): Promise<{ conversationId: string; isMessageSent: boolean }> {
    if (beginning) return { conversationId: await beginning, isMessageSent: false };
    const own = carryOut(how);
    beginning = own;
    store.update({ isBeginning: true, troubleCode: null });
    try {
      return { conversationId: await own, isMessageSent: how.message !== null };
    } finally {
      // After a visitor has left, the next one's may be under way.
      if (beginning === own) {
        beginning = null;
        store.update({ isBeginning: false });
      }
    }
  }

  async function carryOut({ requestId, message, dialog }: Beginning): Promise<string> {
    const body = { requestId, variables: {}, ...(message ? { message } : null), ...(dialog ? { dialog } : null) };
    const answer = await session.with((token) => callMessenger('beginConsumerConversation', { body }, { token }));
    const { id } = answer.conversation;
    store.update((state) => {
      const known = { ...state, ...addThread(state, id, state.threads[id] ?? emptyThread) };
      // What was typed before stays in the field.
      const { [toDraftKey(null)]: draft, ...drafts } = state.drafts;
      return {
        ...known,
        ...applyAnswer(known, answer),
        ...addThread(known, id, withHistory(known.threads[id] ?? emptyThread, answer)),
        currentId: id,
        unreadAfterSeq: null,
        drafts: draft ? { ...drafts, [id]: draft } : drafts,
      };
    });
    onOpened();
    return id;
  }

  /** Greets the consumer; a failure is shown, and tried again by itself while it may pass. */
  async function greet(): Promise<void> {
    const requestId = newId();
    for (let tryCount = 0; ; tryCount += 1) {
      try {
        await begin({ requestId, message: null, dialog: null });
        return;
      } catch (error) {
        const problem = toProblem(error);
        if (problem.code === VISITOR_LEFT) return;
        store.update({ troubleCode: problem.code });
        if (!problem.isPassing) return;
        await new Promise((resolve) => setTimeout(resolve, problem.retryAfterMs ?? toBackoffMs(tryCount, Math.random())));
        if (store.get().currentId !== null || !store.get().isOpen) return;
      }
    }
  }

  /** Shows a conversation from where it was read to. */
  async function open(conversationId: string): Promise<void> {
    const known = store.get().conversations.find(({ id }) => id === conversationId);
    store.update({ currentId: conversationId, troubleCode: null, page: null, unreadAfterSeq: known && known.unreadCount > 0 ? known.readSeq : null });
    if (store.get().threads[conversationId]) return onOpened();
    for (let tryCount = 0; store.get().currentId === conversationId; tryCount += 1) {
      try {
        const history = await session.with((token) => callMessenger('getHistory', { params: { conversationId }, query: { limit: STRETCH_LENGTH } }, { token }));
        store.update((state) => {
          const withThread = { ...state, ...addThread(state, conversationId, { ...withHistory(emptyThread, history), isHistory: true }) };
          return { ...withThread, ...applyAnswer(withThread, { conversation: history.conversation, messages: [] }), troubleCode: null };
        });
        return store.get().currentId === conversationId ? onOpened() : undefined;
      } catch (error) {
        const problem = toProblem(error);
        if (problem.code === VISITOR_LEFT) return;
        store.update({ troubleCode: problem.code });
        if (!problem.isPassing) return;
        await new Promise((resolve) => setTimeout(resolve, problem.retryAfterMs ?? toBackoffMs(tryCount, Math.random())));
      }
    }
  }

  return {
    begin,
    /** The visitor has left: what begins for them is nobody's any more. */
    drop(): void {
      beginning = null;
    },
    /** Begins another one, also while one is beginning. */
    async beginAnother(how: Beginning): Promise<string> {
      // Of several that wait, each begins its own once it is its turn.
      while (beginning) await (beginning as Promise<string>).catch(() => undefined);
      return (await begin(how)).conversationId;
    },
    greet,
    open,
    /** A conversation that has not begun is on screen. */
    openNew(): void {
      store.update({ currentId: null, troubleCode: null, page: null, unreadAfterSeq: null });
      onOpened();
    },
    /** Brings a conversation on screen when the messenger is opened first: the one to go on with, else a new one. */
    async resume(): Promise<void> {
      const { currentId, conversations, config, pending, isBeginning } = store.get();
      if (currentId !== null || isBeginning) return;
      const going = findOpen(conversations);
      if (going) return open(going.id);
      if (config?.settings.begins === 'on-open' && config.isAvailable && !pending.some(({ conversationId }) => conversationId === null)) await greet();
    },
  };
}

function toProblem(error: unknown): MessengerProblem {
  return error instanceof MessengerProblem ? error : new MessengerProblem(500, 'client/broken', String(error));
}
