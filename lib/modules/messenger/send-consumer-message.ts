import type { ConsumerScope } from '@/lib/http/route/request-scope';
import type { Message } from '@/lib/engine/messages/message.schema';
import { takeTurn, type TakeTurnDeps } from '@/lib/modules/conversation/take-turn';
import type { Attachment } from '@/lib/engine/event.schema';
import { isForConsumers, toConsumerMessage } from './consumer-message.rules';
import type { ContactRates } from './contact-rates';
import type { FileAddresses } from './file-addresses';
import type { ConsumerConversation, ConsumerMessage, ConsumerMessageInput } from './messenger.schema';
import { getOwnConversation } from './own-conversations';
import type { OwnConversationStore } from './own-conversation.store';
import { getLine } from './read-history';

export interface SendConsumerMessageDeps extends TakeTurnDeps {
  store: OwnConversationStore;
  fileAddresses: FileAddresses;
  rates: Pick<ContactRates, 'messages'>;
  /** Files stored for a conversation, as a message carries them. @throws Fault `file/not-found` */
  getAttachments(conversationId: string, fileIds: readonly string[]): Promise<Attachment[]>;
}

/**
 * Says something for a visitor; answers when the turn is on the disk. The same `messageId` again gives the same answer.
 * @throws Fault `conversation/not-found`, `conversation/closed`, `conversation/turn-failed`, `file/not-found`, `messenger/too-many-messages`
 */
export async function sendConsumerMessage(deps: SendConsumerMessageDeps, scope: ConsumerScope, { conversationId, input }: { conversationId: string; input: ConsumerMessageInput }): Promise<{ messages: ConsumerMessage[]; conversation: ConsumerConversation }> {
  deps.rates.messages.take(scope.contactId);
  await getOwnConversation(deps.store, conversationId);
  const { fileIds, ...message } = input;
  const attachments = await deps.getAttachments(conversationId, fileIds);
  const { messages } = await takeTurn(deps, { workspaceId: scope.workspaceId, conversationId }, { kind: 'message', ...message, attachments });
  return { messages: toOwnTurn(deps, messages, { conversationId, messageId: message.messageId }), conversation: await getLine(deps.store, conversationId) };
}

/** The messages of a turn that a visitor began with a message of this id. */
export function toOwnTurn({ fileAddresses }: Pick<SendConsumerMessageDeps, 'fileAddresses'>, messages: readonly Message[], { conversationId, messageId }: { conversationId: string; messageId: string }): ConsumerMessage[] {
  const ownId = messages.find(({ actor }) => actor.kind === 'consumer')?.id;
  return messages.filter(isForConsumers).map((message) => toConsumerMessage(message, { conversationId, clientMessageId: message.id === ownId ? messageId : null, signFile: fileAddresses.sign }));
}
