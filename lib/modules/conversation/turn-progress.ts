import type { OutcomeEffect, RequestEffect } from '@/lib/engine/effect.schema';
import type { ResultEvent } from '@/lib/engine/event.schema';
import type { Message } from '@/lib/engine/messages/message.schema';
import type { TurnPorts } from '@/lib/engine/ports';
import type { ActiveConversation } from './active-conversation';
import { interruptedCall } from './answer-call';
import type { JournalEntry } from './conversation.schema';
import type { TurnRow, TurnWrite } from './turn-write';
import { withStop } from './turn-tries.rules';
import type { TurnWriter } from './turn-writer';

/** Why a turn can't go on here: another one was faster, its message is there already, or the process stops. */
export class TurnHalt extends Error {
  override readonly name = 'TurnHalt';
  constructor(readonly reason: 'conflict' | 'duplicate' | 'stopping') {
    super(`The turn can't go on here: ${reason}.`);
  }
}

/** A turn that is carried out: fixed while it runs. */
export interface TurnUnderWay {
  conversation: ActiveConversation;
  /** As it is written at first; journal and status grow with the turn. */
  row: Pick<TurnRow, 'number' | 'event' | 'startedAtMs'>;
  /** Requests of an earlier try, which was cut off; null when this is the first. */
  resumed: JournalEntry[] | null;
  /** Answers from elsewhere, for a first try; the journal begins with them. */
  recorded: JournalEntry[];
  /** It seems to end each process that takes it up. */
  isGivenUp: boolean;
  releaseId: string | null;
  clientMessageId: string | null;
  firedTimerId: string | null;
}

export interface ProgressDeps {
  writer: TurnWriter;
  /** This process. */
  ownerId: string;
  nowMs(): number;
  /** Until when a turn under way belongs to its process. */
  leaseUntilMs(): number;
  /** Answers whatever the engine asks; fails with `TurnHalt` when the process stops. */
  answer(request: RequestEffect, soFar: readonly OutcomeEffect[]): Promise<ResultEvent>;
  /** Tells of a turn that broke down through a fault of ours. */
  reportBreakdown(error: unknown): void;
  /** Whether a call may be sent again when it is not known what came of it. */
  isRepeatable(request: Extract<RequestEffect, { kind: 'call-integration' }>): boolean;
}

/** How far a turn has come on the disk. */
export interface TurnProgress {
  ports: TurnPorts;
  /** The conversation as its row is now. */
  conversation(): ActiveConversation;
  journal(): JournalEntry[];
  /** Whether the turn's row is written. */
  isAccepted(): boolean;
  /** Notes that the process stops in good order, and leaves an accepted turn to whoever comes next. */
  release(): Promise<void>;
  /** Those of the messages that are not written yet. */
  unwritten(effects: readonly OutcomeEffect[]): Message[];
}

/**
 * The port of one turn, which keeps its journal: before something is sent to the outside, the turn with everything that led there is
 * on the disk; what came back is there before the next thing is sent. A turn that sends nothing writes nothing here.
 */
export function trackTurn(deps: ProgressDeps, turn: TurnUnderWay): TurnProgress {
  let conversation = turn.conversation;
  let isAccepted = turn.resumed !== null;
  const journal: JournalEntry[] = [...(turn.resumed ?? turn.recorded)];
  const cutOff = new Set(journal.filter(({ result }) => result === null).map(({ key }) => key));

  const unwritten = (effects: readonly OutcomeEffect[]) =>
    effects.flatMap((effect) => (effect.kind === 'send-message' && effect.message.seq > conversation.lastSeq ? [effect.message] : []));

  function toWrite(messages: Message[], leaseUntilMs = deps.leaseUntilMs()): TurnWrite {
    const atMs = deps.nowMs();
    const lease = { ownerId: deps.ownerId, untilMs: leaseUntilMs };
    const row: TurnRow = { ...turn.row, status: 'running', journal: [...journal], trace: null, stateAfter: null, lease, durationMs: null };
    const { state } = conversation;
    const lastSeq = messages.at(-1)?.seq ?? conversation.lastSeq;
    const advance = { stateText: JSON.stringify(state), status: state.status, releaseId: turn.releaseId, lastSeq, atMs };
    return {
      conversation,
      ownerId: deps.ownerId,
      advance: isAccepted ? null : advance,
      turn: { row, mode: isAccepted ? 'update' : 'insert' },
      messages,
      clientMessageId: turn.clientMessageId,
      effects: [],
      firedTimerId: isAccepted ? null : turn.firedTimerId,
      move: null,
    };
  }

  async function save(messages: Message[]): Promise<void> {
    const result = await deps.writer.write(toWrite(messages));
    if (result !== 'written') throw new TurnHalt(result);
    conversation = { ...conversation, version: conversation.version + (isAccepted ? 0 : 1), lastSeq: messages.at(-1)?.seq ?? conversation.lastSeq };
    isAccepted = true;
  }

  async function call(request: Extract<RequestEffect, { kind: 'call-integration' }>, soFar: readonly OutcomeEffect[]): Promise<ResultEvent> {
    const wasCutOff = cutOff.delete(request.key);
    const entry = wasCutOff ? journal.find(({ key }) => key === request.key) : undefined;
    if (entry && !deps.isRepeatable(request)) {
      entry.result = { kind: 'call-finished', key: request.key, atMs: deps.nowMs(), result: interruptedCall() };
      return entry.result;
    }
    const started = entry ?? toEntry(request, deps.nowMs());
    if (!entry) journal.push(started);
    await save(unwritten(soFar));
    started.result = await deps.answer(request, soFar);
    // On its way to the disk while the turn goes on; if it can't get there, neither can what follows.
    if (started.result !== null) void save([]).catch(() => undefined);
    return started.result;
  }

  return {
    conversation: () => conversation,
    journal: () => journal,
    isAccepted: () => isAccepted,
    async release() {
      if (!isAccepted) return;
      journal.splice(0, journal.length, ...withStop(journal, deps.nowMs()));
      await deps.writer.write(toWrite([], 0));
    },
    unwritten,
    ports: {
      async answer(request, soFar) {
        if (request.kind === 'call-integration') return call(request, soFar);
        const entry = toEntry(request, deps.nowMs());
        entry.result = await deps.answer(request, soFar);
        journal.push(entry);
        return entry.result;
      },
    },
  };
}

function toEntry(request: RequestEffect, startedAtMs: number): JournalEntry {
  return { key: request.key, kind: request.kind, integrationId: request.kind === 'call-integration' ? request.integrationId : null, startedAtMs, result: null };
}
