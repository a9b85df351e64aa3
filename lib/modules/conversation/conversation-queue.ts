import { Fault } from '@/lib/engine/fault';

/** Gives each conversation its order: one piece of work after the other, conversations beside each other. */
export interface ConversationQueue {
  /**
   * Runs `work` when everything asked for earlier in this conversation is done, whatever came of it.
   * @throws Fault `conversation/too-many-messages` when too much is waiting already
   */
  run<T>(conversationId: string, work: () => Promise<T>): Promise<T>;
  /** Conversations in which something is done. */
  idsUnderWay(): Iterable<string>;
  /** Resolves when nothing is under way. */
  whenIdle(): Promise<void>;
}

/** Work that may wait in one conversation. */
const WAITING_COUNT_MAX = 200;

/** Makes the queue of this process. */
export function createConversationQueue(): ConversationQueue {
  const lines = new Map<string, { tail: Promise<unknown>; count: number }>();
  return {
    async run(conversationId, work) {
      const line = lines.get(conversationId) ?? { tail: Promise.resolve(), count: 0 };
      if (line.count >= WAITING_COUNT_MAX) {
        throw new Fault('limited', 'conversation/too-many-messages', 'Too many messages of this conversation are waiting for their turn. Wait a moment, then send it again.', { retryAfterS: 1 });
      }
      lines.set(conversationId, line);
      line.count += 1;
      const running = line.count === 1 ? work() : line.tail.then(work);
      line.tail = running.catch(() => undefined);
      try {
        return await running;
      } finally {
        line.count -= 1;
        if (line.count === 0) lines.delete(conversationId);
      }
    },
    idsUnderWay: () => lines.keys(),
    async whenIdle() {
      while (lines.size > 0) await Promise.all([...lines.values()].map((line) => line.tail));
    },
  };
}
