import { escapeHtml } from '@/lib/engine/messages/escape-html';
import type { Message } from '@/lib/engine/messages/message.schema';

/** A message as a channel without buttons shows it: its plain text, with lists instead of choices. */
export function toTextOnly(message: Message): Message {
  if (message.actor.kind === 'consumer') return message;
  return { ...message, parts: [{ kind: 'text', html: escapeHtml(message.plainText) }] };
}
