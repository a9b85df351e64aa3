import { applyAnswer } from '@/lib/client/messenger/apply-event';
import { toBackoffMs } from '@/lib/client/messenger/backoff';
import { callMessenger } from '@/lib/client/messenger/messenger-api';
import type { MessengerDeps } from '@/lib/client/messenger/messenger-deps';
import { MessengerProblem, VISITOR_LEFT } from '@/lib/client/messenger/messenger-problem';
import { afterFailure, changePending, nextToSend, type PendingSend } from '@/lib/client/messenger/pending-send';
import type { ConsumerMessageInput } from '@/lib/modules/messenger/messenger.schema';

/** What the sender needs besides. */
export type SenderPorts = {
  /**
   * Begins a conversation with a message; gives its id once it has begun, by this message or by what was under way already.
   * @throws MessengerProblem
   */
  begin: (message: ConsumerMessageInput) => Promise<{ conversationId: string; isMessageSent: boolean }>;
  /** The server has taken something: it can be reached. */
  onDelivered: () => void;
};

/** Brings what the consumer says to the server: one after another, again under the same id after a failure, never twice. */
export type Sender = ReturnType<typeof createSender>;

/** Makes the sender; `pump` it whenever something may go out. */
export function createSender({ store, session }: MessengerDeps, { begin, onDelivered }: SenderPorts) {
  let isPumping = false;
  let endWait: (() => void) | null = null;

  async function pump(): Promise<void> {
    endWait?.();
    if (isPumping) return;
    isPumping = true;
    try {
      for (let next = nextToSend(store.get().pending); next; next = nextToSend(store.get().pending)) await deliver(next);
    } finally {
      isPumping = false;
    }
  }

  async function deliver(send: PendingSend): Promise<void> {
    change(send, { status: 'sending' });
    try {
      await tell(send);
      onDelivered();
      if (store.get().hint === 'too-fast') store.update({ hint: null });
    } catch (error) {
      const problem = error instanceof MessengerProblem ? error : new MessengerProblem(500, 'client/broken', String(error));
      // What was said is gone with its visitor; or their session has ended, and it begins a conversation.
      if (problem.code === VISITOR_LEFT) return change(send, { status: 'waiting' });
      const next = afterFailure(send, problem);
      change(send, next);
      if (problem.status === 429) store.update({ hint: 'too-fast' });
      if (next.status === 'waiting') await wait(problem.retryAfterMs ?? toBackoffMs(send.tryCount, Math.random()));
    }
  }

  async function tell(send: PendingSend): Promise<void> {
    const message = toInput(send);
    const conversationId = send.conversationId ?? store.get().currentId;
    if (conversationId === null) {
      const begun = await begin(message);
      if (begun.isMessageSent) return drop(send);
      change(send, { conversationId: begun.conversationId });
      return tell({ ...send, conversationId: begun.conversationId });
    }
    if (send.conversationId === null) change(send, { conversationId });
    const answer = session.with((token) => callMessenger('sendConsumerMessage', { params: { conversationId }, body: message }, { token, isLasting: true }));
    // Once the message has come back by the live connection the server has it; the next one need not wait for the bot's answer.
    const isAnswered = await Promise.race([answer.then(() => true), arrival(send).then(() => false)]);
    if (isAnswered) take(send, await answer);
    else answer.then((late) => take(send, late)).catch(() => undefined);
  }

  function take(send: PendingSend, answer: Parameters<typeof applyAnswer>[1]): void {
    store.update((state) => applyAnswer(state, answer));
    drop(send);
  }

  /** Resolves when the message has been seen as stored. */
  function arrival({ messageId }: PendingSend): Promise<void> {
    return new Promise((resolve) => {
      const stop = store.subscribe(() => {
        if (store.get().pending.some((send) => send.messageId === messageId)) return;
        stop();
        resolve();
      });
    });
  }

  function wait(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const end = () => {
        clearTimeout(timer);
        endWait = null;
        resolve();
      };
      const timer = setTimeout(end, ms);
      endWait = end;
    });
  }

  function change({ messageId }: PendingSend, to: Partial<PendingSend>): void {
    store.update(({ pending }) => ({ pending: changePending(pending, messageId, to) }));
  }

  function drop({ messageId }: PendingSend): void {
    store.update(({ pending }) => ({ pending: pending.filter((send) => send.messageId !== messageId) }));
  }

  return { pump: () => void pump(), drop };
}

function toInput({ messageId, text, payload, metadata, files }: PendingSend): ConsumerMessageInput {
  return { messageId, text, payload, metadata, fileIds: files.map(({ fileId }) => fileId) };
}
