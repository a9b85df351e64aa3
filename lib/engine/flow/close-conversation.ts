import { dropFrames } from './drop-frames';
import { REST, type Move } from './move';
import type { Turn } from './turn';
import { endWait } from './wait';

/** Closes the conversation; nothing that comes later is answered. */
export function closeConversation(turn: Turn, { reason, withSurvey }: { reason: string; withSurvey: boolean }): Move {
  endWait(turn);
  dropFrames(turn, 'closed');
  turn.state.status = 'closed';
  turn.effects.push({ kind: 'close', reason, withSurvey });
  return REST;
}
