import { z } from 'zod';

/** What a designer says about a bot itself. */
export const botInputSchema = z.object({
  name: z.string().trim().min(1, 'Enter a name.').max(120, 'Use at most 120 characters.'),
  description: z.string().max(2_000, 'Use at most 2,000 characters.').default(''),
  environmentId: z.string().nullable().default(null),
});
export type BotInput = z.infer<typeof botInputSchema>;

/** A bot as the API shows it. Its id never changes. */
export const botSchema = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  environmentId: z.string().nullable(),
  /** Grows with every change; a change must name the version it is based on. */
  version: z.number().int(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});
export type Bot = z.infer<typeof botSchema>;

/** One line in the list of bots. */
export const botSummarySchema = botSchema.extend({ integrationCount: z.number().int() });
export type BotSummary = z.infer<typeof botSummarySchema>;
