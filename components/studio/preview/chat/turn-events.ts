import type { ConversationTurn } from '@/lib/modules/conversation/conversation.schema';

/** What happened around a message that nobody said: a page that posted, a person who took over. */
export type TurnEvents = {
  /** The turn that begins with the message, when something else than the consumer began it. */
  before: ConversationTurn | null;
  /** Turns after the message in which nobody said anything. */
  after: readonly ConversationTurn[];
};

/** Puts the turns that nobody began by saying something beside the messages they stand at, by the message's number. */
export function placeTurnEvents(turns: readonly ConversationTurn[]): Map<number, TurnEvents> {
  const placed = new Map<number, TurnEvents>();
  let lastSeq: number | null = null;
  for (const turn of turns) {
    const [firstSeq] = turn.messageSeqs;
    const isTold = turn.event.kind !== 'message-received' && turn.event.kind !== 'started';
    if (firstSeq !== undefined) {
      if (isTold) placed.set(firstSeq, { before: turn, after: placed.get(firstSeq)?.after ?? [] });
      lastSeq = turn.messageSeqs.at(-1) ?? lastSeq;
    } else if (lastSeq !== null && isTold) {
      const known = placed.get(lastSeq) ?? { before: null, after: [] };
      placed.set(lastSeq, { ...known, after: [...known.after, turn] });
    }
  }
  return placed;
}
