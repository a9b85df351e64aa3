import { z } from 'zod';
import { botContentSchema } from '@/lib/engine/program/bot-content.schema';
import { consumerSchema } from '@/lib/engine/state/conversation-state.schema';
import { integrationDefinitionSchema } from '@/lib/modules/integration/integration.schema';
import { recordedTurnSchema, turnComparisonSchema } from '@/lib/modules/replay/replay.schema';

/** A conversation that must go on as it was recorded: everything that is needed to run it anywhere. */
export const botTestDefinitionSchema = z.object({
  format: z.literal(1),
  /** Of the conversation that was recorded: texts may hold it. */
  conversationId: z.string(),
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

/** A bot with its tests in one file, for running them where the bot is not: `npm run bot:test -- <file>`. Holds no secrets. */
export const botTestFileSchema = z.object({
  format: z.literal(1),
  bot: z.object({ id: z.string(), name: z.string() }),
  content: botContentSchema,
  integrations: z.array(z.object({ id: z.string(), definition: integrationDefinitionSchema })),
  /** Plain values of the bot's environment; secret ones are left out. */
  environment: z.record(z.string(), z.string()),
  tests: z.array(z.object({ name: botTestNameSchema, definition: botTestDefinitionSchema })),
});
export type BotTestFile = z.infer<typeof botTestFileSchema>;
