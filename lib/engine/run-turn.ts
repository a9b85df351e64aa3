import type { OutcomeEffect } from './effect.schema';
import type { ResultEvent } from './event.schema';
import { playTurn } from './flow/play-turn';
import { newTurn, type TurnInput } from './flow/turn';
import type { TurnPorts } from './ports';
import type { ConversationState } from './state/conversation-state.schema';
import type { TraceEntry } from './trace.schema';

/** The answers that a turn got, in the order of its requests. A key never occurs twice in a conversation. */
export type Journal = { key: string; result: ResultEvent }[];

/** What came of a turn. `effects` are to be carried out when the turn is kept, messages included, in order. */
export interface TurnResult {
  state: ConversationState;
  effects: OutcomeEffect[];
  trace: TraceEntry[];
  journal: Journal;
}

/**
 * Carries a whole turn out: the same as `step` after `step`, with each request given to the port. Answers found in the
 * journal are used without asking, so that a turn that was cut off goes on where it was. Rejects only when the port does;
 * then nothing has changed.
 */
export async function runTurn(input: TurnInput & { journal: Journal }, ports: TurnPorts): Promise<TurnResult> {
  const turn = newTurn(input);
  const recorded = new Map(input.journal.map(({ key, result }) => [key, result]));
  const journal: Journal = [];
  const playing = playTurn(turn);
  let played = playing.next();
  while (!played.done) {
    const request = played.value;
    const known = recorded.get(request.key);
    const event = known ?? (await ports.answer(request, turn.effects));
    journal.push({ key: request.key, result: event });
    turn.atMs = Math.max(turn.atMs, event.atMs);
    played = playing.next({ event, wasReplayed: known !== undefined });
  }
  return { state: turn.state, effects: turn.effects, trace: turn.trace, journal };
}
