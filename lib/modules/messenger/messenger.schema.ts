import { z } from 'zod';
import { jsonValueSchema } from '@/lib/engine/json';
import { messageSchema } from '@/lib/engine/messages/message.schema';
import { channelSettingsSchema } from '@/lib/modules/channel/channel.schema';
import { contactSchema } from '@/lib/modules/contact/contact.schema';
import { conversationStatusSchema, messageInputSchema } from '@/lib/modules/conversation/conversation.schema';

/** What the messenger's frame must know before anybody talks. */
export const messengerConfigSchema = z.object({
  channelId: z.string(),
  botName: z.string(),
  settings: channelSettingsSchema.omit({ allowedOrigins: true }),
  /** False while the bot has no live release. */
  isAvailable: z.boolean(),
  /** Whether transcripts can be sent by mail; downloading them always works. */
  canMail: z.boolean(),
});
export type MessengerConfig = z.infer<typeof messengerConfigSchema>;

/** A message as consumers read it: never a private one. Addresses of files are signed and work without a session. */
export const consumerMessageSchema = messageSchema.omit({ visibility: true, interactionId: true }).extend({
  /** Of the consumer's own messages: the id under which it was sent, so that the sender recognises it. */
  clientMessageId: z.string().nullable(),
});
export type ConsumerMessage = z.infer<typeof consumerMessageSchema>;

/** What happened in a conversation besides messages. */
export const noticeSchema = z.object({
  /** `web-view-posted`: a page wrote back; `handed-over`, `returned`: a person took over, or gave it back to the bot. */
  kind: z.enum(['web-view-posted', 'handed-over', 'returned', 'closed']),
  turnNumber: z.number().int(),
  /** Stands behind the message of this number. */
  afterSeq: z.number().int(),
  at: z.iso.datetime(),
});
export type Notice = z.infer<typeof noticeSchema>;

/** One line in a consumer's list of conversations. */
export const consumerConversationSchema = z.object({
  id: z.string(),
  status: conversationStatusSchema,
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  /** Number of the newest message; 0 before the first. */
  lastSeq: z.number().int(),
  /** Number of the newest message that the consumer has seen, on whatever device. */
  readSeq: z.number().int(),
  /** Messages of others behind `readSeq`. */
  unreadCount: z.number().int(),
  /** The newest message, as plain text; null before the first. */
  latest: z.object({ actorKind: messageSchema.shape.actor.shape.kind, text: z.string(), createdAt: z.iso.datetime() }).nullable(),
  /** Whether a turn is under way. */
  isAnswering: z.boolean(),
});
export type ConsumerConversation = z.infer<typeof consumerConversationSchema>;

/** A stretch of a conversation, in order. */
export const historySchema = z.object({
  messages: z.array(consumerMessageSchema),
  notices: z.array(noticeSchema),
  /** Whether there are older messages than these. */
  hasOlder: z.boolean(),
});
export type History = z.infer<typeof historySchema>;

/** What a consumer says. Files are uploaded before and named by their ids. */
export const consumerMessageInputSchema = messageInputSchema.omit({ attachments: true }).extend({
  fileIds: z.array(z.string().max(200)).max(10, 'Send at most 10 files at once.').default([]),
});
export type ConsumerMessageInput = z.infer<typeof consumerMessageInputSchema>;

/** Who the visitor is: the token that the frame keeps and sends as `Authorization: Bearer`. */
export const messengerSessionSchema = z.object({
  token: z.string(),
  expiresAt: z.iso.datetime(),
  contact: contactSchema,
  conversations: z.array(consumerConversationSchema),
});
export type MessengerSession = z.infer<typeof messengerSessionSchema>;

/**
 * What the live connection tells, as `event:` and `data:` of server-sent events. `hello` comes first and again after each reconnection;
 * then the messages and notices of the watched conversation that the caller lacks; then everything as it happens, in order.
 * Only `message` carries an `id:`, `<conversationId>:<seq>`, which comes back in `Last-Event-ID`.
 */
export const messengerEventSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('hello'), conversations: z.array(consumerConversationSchema) }),
  z.object({ kind: z.literal('message'), conversationId: z.string(), message: consumerMessageSchema }),
  z.object({ kind: z.literal('notice'), conversationId: z.string(), notice: noticeSchema }),
  /** Of any conversation of the contact, watched or not. */
  z.object({ kind: z.literal('conversation'), conversation: consumerConversationSchema }),
  /** The bot begins or stops working on an answer. */
  z.object({ kind: z.literal('activity'), conversationId: z.string(), isAnswering: z.boolean() }),
]);
export type MessengerEvent = z.infer<typeof messengerEventSchema>;

/** Begins a conversation. What is left out has its default: the bot greets. */
export const beginConversationSchema = z.object({
  message: consumerMessageInputSchema.optional(),
  /** Name of the dialog to begin with. */
  dialog: z.string().max(200, 'Use at most 200 characters.').optional(),
  /** Session variables set before the first turn. */
  variables: z.record(z.string().max(200, 'Use at most 200 characters.'), jsonValueSchema).default({}),
  /** The same id again gives the same conversation. */
  requestId: z.string().min(8, 'Use at least 8 characters.').max(200, 'Use at most 200 characters.'),
});
