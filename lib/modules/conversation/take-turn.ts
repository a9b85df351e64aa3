import type { z } from 'zod';
import { Fault } from '@/lib/engine/fault';
import type { TurnEvent } from '@/lib/engine/event.schema';
import type { Clock } from '@/lib/platform/clock';
import type { ActiveConversation } from './active-conversation';
import type { closeConversation, finishHandOver, postWebView, TurnAnswer } from './conversation.contract';
import { assertOpen } from './conversation.rules';
import type { MessageInput } from './conversation.schema';
import type { ConversationRuntime } from './conversation-runtime';

/** What can be done to a conversation that makes a turn of it. */
export type TurnRequest =
  | ({ kind: 'message' } & MessageInput)
  | ({ kind: 'web-view-post' } & Body<typeof postWebView>)
  | ({ kind: 'hand-over' } & Body<typeof finishHandOver>)
  | ({ kind: 'close' } & Body<typeof closeConversation>);

type Body<Contract extends { body?: z.ZodType }> = z.output<NonNullable<Contract['body']>>;

export interface TakeTurnDeps {
  runtime: Pick<ConversationRuntime, 'take'>;
  clock: Clock;
}

/**
 * Takes one turn of a conversation and answers when it is on the disk. Messages and posts come with an id: the same one again gives
 * the same answer, also while the first is under way and after a restart.
 * @throws Fault `conversation/not-found`, `conversation/closed`, `conversation/not-handed-over`, `conversation/turn-failed`
 */
export async function takeTurn(deps: TakeTurnDeps, place: { workspaceId: string; conversationId: string }, request: TurnRequest): Promise<TurnAnswer> {
  const toEvent = (conversation: ActiveConversation): TurnEvent => {
    assertOpen(conversation.state);
    if (request.kind === 'hand-over') assertHandedOver(conversation);
    return toTurnEvent(request, Math.floor(deps.clock.nowMs()));
  };
  const taken = await deps.runtime.take({ ...place, messageId: 'messageId' in request ? request.messageId : null, toEvent });
  if (!taken) throw new Error('Every request of this kind makes a turn.');
  return { turn: { number: taken.number, status: taken.status }, messages: taken.messages };
}

/** @throws Fault `conversation/not-handed-over` */
function assertHandedOver({ state }: ActiveConversation): void {
  if (state.status === 'handed-over' || state.wait?.kind === 'transfer') return;
  throw new Fault('conflict', 'conversation/not-handed-over', 'This conversation is with the bot, and no transfer is under way.');
}

function toTurnEvent(request: TurnRequest, atMs: number): TurnEvent {
  switch (request.kind) {
    case 'message': {
      const { kind: _, ...message } = request;
      return { kind: 'message-received', atMs, ...message };
    }
    case 'web-view-post': {
      const { messageId, variables, message } = request;
      return { kind: 'web-view-posted', atMs, messageId, variables, message };
    }
    case 'hand-over':
      return { kind: 'hand-over-finished', atMs, result: request.result, reason: request.reason };
    case 'close':
      return { kind: 'closed', atMs, reason: request.reason };
  }
}
