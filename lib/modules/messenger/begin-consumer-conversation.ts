import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { Fault } from '@/lib/engine/fault';
import type { TurnEvent } from '@/lib/engine/event.schema';
import { findDialogByName } from '@/lib/engine/flow/find-dialog';
import type { Program } from '@/lib/engine/program/program.schema';
import type { ConsumerScope } from '@/lib/http/route/request-scope';
import { toConsumer, type KnownContact } from '@/lib/modules/contact/contact.rules';
import { buildNewConversation } from '@/lib/modules/conversation/build-new-conversation';
import { conversationOptionsSchema } from '@/lib/modules/conversation/conversation.schema';
import { fileNotFound } from '@/lib/modules/conversation/stored-file.store';
import type { ConversationRuntime } from '@/lib/modules/conversation/conversation-runtime';
import type { PermanentVariables } from '@/lib/modules/conversation/permanent-variables';
import type { Clock } from '@/lib/platform/clock';
import type { ContactRates } from './contact-rates';
import type { beginConversationSchema, ConsumerConversation, History } from './messenger.schema';
import type { OwnConversationStore } from './own-conversation.store';
import { readHistory, type ReadHistoryDeps } from './read-history';

export interface BeginConsumerConversationDeps extends ReadHistoryDeps {
  store: OwnConversationStore;
  runtime: Pick<ConversationRuntime, 'take'>;
  permanentVariables: Pick<PermanentVariables, 'read'>;
  clock: Pick<Clock, 'nowMs'>;
  rates: Pick<ContactRates, 'conversations'>;
  /** The channel's bot, and the contact as bots know it. @throws Fault `messenger/session-required` */
  getParties(scope: ConsumerScope): Promise<{ botId: string; contact: KnownContact }>;
  /** @throws Fault `conversation/no-release` */
  getLiveProgram(botId: string): Promise<Program>;
}

type BeginRequest = z.output<typeof beginConversationSchema>;

const HISTORY_COUNT = 100;

/**
 * Begins a visitor's conversation with its first turn: its message, a dialog, or the bot's greeting. The same `requestId` gives the same
 * conversation, also when both come at once.
 * @throws Fault `messenger/dialog-not-found`, `messenger/too-many-conversations`, `conversation/no-release`, `conversation/turn-failed`, `file/not-found`
 */
export async function beginConsumerConversation(deps: BeginConsumerConversationDeps, scope: ConsumerScope, request: BeginRequest): Promise<History & { conversation: ConsumerConversation }> {
  const id = toConversationId(scope, request.requestId);
  if ((await deps.store.find(id)) === null) await takeFirstTurn(deps, scope, { ...request, id });
  return readHistory(deps, id, { limit: HISTORY_COUNT });
}

async function takeFirstTurn(deps: BeginConsumerConversationDeps, scope: ConsumerScope, { id, message, dialog, variables }: BeginRequest & { id: string }): Promise<void> {
  // Files belong to a conversation, and there is none yet.
  if (message && message.fileIds.length > 0) throw fileNotFound();
  deps.rates.conversations.take(scope.contactId);
  const { workspaceId, channelId } = scope;
  const { botId, contact } = await deps.getParties(scope);
  const dialogId = dialog === undefined ? null : await findDialogId(deps, botId, dialog);
  const atMs = Math.floor(deps.clock.nowMs());
  const permanent = await deps.permanentVariables.read({ botId, kind: 'live', consumerId: contact.id });
  const options = conversationOptionsSchema.parse({});
  const conversation = buildNewConversation({ id, workspaceId, botId, kind: 'live', channelId, options, consumer: toConsumer(contact), permanent, variables, atMs });
  const event: TurnEvent = message ? toMessageEvent(message, atMs) : { kind: 'started', atMs, dialogId };
  // Who asked for the same at the same time may have been faster.
  const toEvent = async () => ((await deps.store.find(id)) === null ? event : null);
  await deps.runtime.take({ workspaceId, conversationId: id, conversation, messageId: null, toEvent });
}

function toMessageEvent({ fileIds: _, ...message }: NonNullable<BeginRequest['message']>, atMs: number): TurnEvent {
  return { kind: 'message-received', atMs, ...message, attachments: [] };
}

async function findDialogId({ getLiveProgram }: BeginConsumerConversationDeps, botId: string, name: string): Promise<string> {
  const dialog = findDialogByName(await getLiveProgram(botId), name);
  if (!dialog) throw new Fault('missing', 'messenger/dialog-not-found', `The bot has no dialog named “${name}” that is switched on in its live release.`);
  return dialog.id;
}

/** An id that follows from who asks for what. Nobody else's can come out: the contact is part of it. Source: RFC 9562, section 5.8 (version 8). */
function toConversationId({ contactId, channelId }: ConsumerScope, requestId: string): string {
  const digits = createHash('sha256').update(JSON.stringify([channelId, contactId, requestId])).digest('hex');
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-8${digits.slice(13, 16)}-a${digits.slice(17, 20)}-${digits.slice(20, 32)}`;
}
