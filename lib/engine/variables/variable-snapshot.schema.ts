import { z } from 'zod';
import { jsonValueSchema } from '@/lib/engine/json';

/**
 * Everything that variables can be read from at one moment, as plain JSON; nothing is looked up later.
 * Names are without braces and prefixes, so `{$botContext.city}` is `bot.city`.
 * Source: conversation-builder reference, sections 1.2, 8.1 and 8.2.
 */
export const variableSnapshotSchema = z.object({
  bot: z.record(z.string(), jsonValueSchema).default({}),
  slot: z.record(z.string(), jsonValueSchema).default({}),
  environment: z.record(z.string(), z.string()).default({}),
  /** By name without `$`, for example `conversationId`. `userMessage` also answers `$query`. */
  system: z.record(z.string(), jsonValueSchema).default({}),
  /** Captured values of custom data fields in document order, by `X.key`. */
  fields: z.record(z.string(), z.array(jsonValueSchema)).default({}),
  /** Response documents by `api_X`. */
  responses: z.record(z.string(), jsonValueSchema).default({}),
  /** Values that win over all others, by reference as written between the braces: for test values. */
  overrides: z.record(z.string(), jsonValueSchema).default({}),
});
export type VariableSnapshot = z.infer<typeof variableSnapshotSchema>;

/** A snapshot in which only the given variables are set. */
export function buildSnapshot(values: Partial<VariableSnapshot> = {}): VariableSnapshot {
  return { bot: {}, slot: {}, environment: {}, system: {}, fields: {}, responses: {}, overrides: {}, ...values };
}
