import type { Message, MessagePart } from '@/lib/engine/messages/message.schema';
import { readFileId } from '@/lib/modules/conversation/file-url.rules';
import type { ConsumerMessage } from './messenger.schema';
import { toReadableText } from './readable-text.rules';

/** Where a message stands, and how its files are addressed for consumers. */
interface MessagePlace {
  conversationId: string;
  /** Of the consumer's own messages. */
  clientMessageId: string | null;
  signFile(place: { conversationId: string; fileId: string }): string;
}

/** Whether consumers may read a message. Everything that leaves for a consumer is asked this. */
export function isForConsumers({ visibility }: Pick<Message, 'visibility'>): boolean {
  return visibility === 'normal';
}

/** A message as consumers read it. Private ones must have been left out before. */
export function toConsumerMessage({ visibility: _, interactionId: __, ...message }: Message, place: MessagePlace): ConsumerMessage {
  return { ...message, parts: message.parts.map((part) => withSignedFile(part, place)), clientMessageId: place.clientMessageId };
}

/** An address of a stored file works for people of the studio only; consumers get one that works without a session. */
function withSignedFile(part: MessagePart, { conversationId, signFile }: MessagePlace): MessagePart {
  if (!('url' in part) || part.kind === 'url-button') return part;
  const fileId = readFileId(part.url);
  return fileId === null ? part : { ...part, url: signFile({ conversationId, fileId }) };
}

const LATEST_LENGTH_MAX = 300;

/** A message as the last line of a list of conversations shows it. */
export function toLatest(message: Pick<ConsumerMessage, 'actor' | 'parts' | 'plainText' | 'createdAt'>) {
  return { actorKind: message.actor.kind, text: toReadableText(message).slice(0, LATEST_LENGTH_MAX), createdAt: message.createdAt };
}
