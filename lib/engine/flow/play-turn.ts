import { finishTurn } from './finish-turn';
import { playEvent } from './events/play-event';
import { runFlow } from './run-flow';
import type { Steps, Turn } from './turn';

/**
 * Plays a whole turn: what happened, where it leads, and the tidying up. Yields a request whenever it has to ask something;
 * the same state, event and answers always give the same turn.
 */
export function* playTurn(turn: Turn): Steps<void> {
  const { state } = turn;
  state.turnCount += 1;
  state.variables.request = {};
  for (const [name, slot] of Object.entries(state.slots)) if (slot.duration === 'request') delete state.slots[name];
  yield* runFlow(turn, yield* playEvent(turn, turn.event));
  finishTurn(turn);
}
