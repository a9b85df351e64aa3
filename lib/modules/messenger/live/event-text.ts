import type { MessengerEvent } from '../messenger.schema';

/** An event as server-sent events have it. Source: HTML standard, section 9.2.6. JSON has no line breaks of its own. */
export function toEventText(event: MessengerEvent): string {
  const id = event.kind === 'message' ? `id: ${event.conversationId}:${event.message.seq}\n` : '';
  return `event: ${event.kind}\n${id}data: ${JSON.stringify(event)}\n\n`;
}

/** What a reader that comes back has seen last; null when its header says nothing about this conversation. */
export function readLastEventId(lastEventId: string | null, conversationId: string): number | null {
  const [, id, seq] = /^(.+):(\d{1,9})$/.exec(lastEventId ?? '') ?? [];
  return id === conversationId && seq !== undefined ? Number(seq) : null;
}
