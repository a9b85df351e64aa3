import { z } from 'zod';
import { jsonValueSchema } from '@/lib/engine/json';

/** Text of a bot's message; may hold variables and the light HTML of the reference, section 6.4. */
export const templateTextSchema = z.string().max(20_000, 'Use at most 20,000 characters.');
export const templateUrlSchema = z.string().max(8_000, 'Use at most 8,000 characters.');
const labelSchema = z.string().max(2_000, 'Use at most 2,000 characters.');

/** Metadata entries of a button or quick reply, readable with `getMetadata`, for example `{ type: 'ExternalId', id: '…' }`. */
const metadataSchema = z.array(jsonValueSchema).max(20, 'Use at most 20 entries.').default([]);

/** An entry of a multiple choice, quick reply or drop-down question. */
export const choiceSchema = z.object({
  id: z.string(),
  label: labelSchema,
  /** What the bot gets when it is chosen; empty: the label. */
  payload: labelSchema.default(''),
  imageUrl: templateUrlSchema.default(''),
  metadata: metadataSchema,
});
export type Choice = z.infer<typeof choiceSchema>;

/**
 * Choices whose number follows the data (reference, section 10, pain 4): one choice for every element of the iterated
 * fields or array variables that the templates name. They stand after the fixed choices.
 */
export const choicesFromDataSchema = z.object({
  label: labelSchema,
  payload: labelSchema.default(''),
  countMax: z.number().int().min(1).max(50).default(10),
});
export type ChoicesFromData = z.infer<typeof choicesFromDataSchema>;

/** What a button does. Source: conversation-builder reference, sections 4.4 and 6.5. */
export const buttonActionSchema = z.discriminatedUnion('kind', [
  /** Empty `callback`: the label is sent. */
  z.object({ kind: z.literal('postback'), callback: labelSchema.default('') }),
  z.object({
    kind: z.literal('web-url'),
    url: templateUrlSchema,
    /** `web-view` opens inside the messenger (the reference's Slideout). */
    target: z.enum(['new-window', 'current-window', 'web-view']).default('new-window'),
    height: z.enum(['compact', 'tall', 'full']).default('full'),
  }),
]);
export type ButtonAction = z.infer<typeof buttonActionSchema>;

export const buttonSchema = z.object({ id: z.string(), label: labelSchema, action: buttonActionSchema, metadata: metadataSchema });
export type Button = z.infer<typeof buttonSchema>;

/** A tile of a structured question or carousel. Iterated fields in it make one tile per element, at most 10. Source: reference, sections 1.8 and 6.5. */
export const tileSchema = z.object({
  id: z.string(),
  imageUrl: templateUrlSchema.default(''),
  /** Opened on clicking the image. */
  itemUrl: templateUrlSchema.default(''),
  title: labelSchema,
  subtitle: labelSchema.default(''),
  buttons: z.array(buttonSchema).max(20, 'Use at most 20 buttons.').default([]),
});
export type Tile = z.infer<typeof tileSchema>;
