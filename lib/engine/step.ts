import type { Effect } from './effect.schema';
import type { EngineEvent, ResultEvent, TurnEvent } from './event.schema';
import { newTurn, type Turn } from './flow/turn';
import { playTurn } from './flow/play-turn';
import { unexpectedEvent } from './flow/unexpected-event';
import type { Program } from './program/program.schema';
import type { ConversationState } from './state/conversation-state.schema';
import { turnStateSchema, type TurnState } from './state/turn-state.schema';
import type { StepResult } from './step-result';
import type { WebViewLinking } from './web-view-link';

/** What happened, and the values of the bot's environment. */
interface StepInput {
  event: EngineEvent;
  environment: Record<string, string>;
  linking?: WebViewLinking;
}

/**
 * Takes one event and says what comes of it; pure, the given state stays as it is. With a request among the effects the turn
 * goes on by the next step, whose event is the answer. Throws only for an event that can't come now, for example an answer
 * to nothing (`engine/unexpected-event`).
 */
export function step(program: Program, state: ConversationState, { event, environment, linking }: StepInput): StepResult {
  const turnState = nextTurnState(state, event);
  const turn = newTurn({ program, state: turnState.before, event: turnState.event, environment, ...(linking && { linking }) });
  const request = playUntilRequest(turn, turnState.answers);
  if (!request) return { state: turn.state, effects: turn.effects, trace: turn.trace };
  return { state: { ...turn.state, turn: turnState as unknown as ConversationState['turn'] }, effects: [...turn.effects, request], trace: turn.trace }; // JSON by its schema.
}

/** Plays the turn through the answers it already got; what was said before the last of them was said by earlier steps. */
function playUntilRequest(turn: Turn, answers: readonly ResultEvent[]): Effect | null {
  const playing = playTurn(turn);
  let played = playing.next();
  for (const event of answers) {
    if (played.done) throw unexpectedEvent('The turn was over before all of its answers were used.');
    if (played.value.key !== event.key) throw unexpectedEvent(`The turn waits for an answer to ${played.value.key}, not to ${event.key}.`);
    turn.effects = [];
    turn.trace = [];
    turn.atMs = Math.max(turn.atMs, event.atMs);
    played = playing.next({ event, wasReplayed: false });
  }
  return played.done ? null : played.value;
}

function nextTurnState(state: ConversationState, event: EngineEvent): TurnState {
  if (isResult(event)) {
    if (state.turn === null) throw unexpectedEvent('An answer came, but no turn is under way.');
    const { before, event: first, answers } = turnStateSchema.parse(state.turn);
    return { before, event: first, answers: [...answers, event] };
  }
  if (state.turn !== null) throw unexpectedEvent('A turn is under way; it goes on with an answer only.');
  return { before: state, event, answers: [] };
}

function isResult(event: EngineEvent): event is Exclude<EngineEvent, TurnEvent> {
  return 'key' in event;
}
