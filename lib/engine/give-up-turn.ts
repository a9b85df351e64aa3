import { newTurn, reportFault, type TurnInput } from './flow/turn';
import { sendPlatformText } from './messages/send-message';
import type { TurnResult } from './run-turn';

/** Ends a turn that can't be carried out: the state stays as it was, and the consumer is told that something went wrong. */
export function giveUpTurn(input: TurnInput, fault: { code: string; message: string; atMs: number }): Pick<TurnResult, 'state' | 'effects' | 'trace'> {
  const turn = newTurn(input);
  turn.atMs = Math.max(turn.atMs, fault.atMs);
  turn.state.turnCount += 1;
  reportFault(turn, fault);
  if (turn.state.status === 'open') sendPlatformText(turn, turn.program.settings.errorText);
  return { state: turn.state, effects: turn.effects, trace: turn.trace };
}
