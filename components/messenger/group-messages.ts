import type { Message } from '@/lib/engine/messages/message.schema';

/** Messages of one sender that came shortly one after another. */
export type MessageGroup = { key: string; actor: Message['actor']; visibility: Message['visibility']; messages: Message[] };

const GAP_MS_MAX = 5 * 60_000;

/** Puts messages of the same sender together, until somebody else speaks, the visibility changes or five minutes pass. */
export function groupMessages(messages: readonly Message[]): MessageGroup[] {
  const groups: MessageGroup[] = [];
  for (const message of messages) {
    const group = groups.at(-1);
    const last = group?.messages.at(-1);
    if (group && last && continues(group, message, last)) group.messages.push(message);
    else groups.push({ key: message.id, actor: message.actor, visibility: message.visibility, messages: [message] });
  }
  return groups;
}

function continues(group: MessageGroup, message: Message, last: Message): boolean {
  return (
    group.actor.kind === message.actor.kind &&
    group.actor.id === message.actor.id &&
    group.visibility === message.visibility &&
    Date.parse(message.createdAt) - Date.parse(last.createdAt) <= GAP_MS_MAX
  );
}
