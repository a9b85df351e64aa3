import { z } from 'zod';
import { jsonValueSchema } from '@/lib/engine/json';

const metadataSchema = z.array(jsonValueSchema).optional();

/** A choice that a consumer can tap. `payload` goes back with the answer; the label is what is shown. */
export const messageChoiceSchema = z.object({ id: z.string(), label: z.string(), payload: z.string(), imageUrl: z.string().optional(), metadata: metadataSchema });
export type MessageChoice = z.infer<typeof messageChoiceSchema>;

const linkTargetSchema = z.enum(['web-view', 'new-tab', 'same-tab']);
const linkHeightSchema = z.enum(['compact', 'tall', 'full']);

/** A button of a message: answers with its payload, or opens a page. */
export const messageButtonSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('postback'), id: z.string(), label: z.string(), payload: z.string(), metadata: metadataSchema }),
  z.object({ kind: z.literal('url'), id: z.string(), label: z.string(), url: z.string(), target: linkTargetSchema, height: linkHeightSchema }),
]);
export type MessageButton = z.infer<typeof messageButtonSchema>;

export const messageCardSchema = z.object({
  imageUrl: z.string().optional(),
  /** Opened on clicking the image. */
  itemUrl: z.string().optional(),
  title: z.string(),
  subtitle: z.string().optional(),
  buttons: z.array(messageButtonSchema),
});
export type MessageCard = z.infer<typeof messageCardSchema>;

/**
 * One piece of a message. Our own shape, a superset of what the three references need; vendors' formats are written from it.
 * `text` holds the light HTML of the reference, section 6.4, already cleaned.
 */
export const messagePartSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), html: z.string() }),
  z.object({ kind: z.literal('image'), url: z.string(), description: z.string().optional() }),
  z.object({ kind: z.literal('video'), url: z.string(), description: z.string().optional() }),
  z.object({ kind: z.literal('audio'), url: z.string(), description: z.string().optional() }),
  z.object({ kind: z.literal('file'), url: z.string(), fileName: z.string(), contentType: z.string().optional(), bytes: z.number().optional() }),
  z.object({ kind: z.literal('buttons'), buttons: z.array(messageButtonSchema) }),
  z.object({ kind: z.literal('url-button'), label: z.string(), url: z.string(), target: linkTargetSchema, height: linkHeightSchema }),
  z.object({ kind: z.literal('quick-replies'), choices: z.array(messageChoiceSchema), choicesPerRow: z.number().int().optional() }),
  z.object({ kind: z.literal('drop-down'), choices: z.array(messageChoiceSchema), placeholder: z.string() }),
  z.object({ kind: z.literal('carousel'), cards: z.array(messageCardSchema), layout: z.enum(['horizontal', 'vertical']) }),
  z.object({ kind: z.literal('list'), items: z.array(z.object({ title: z.string(), subtitle: z.string().optional() })) }),
  /** Ask for a file. */
  z.object({ kind: z.literal('file-request'), acceptedTypes: z.array(z.string()), bytesMax: z.number() }),
  /** Raw rich-message JSON, shown as far as it is understood. */
  z.object({ kind: z.literal('universal'), content: jsonValueSchema }),
]);
export type MessagePart = z.infer<typeof messagePartSchema>;

/** One message of a conversation, as everybody reads it. */
export const messageSchema = z.object({
  id: z.string(),
  /** From 1, without gaps, in the order of the conversation. */
  seq: z.number().int(),
  actor: z.object({ kind: z.enum(['consumer', 'bot', 'operator', 'system']), id: z.string() }),
  /** `private` is for operators only. */
  visibility: z.enum(['normal', 'private']),
  parts: z.array(messagePartSchema),
  /** What a text-only channel shows instead of the parts, for example a numbered list of choices. */
  plainText: z.string(),
  /** How long a messenger shows typing before it shows this message. */
  delayMs: z.number().int(),
  /** Bot messages: the interaction that sent it, null for texts of the platform. */
  interactionId: z.string().nullable(),
  inReplyTo: z.string().nullable(),
  createdAt: z.iso.datetime(),
});
export type Message = z.infer<typeof messageSchema>;
