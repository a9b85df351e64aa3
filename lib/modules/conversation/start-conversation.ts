import type { TurnEvent } from '@/lib/engine/event.schema';
import type { Message } from '@/lib/engine/messages/message.schema';
import { consumerSchema } from '@/lib/engine/state/conversation-state.schema';
import type { Clock } from '@/lib/platform/clock';
import type { z } from 'zod';
import { buildNewConversation } from './build-new-conversation';
import type { startConversation as startContract } from './conversation.contract';
import { previewsOnly } from './conversation.rules';
import { conversationOptionsSchema, type Conversation } from './conversation.schema';
import type { ConversationRuntime } from './conversation-runtime';
import type { conversationStore } from './conversation.store';
import type { PermanentVariables } from './permanent-variables';
import { fileNotFound } from './stored-file.store';

export interface StartConversationDeps {
  runtime: ConversationRuntime;
  conversations: Pick<ReturnType<typeof conversationStore>, 'get'>;
  permanentVariables: Pick<PermanentVariables, 'read'>;
  clock: Clock;
  newId(): string;
}

type StartRequest = z.output<NonNullable<(typeof startContract)['body']>>;

/**
 * Begins a conversation with its first turn: the consumer's message, a dialog, or the bot's greeting.
 * @throws Fault `bot/not-found`, `conversation/no-release`, `conversation/previews-only`, `conversation/turn-failed`, `file/not-found`
 */
export async function startConversation(deps: StartConversationDeps, { workspaceId, botId }: { workspaceId: string; botId: string }, request: StartRequest): Promise<{ conversation: Conversation; messages: Message[] }> {
  const { kind, message, dialogId, options, variables } = request;
  if (options !== undefined && kind !== 'preview') throw previewsOnly();
  // Files belong to a conversation, and there is none yet.
  if (message && message.attachments.length > 0) throw fileNotFound();
  const atMs = Math.floor(deps.clock.nowMs());
  const conversationId = deps.newId();
  const consumer = consumerSchema.parse({ ...request.consumer, id: request.consumer?.id ?? deps.newId() });
  const permanent = await deps.permanentVariables.read({ botId, kind, consumerId: consumer.id });
  const place = { id: conversationId, workspaceId, botId, kind, channelId: null, options: conversationOptionsSchema.parse(options ?? {}) };
  const conversation = buildNewConversation({ ...place, consumer, permanent, variables, atMs });
  const event: TurnEvent = message ? { kind: 'message-received', atMs, ...message } : { kind: 'started', atMs, dialogId: dialogId ?? null };
  const taken = await deps.runtime.take({ workspaceId, conversationId, conversation, messageId: message?.messageId ?? null, toEvent: () => event });
  return { conversation: await deps.conversations.get(conversationId), messages: taken?.messages ?? [] };
}
