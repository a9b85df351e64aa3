import { z } from 'zod';
import { defineRoute } from '@/lib/http/route/route-contract';
import { botTestDefinitionSchema, botTestFileSchema, botTestNameSchema, botTestResultSchema, botTestSchema, botTestSummarySchema } from './bot-test.schema';

const params = z.object({ botId: z.string() });
const testParams = params.extend({ testId: z.string() });
const tag = 'Bot tests';
const access = 'session';
const changesConfiguration = false;

export const listBotTests = defineRoute({
  method: 'get',
  path: '/bots/{botId}/tests',
  operationId: 'listBotTests',
  tag,
  summary: 'Tests of a bot by name',
  access,
  params,
  result: z.object({ tests: z.array(botTestSummarySchema) }),
  problems: ['bot/not-found'],
});

export const createBotTest = defineRoute({
  method: 'post',
  path: '/bots/{botId}/tests',
  operationId: 'createBotTest',
  changesConfiguration,
  tag,
  summary: 'Save a conversation with its recorded calls as a test',
  description: 'Give `conversationId`, or a `definition` that was exported.',
  access,
  params,
  body: z.union([z.object({ name: botTestNameSchema, conversationId: z.string() }), z.object({ name: botTestNameSchema, definition: botTestDefinitionSchema })]),
  bodyBytesMax: 20 * 1024 * 1024,
  result: botTestSchema,
  status: 201,
  problems: ['bot/not-found', 'conversation/not-found', 'bot-test/nothing-recorded'],
});

export const getBotTest = defineRoute({
  method: 'get',
  path: '/bots/{botId}/tests/{testId}',
  operationId: 'getBotTest',
  tag,
  summary: 'One test with its latest result',
  access,
  params: testParams,
  result: botTestSchema,
  problems: ['bot-test/not-found'],
});

export const updateBotTest = defineRoute({
  method: 'put',
  path: '/bots/{botId}/tests/{testId}',
  operationId: 'updateBotTest',
  changesConfiguration,
  tag,
  summary: 'Rename a test, or accept what the bot says now as what it should say',
  access,
  params: testParams,
  body: z.object({ version: z.number().int(), name: botTestNameSchema.optional(), acceptsLastResult: z.boolean().default(false) }),
  result: botTestSchema,
  problems: ['bot-test/not-found', 'bot-test/changed-meanwhile', 'bot-test/no-result'],
});

export const deleteBotTest = defineRoute({
  method: 'delete',
  path: '/bots/{botId}/tests/{testId}',
  operationId: 'deleteBotTest',
  changesConfiguration,
  tag,
  summary: 'Delete a test',
  access,
  params: testParams,
  problems: ['bot-test/not-found'],
});

export const runBotTest = defineRoute({
  method: 'post',
  path: '/bots/{botId}/tests/{testId}/runs',
  operationId: 'runBotTest',
  changesConfiguration,
  tag,
  summary: 'Run a test against the draft',
  access,
  params: testParams,
  result: botTestResultSchema,
  problems: ['bot-test/not-found'],
});

export const runAllBotTests = defineRoute({
  method: 'post',
  path: '/bots/{botId}/test-runs',
  operationId: 'runAllBotTests',
  changesConfiguration,
  tag,
  summary: 'Run all tests of a bot against the draft',
  access,
  params,
  result: z.object({ passedCount: z.number().int(), failedCount: z.number().int(), results: z.array(z.object({ testId: z.string(), name: z.string(), result: botTestResultSchema })) }),
  problems: ['bot/not-found'],
});

export const exportBotTest = defineRoute({
  method: 'get',
  path: '/bots/{botId}/tests/{testId}/playwright',
  operationId: 'exportBotTest',
  tag,
  summary: 'A test as a Playwright spec',
  access,
  params: testParams,
  result: z.object({ fileName: z.string(), text: z.string() }),
  problems: ['bot-test/not-found'],
});

export const exportBotTests = defineRoute({
  method: 'get',
  path: '/bots/{botId}/test-file',
  operationId: 'exportBotTests',
  tag,
  summary: 'A bot with all of its tests as one file, for `npm run bot:test`',
  access,
  params,
  result: botTestFileSchema,
  problems: ['bot/not-found'],
});
