import { z } from 'zod';
import { conversationStatusSchema } from '@/lib/modules/conversation/conversation.schema';
import { consumerMessageSchema, noticeSchema } from './messenger.schema';

/** What processes tell each other about consumers' conversations. Holds only what consumers may read. */
export const messengerNewsSchema = z.discriminatedUnion('kind', [
  /** Something of a turn was stored: all of it, or what was said before a call. */
  z.object({
    kind: z.literal('turn'),
    conversation: z.object({ id: z.string(), status: conversationStatusSchema, createdAt: z.iso.datetime(), updatedAt: z.iso.datetime(), isAnswering: z.boolean() }),
    /** Of the conversation's row, after it. */
    version: z.number().int(),
    /** Number of the newest message before and after it; private messages are counted. */
    seqBefore: z.number().int(),
    lastSeq: z.number().int(),
    /** Up to which message the consumer has read, as far as the turn tells: who says something has seen what was said before. */
    ownReadSeq: z.number().int().nullable(),
    messages: z.array(consumerMessageSchema),
    notices: z.array(noticeSchema),
  }),
  z.object({ kind: z.literal('activity'), conversationId: z.string(), isAnswering: z.boolean() }),
  z.object({ kind: z.literal('read'), conversationId: z.string() }),
  /** The contact became part of another one, or another one became part of it. */
  z.object({ kind: z.literal('merged') }),
]);
export type MessengerNews = z.infer<typeof messengerNewsSchema>;
export type TurnNews = Extract<MessengerNews, { kind: 'turn' }>;

/** Where news of a consumer's conversations is told. */
export function toConsumerTopic(consumerId: string): string {
  return `consumer:${consumerId}`;
}
