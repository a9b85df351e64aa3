import type { TurnEvent } from '@/lib/engine/event.schema';
import { dropFrames } from '../drop-frames';
import { REST, type Move } from '../move';
import { note, type Turn } from '../turn';
import { endWait } from '../wait';

/** Somebody else closed the conversation. */
export function playClosed(turn: Turn, { reason }: Extract<TurnEvent, { kind: 'closed' }>): Move {
  endWait(turn);
  dropFrames(turn, 'closed');
  turn.state.status = 'closed';
  note(turn, `The conversation was closed: ${reason}.`);
  return REST;
}
