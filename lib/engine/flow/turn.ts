import type { OutcomeEffect, RequestEffect } from '@/lib/engine/effect.schema';
import type { ExpressionMatch, ResultEvent, TurnEvent } from '@/lib/engine/event.schema';
import type { IntentScore } from '@/lib/engine/nlu/intent-matcher';
import type { Program } from '@/lib/engine/program/program.schema';
import type { ConversationState } from '@/lib/engine/state/conversation-state.schema';
import { copyState } from '@/lib/engine/state/copy-state';
import type { TraceEntry } from '@/lib/engine/trace.schema';
import { NO_LINKING, type WebViewLinking } from '@/lib/engine/web-view-link';
import type { VariableSnapshot } from '@/lib/engine/variables/variable-snapshot.schema';
import { indexProgram, type ProgramIndex } from './program-index';

/** What a turn starts from. */
export interface TurnInput {
  program: Program;
  state: ConversationState;
  event: TurnEvent;
  environment: Record<string, string>;
  /** Default: no page and no tokens. */
  linking?: WebViewLinking;
}

/** The answer to a request. `wasReplayed`: it was recorded before a crash and not asked for again. */
export interface RequestAnswer {
  event: ResultEvent;
  wasReplayed: boolean;
}

/** A part of a turn: asks for things by yielding requests, gives `T` in the end. */
export type Steps<T> = Generator<RequestEffect, T, RequestAnswer>;

/** A turn under way: everything that its parts read and change. Lives as long as the turn. */
export interface Turn {
  readonly program: Program;
  readonly index: ProgramIndex;
  readonly environment: Record<string, string>;
  readonly event: TurnEvent;
  readonly linking: WebViewLinking;
  /** The turn's own copy. */
  readonly state: ConversationState;
  /** Now: the moment of the newest event. */
  atMs: number;
  effects: OutcomeEffect[];
  trace: TraceEntry[];
  requestCount: number;
  timerCount: number;
  messageCount: number;
  /** Interactions entered since the dialog last changed. Source: reference, section 7.10. */
  chainCount: number;
  dialogJumpCount: number;
  /** Whether a dialog was entered in this turn; the first entry is no jump. */
  hasEnteredDialog: boolean;
  /** Dialogs that the message being heard has started already; it starts none of them again. */
  startedDialogIds: Set<string>;
  /** Whether something failed that counts towards auto escalation. */
  hasFailed: boolean;
  /** What came of the message's regular expressions, by expression. */
  expressionMatches: Record<string, ExpressionMatch>;
  /** Scores of the texts that were scored. */
  intentsByText: Map<string, IntentScore[]>;
  /** Responses that came in this turn, by `api_X`. */
  newResponses: Set<string>;
  /** Variables as templates read them; null once one has changed. */
  snapshot: VariableSnapshot | null;
}

/** Begins a turn on a copy of the state. */
export function newTurn({ program, state, event, environment, linking = NO_LINKING }: TurnInput): Turn {
  return {
    program,
    index: indexProgram(program),
    environment,
    event,
    linking,
    state: copyState(state),
    atMs: event.atMs,
    effects: [],
    trace: [],
    requestCount: 0,
    timerCount: 0,
    messageCount: 0,
    chainCount: 0,
    dialogJumpCount: 0,
    hasEnteredDialog: false,
    startedDialogIds: new Set(),
    hasFailed: false,
    expressionMatches: {},
    intentsByText: new Map(),
    newResponses: new Set(),
    snapshot: null,
  };
}

/** The next request's key: the same in every playing of the same turn. */
export function nextKey(turn: Turn): string {
  turn.requestCount += 1;
  return `t${turn.state.turnCount}:${turn.requestCount}`;
}

/** Says in the trace that something is wrong with the bot. */
export function reportFault(turn: Turn, fault: { code: string; message: string; interactionId?: string | null }): void {
  turn.trace.push({ kind: 'fault', code: fault.code, message: fault.message, interactionId: fault.interactionId ?? null });
}

/** Says in the trace something that a designer may wonder about. */
export function note(turn: Turn, text: string, interactionId: string | null = null): void {
  turn.trace.push({ kind: 'note', text, interactionId });
}
