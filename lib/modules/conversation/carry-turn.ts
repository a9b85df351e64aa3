import type { OutcomeEffect } from '@/lib/engine/effect.schema';
import type { TurnEvent } from '@/lib/engine/event.schema';
import { Fault } from '@/lib/engine/fault';
import { giveUpTurn } from '@/lib/engine/give-up-turn';
import type { Message } from '@/lib/engine/messages/message.schema';
import type { Program } from '@/lib/engine/program/program.schema';
import { runTurn, type TurnResult } from '@/lib/engine/run-turn';
import type { WebViewLinking } from '@/lib/engine/web-view-link';
import { withMessageId, type ActiveConversation } from './active-conversation';
import type { ConversationTurn } from './conversation.schema';
import { trackTurn, TurnHalt, type ProgressDeps, type TurnProgress, type TurnUnderWay } from './turn-progress';
import type { TurnRow, TurnWrite } from './turn-write';

/** A turn with what came of it. */
export interface TakenTurn {
  number: number;
  status: ConversationTurn['status'];
  event: TurnEvent;
  /** All of the turn's, in order. */
  messages: Message[];
}

/**
 * The turn is on the disk with the conversation that follows; or why it could not get there. `isMoved`: it goes on with another bot,
 * whose first turn is on the disk too and waits to be carried out.
 */
export type CarriedTurn = { kind: 'done'; taken: TakenTurn; next: ActiveConversation; stateBytes: number; nextTimerAtMs: number | null; isMoved: boolean } | { kind: 'conflict' | 'duplicate' };

export interface TurnMatter {
  program: Program;
  environment: Record<string, string>;
  linking: WebViewLinking;
}

/**
 * Runs one turn and brings it to the disk: without outside calls in one write, with calls step by step.
 * @throws Fault `conversation/turn-failed` when the turn broke down before it was accepted; nothing is kept then
 * @throws TurnHalt when the process stops
 */
export async function carryTurn(deps: ProgressDeps, turn: TurnUnderWay, matter: TurnMatter): Promise<CarriedTurn> {
  const progress = trackTurn(deps, turn);
  const giveUp = (fault: { code: string; message: string }) => finish(deps, turn, { progress, ending: endEarly(deps, turn, { progress, matter, fault }) });
  if (turn.isGivenUp) {
    return giveUp({ code: 'turn/given-up', message: 'Parley ended each time that it carried out this turn, in the end while it did nothing else, so it is not tried again. Look for a script that takes too much memory.' });
  }
  const known = (turn.resumed ?? turn.recorded).flatMap(({ key, result }) => (result === null ? [] : [{ key, result }]));
  let result: TurnResult;
  try {
    result = await runTurn({ ...matter, state: turn.conversation.state, event: turn.row.event, journal: known }, progress.ports);
  } catch (error) {
    if (error instanceof TurnHalt) {
      if (error.reason !== 'stopping') return { kind: error.reason };
      await progress.release();
      throw error;
    }
    deps.reportBreakdown(error);
    if (progress.isAccepted()) return giveUp({ code: 'turn/broken', message: 'The turn broke down; the server log has the details.' });
    throw new Fault('broken', 'conversation/turn-failed', 'The bot broke down over this; the fault is ours. Nothing was changed. The server log has the details under this request id.', { cause: error });
  }
  return finish(deps, turn, { progress, ending: { ...result, status: 'done' } });
}

type Ending = Pick<TurnResult, 'state' | 'effects' | 'trace'> & { status: 'done' | 'failed' };

/** What is kept of a turn that can't be brought to its end: its messages so far, an apology, and else the state before it. */
function endEarly(deps: ProgressDeps, { conversation, row }: TurnUnderWay, { progress, matter, fault }: { progress: TurnProgress; matter: TurnMatter; fault: { code: string; message: string } }): Ending {
  const state = { ...conversation.state, nextSeq: Math.max(conversation.state.nextSeq, progress.conversation().lastSeq + 1) };
  return { status: 'failed', ...giveUpTurn({ ...matter, state, event: row.event }, { ...fault, atMs: deps.nowMs() }) };
}

async function finish(deps: ProgressDeps, turn: TurnUnderWay, { progress, ending }: { progress: TurnProgress; ending: Ending }): Promise<CarriedTurn> {
  const { state, effects, trace, status } = ending;
  const atMs = deps.nowMs();
  const conversation = progress.conversation();
  const unwritten = progress.unwritten(effects);
  const lastSeq = state.nextSeq - 1;
  const stateText = JSON.stringify(state);
  const transfer = findTransfer(effects);
  const row: TurnRow = {
    ...turn.row,
    status,
    journal: progress.journal(),
    trace,
    stateAfter: conversation.kind === 'preview' ? state : null,
    lease: null,
    durationMs: Math.max(0, atMs - turn.row.startedAtMs),
  };
  const isAccepted = progress.isAccepted();
  const write: TurnWrite = {
    conversation,
    ownerId: deps.ownerId,
    advance: { stateText, status: state.status, releaseId: transfer ? transfer.releaseId : turn.releaseId, lastSeq, atMs },
    turn: { row, mode: isAccepted ? 'update' : 'insert' },
    messages: unwritten,
    clientMessageId: turn.clientMessageId,
    effects: effects.filter((effect) => effect.kind !== 'send-message'),
    firedTimerId: turn.firedTimerId,
    move: toMove(deps, turn, effects),
  };
  const result = await deps.writer.write(write);
  if (result !== 'written') return { kind: result };
  const { number, event } = turn.row;
  return {
    kind: 'done',
    taken: { number, status, event, messages: effects.flatMap((effect) => (effect.kind === 'send-message' ? [effect.message] : [])) },
    next: {
      ...conversation,
      releaseId: turn.releaseId,
      state,
      version: conversation.version + 1,
      lastSeq,
      lastTurnNumber: number,
      unfinished: null,
      turnByMessageId: withMessageId(conversation, turn.clientMessageId, number),
    },
    stateBytes: stateText.length,
    isMoved: transfer !== null,
    nextTimerAtMs: effects.reduce<number | null>((first, effect) => (effect.kind === 'set-timer' ? Math.min(first ?? effect.atMs, effect.atMs) : first), null),
  };
}

type Transfer = Extract<OutcomeEffect, { kind: 'transfer-to-bot' }>;

function findTransfer(effects: readonly OutcomeEffect[]): Transfer | null {
  return effects.find((effect) => effect.kind === 'transfer-to-bot') ?? null;
}

/** Where the conversation goes on, with the turn that the other bot takes next. */
function toMove(deps: ProgressDeps, { conversation, row }: TurnUnderWay, effects: readonly OutcomeEffect[]): TurnWrite['move'] {
  const transfer = findTransfer(effects);
  if (!transfer) return null;
  const { botId, dialogName, message, intent, transferCount } = transfer;
  const atMs = Math.max(deps.nowMs(), row.event.atMs);
  const event: TurnEvent = { kind: 'bot-transferred', atMs, fromBotId: conversation.botId, dialogName, message, intent, transferCount };
  const lease = { ownerId: deps.ownerId, untilMs: deps.leaseUntilMs() };
  return { botId, row: { number: row.number + 1, event, startedAtMs: atMs, status: 'running', journal: [], trace: null, stateAfter: null, lease, durationMs: null } };
}
