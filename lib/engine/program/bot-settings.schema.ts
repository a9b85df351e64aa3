import { z } from 'zod';
import { jsonObjectSchema } from '@/lib/engine/json';

/** How a bot behaves in every conversation. Source: conversation-builder reference, sections 9.3 and 9.4. */
export const botSettingsSchema = z.object({
  /** BCP 47. */
  language: z.string().max(35).default('en'),
  /** Minutes without a message after which a session is over and session variables are gone. */
  sessionLengthMinutes: z.number().int().min(1).max(43_200).default(60),
  /** Given to the bot as if the consumer had said it when a conversation begins without a message; empty: the bot keeps silent. */
  greetingMessage: z.string().max(500).default('hi'),
  /** Sent when nothing matched and there is no fallback dialog. Source: reference, section 7.5. */
  fallbackText: z.string().max(2_000).default('Not able to understand your question. Can you please re-phrase it?'),
  /**
   * Default User-Friendly Response: sent when a limit of the flow was reached, a transfer to another bot led nowhere or a turn broke down.
   * After a failed script the flow goes on, so nothing is said then. A text of its own (section 10, pain 15).
   */
  errorText: z.string().max(2_000).default('Sorry, something went wrong. Please try again.'),
  /** Sent when an integration failed and no rule takes the failure. Source: reference, section 1.3. */
  integrationFailureText: z.string().max(2_000).default('Sorry, I could not find anything for that.'),
  /** Split texts longer than this on a word boundary; null: never. Source: reference, section 6.4 (320, newer 1000). */
  textLengthMax: z.number().int().min(80).max(20_000).nullable().default(null),
  /** As the reference does (8.4): values become strings after the turn in which they were stored. */
  turnsValuesIntoStrings: z.boolean().default(false),
  /** `stay`: a conversation keeps the release it began with; `move`: it goes on with the live one at its next turn. */
  releasePolicy: z.enum(['stay', 'move']).default('stay'),
  /** Whether an unmatched answer may start another dialog; a dialog's own switch can forbid it too. */
  allowsContextSwitching: z.boolean().default(true),
  /** `reset` starts over and `display userid` shows the consumer's id, in previews only. */
  hasDebugCommands: z.boolean().default(true),
  /** Whether a button's label, not its callback, is shown as the consumer's message (section 10, pain 16). */
  showsButtonLabels: z.boolean().default(true),
  vendor: jsonObjectSchema.optional(),
});
export type BotSettings = z.infer<typeof botSettingsSchema>;
