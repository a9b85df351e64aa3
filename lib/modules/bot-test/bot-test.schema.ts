import { z } from 'zod';
import { consumerSchema } from '@/lib/engine/state/conversation-state.schema';
import { recordedTurnSchema, turnComparisonSchema } from '@/lib/modules/replay/replay.schema';

/** A conversation that must go on as it was recorded: everything that is needed to run it anywhere. */
export const botTestDefinitionSchema = z.object({
  format: z.literal(1),
  consumer: consumerSchema,
  turns: z.array(recordedTurnSchema).min(1).max(500),
});
export type BotTestDefinition = z.infer<typeof botTestDefinitionSchema>;

/** What came of running a test. */
export const botTestResultSchema = z.object({
  passed: z.boolean(),
  ranAt: z.iso.datetime(),
  durationMs: z.number(),
  turns: z.array(turnComparisonSchema),
});
export type BotTestResult = z.infer<typeof botTestResultSchema>;

export const botTestNameSchema = z.string().trim().min(1, 'Enter a name.').max(200, 'Use at most 200 characters.');

/** One line in the list of tests. */
export const botTestSummarySchema = z.object({
  id: z.string(),
  botId: z.string(),
  name: z.string(),
  turnCount: z.number().int(),
  /** Null before the first run. */
  lastResult: z.object({ passed: z.boolean(), ranAt: z.iso.datetime(), durationMs: z.number() }).nullable(),
  version: z.number().int(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});
export type BotTestSummary = z.infer<typeof botTestSummarySchema>;

export const botTestSchema = botTestSummarySchema.extend({ definition: botTestDefinitionSchema, lastResult: botTestResultSchema.nullable() });
export type BotTest = z.infer<typeof botTestSchema>;
