import { escapeHtml } from '@/lib/engine/messages/escape-html';
import { sendBotMessage } from '@/lib/engine/messages/send-message';
import { normalizeText } from '@/lib/engine/text/normalize-text';
import { greet } from './events/started';
import { REST, type Move } from './move';
import { startOver } from './session';
import type { Steps, Turn } from './turn';

/**
 * `reset` and `display userid` (also `/d`), in previews only: a program without a release number. Null for any other text.
 * Source: conversation-builder reference, sections 9.1 and 9.3.
 */
export function* runDebugCommand(turn: Turn, text: string): Steps<Move | null> {
  const { program, state } = turn;
  if (program.releaseNumber !== null || !program.settings.hasDebugCommands) return null;
  const command = normalizeText(text);
  if (command === 'display userid' || command === '/d') {
    const { id } = state.consumer;
    sendBotMessage(turn, { parts: [{ kind: 'text', html: escapeHtml(id) }], plainText: id }, { interactionId: null });
    return REST;
  }
  if (command !== 'reset') return null;
  return (yield* startOver(turn)) ?? (yield* greet(turn));
}
