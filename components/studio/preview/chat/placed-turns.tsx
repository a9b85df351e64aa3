'use client';

import { createContext, memo, useContext } from 'react';

import { MessageWhy } from '@/components/studio/preview/chat/message-why';
import { TurnEventLine } from '@/components/studio/preview/chat/turn-event-line';
import type { placeTurnEvents } from '@/components/studio/preview/chat/turn-events';
import type { Message } from '@/lib/engine/messages/message.schema';
import type { ConversationTurn } from '@/lib/modules/conversation/conversation.schema';

/** Which turn each message is of, and what happened between messages. */
export type PlacedTurns = { conversationId: string; turnBySeq: ReadonlyMap<number, ConversationTurn>; eventsBySeq: ReturnType<typeof placeTurnEvents> };

/** Where messages find their turns: so a new turn doesn't draw a long conversation anew. */
export const PlacedTurnsContext = createContext<PlacedTurns | null>(null);

/** For `MessageList`: what happened before a message. The same function each time. */
export const renderAbove = ({ seq }: Message) => <AboveMessage seq={seq} />;
/** For `MessageList`: why a message was sent, and what happened after it. */
export const renderBelow = (message: Message) => <BelowMessage message={message} />;

const Why = memo(MessageWhy);

function AboveMessage({ seq }: { seq: number }) {
  const turn = useContext(PlacedTurnsContext)?.eventsBySeq.get(seq)?.before;
  return turn ? <TurnEventLine turn={turn} /> : null;
}

function BelowMessage({ message }: { message: Message }) {
  const placed = useContext(PlacedTurnsContext);
  const turn = placed?.turnBySeq.get(message.seq);
  return (
    <>
      {placed && turn ? <Why conversationId={placed.conversationId} message={message} turn={turn} /> : null}
      {placed?.eventsBySeq.get(message.seq)?.after.map((event) => (
        <TurnEventLine key={event.number} turn={event} />
      ))}
    </>
  );
}
