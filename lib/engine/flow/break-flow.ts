import { sendPlatformText } from '@/lib/engine/messages/send-message';
import { dropFrames } from './drop-frames';
import { REST, type Move } from './move';
import { reportFault, type Turn } from './turn';
import { endWait } from './wait';

/** Stops a flow that can't go on, says so in the trace and to the consumer; the next message starts afresh. */
export function breakFlow(turn: Turn, fault: { code: string; message: string; interactionId: string | null }): Move {
  reportFault(turn, fault);
  endWait(turn);
  dropFrames(turn, 'ended');
  sendPlatformText(turn, turn.program.settings.errorText);
  return REST;
}
