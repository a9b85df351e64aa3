import { z } from 'zod';
import { jsonObjectSchema } from '@/lib/engine/json';

const linesSchema = z.array(z.string().max(1_000, 'Use at most 1,000 characters.')).max(1_000, 'Use at most 1,000 lines.');

/** What starts a dialog. Source: conversation-builder reference, section 7.2. */
export const dialogStarterSchema = z.object({
  patterns: linesSchema.default([]),
  /** An input that fits one of these does not start the dialog. */
  excludeKeywords: linesSchema.default([]),
  intentId: z.string().nullable().default(null),
  vendor: jsonObjectSchema.optional(),
});
export type DialogStarter = z.infer<typeof dialogStarterSchema>;

/** A dialog: an ordered list of interactions. Source: conversation-builder reference, sections 7.1, 7.5, 7.7, 7.8. */
export const dialogSchema = z.object({
  id: z.string(),
  name: z.string().max(200, 'Use at most 200 characters.'),
  description: z.string().max(2_000, 'Use at most 2,000 characters.').default(''),
  /** `fallback`, `disambiguation` and `auto-escalation`: at most one of each in a bot. */
  kind: z.enum(['standard', 'fallback', 'disambiguation', 'auto-escalation', 'survey']).default('standard'),
  enabled: z.boolean().default(true),
  starter: dialogStarterSchema.prefault({}),
  interactionIds: z.array(z.string()).max(1_000, 'Use at most 1,000 interactions.').default([]),
  /** Whether an unmatched answer to one of its questions may start another dialog. */
  allowsSwitchingAway: z.boolean().default(true),
  /** Whether the dialog beneath goes on once this one, having interrupted it, is complete. */
  returnsToPrevious: z.boolean().default(true),
  /** Auto escalation: so many fallback answers in one question are tolerated. Source: reference, section 7.7. */
  escalationThreshold: z.number().int().min(1).max(20).default(3),
  /** Disambiguation. Source: reference, section 7.5. */
  disambiguation: z
    .object({
      text: z.string().max(2_000).default('Which of these did you mean?'),
      intentCountMax: z.number().int().min(2).max(3).default(3),
      noneLabel: z.string().max(200).default('None of the above'),
      noneReply: z.string().max(2_000).default("That's not what I was expecting, Please select from one of these options."),
    })
    .prefault({}),
  vendor: jsonObjectSchema.optional(),
});
export type Dialog = z.infer<typeof dialogSchema>;
export type DialogKind = Dialog['kind'];
