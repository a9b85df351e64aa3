import { z } from 'zod';
import { jsonObjectSchema } from '@/lib/engine/json';
import { botSettingsSchema } from './bot-settings.schema';
import { dialogSchema } from './dialog.schema';
import { interactionSchema } from './interaction.schema';
import { entitySchema, intentSchema } from './understanding.schema';

/**
 * Everything a designer says about a bot except its integrations: the draft as it is edited, and a release as it runs.
 * Things stand by id, so that a change names one thing; orders are lists of ids. A draft may be broken: names may clash,
 * ids may lead nowhere. A release was checked.
 */
export const botContentSchema = z.object({
  /** Grows when the shape changes in a way that older readers can't take. */
  format: z.literal(1).default(1),
  settings: botSettingsSchema.prefault({}),
  /** JavaScript whose functions every script can call. Source: reference, section 5.11. */
  globalFunctions: z.string().max(500_000, 'Use at most 500,000 characters.').default(''),
  dialogIds: z.array(z.string()).max(1_000, 'Use at most 1,000 dialogs.').default([]),
  dialogs: z.record(z.string(), dialogSchema).default({}),
  /** Each belongs to the one dialog that lists its id. */
  interactions: z.record(z.string(), interactionSchema).default({}),
  intents: z.record(z.string(), intentSchema).default({}),
  entities: z.record(z.string(), entitySchema).default({}),
  vendor: jsonObjectSchema.optional(),
});
export type BotContent = z.infer<typeof botContentSchema>;

/** A bot in which nothing was said yet. */
export function emptyBotContent(): BotContent {
  return botContentSchema.parse({});
}
