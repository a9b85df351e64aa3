import type { Message } from '@/lib/engine/messages/message.schema';

/** What is shown of a message. Consumers never see private ones; theirs lack the visibility. */
export type ShownMessage = Omit<Message, 'visibility' | 'interactionId'> & Partial<Pick<Message, 'visibility'>>;

/** Messages of one sender that came shortly one after another. */
export type MessageGroup<Shown extends ShownMessage = ShownMessage> = { key: string; actor: Shown['actor']; isPrivate: boolean; messages: Shown[] };

const GAP_MS_MAX = 5 * 60_000;

/** Whether a message belongs to a group: same sender, same visibility, within five minutes of the one before it. */
export function isOfGroup(group: MessageGroup, message: ShownMessage): boolean {
  const last = group.messages.at(-1);
  return (
    last !== undefined &&
    group.actor.kind === message.actor.kind &&
    group.actor.id === message.actor.id &&
    group.isPrivate === isPrivate(message) &&
    Date.parse(message.createdAt) - Date.parse(last.createdAt) <= GAP_MS_MAX
  );
}

/** A group that begins with a message. */
export function beginGroup<Shown extends ShownMessage>(message: Shown): MessageGroup<Shown> {
  return { key: message.id, actor: message.actor, isPrivate: isPrivate(message), messages: [message] };
}

function isPrivate({ visibility }: ShownMessage): boolean {
  return visibility === 'private';
}
