import { z } from 'zod';
import { jsonObjectSchema } from '@/lib/engine/json';

/** What consumers want, by examples. Source: conversation-builder reference, sections 7.2 and 7.4. */
export const intentSchema = z.object({
  id: z.string(),
  name: z.string().max(200, 'Use at most 200 characters.'),
  /** Shown in a disambiguation; empty: the name. */
  label: z.string().max(200).default(''),
  /** May hold `@entityName`. */
  phrases: z.array(z.string().max(500, 'Use at most 500 characters.')).max(2_000, 'Use at most 2,000 phrases.').default([]),
  vendor: jsonObjectSchema.optional(),
});
export type Intent = z.infer<typeof intentSchema>;

/** Things consumers name. Source: conversation-builder reference, section 8.6. */
export const entitySchema = z.object({
  id: z.string(),
  /** Letters, digits, `_` and `-`; written `@name`. */
  name: z.string().max(200, 'Use at most 200 characters.'),
  definition: z.discriminatedUnion('kind', [
    /** A value may be `value~data`; several values may share their data. */
    z.object({ kind: z.literal('value-set'), values: z.array(z.string().max(500)).max(5_000, 'Use at most 5,000 values.') }),
    /** JavaScript syntax; heeds case unless it begins with `(?i)`. */
    z.object({ kind: z.literal('regular-expression'), expression: z.string().max(2_000) }),
  ]),
  vendor: jsonObjectSchema.optional(),
});
export type Entity = z.infer<typeof entitySchema>;
