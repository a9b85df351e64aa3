import type { TurnEvent } from '@/lib/engine/event.schema';
import { Fault } from '@/lib/engine/fault';
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

/** The turn is on the disk with the conversation that follows; or why it could not get there. */
export type CarriedTurn = { kind: 'done'; taken: TakenTurn; next: ActiveConversation; stateBytes: number; nextTimerAtMs: number | null } | { kind: 'conflict' | 'duplicate' };

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
export async function carryTurn(deps: ProgressDeps, turn: TurnUnderWay, { program, environment, linking }: TurnMatter): Promise<CarriedTurn> {
  const progress = trackTurn(deps, turn);
  const known = (turn.resumed ?? turn.recorded).flatMap(({ key, result }) => (result === null ? [] : [{ key, result }]));
  let result: TurnResult;
  try {
    result = await runTurn({ program, state: turn.conversation.state, event: turn.row.event, environment, linking, journal: known }, progress.ports);
  } catch (error) {
    if (error instanceof TurnHalt) {
      if (error.reason === 'stopping') throw error;
      return { kind: error.reason };
    }
    deps.reportBreakdown(error);
    if (progress.isAccepted()) return finish(deps, turn, { progress, ending: giveUp(turn, progress) });
    throw new Fault('broken', 'conversation/turn-failed', 'The bot broke down over this; the fault is ours. Nothing was changed. The server log has the details under this request id.', { cause: error });
  }
  return finish(deps, turn, { progress, ending: { ...result, status: 'done' } });
}

type Ending = Pick<TurnResult, 'state' | 'effects' | 'trace'> & { status: 'done' | 'failed' };

/** What is kept of a turn that broke down after it had begun to call: its messages so far, and the state before it. */
function giveUp({ conversation }: TurnUnderWay, progress: TurnProgress): Ending {
  const { state } = conversation;
  const lastSeq = progress.conversation().lastSeq;
  return { status: 'failed', state: { ...state, nextSeq: Math.max(state.nextSeq, lastSeq + 1) }, effects: [], trace: [{ kind: 'fault', code: 'turn/broken', message: 'The turn broke down; the server log has the details.', interactionId: null }] };
}

async function finish(deps: ProgressDeps, turn: TurnUnderWay, { progress, ending }: { progress: TurnProgress; ending: Ending }): Promise<CarriedTurn> {
  const { state, effects, trace, status } = ending;
  const atMs = deps.nowMs();
  const conversation = progress.conversation();
  const unwritten = progress.unwritten(effects);
  const lastSeq = state.nextSeq - 1;
  const stateText = JSON.stringify(state);
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
    advance: { stateText, status: state.status, releaseId: turn.releaseId, lastSeq, atMs },
    turn: { row, mode: isAccepted ? 'update' : 'insert' },
    messages: unwritten,
    clientMessageId: turn.clientMessageId,
    effects: effects.filter((effect) => effect.kind !== 'send-message'),
    firedTimerId: turn.firedTimerId,
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
    nextTimerAtMs: effects.reduce<number | null>((first, effect) => (effect.kind === 'set-timer' ? Math.min(first ?? effect.atMs, effect.atMs) : first), null),
  };
}
