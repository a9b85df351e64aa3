import { z } from 'zod';
import { defineRoute } from '@/lib/http/route/route-contract';
import { botInputSchema, botSchema, botSummarySchema } from './bot.schema';

const params = z.object({ botId: z.string() });
const tag = 'Bots';
const access = 'session';

export const listBots = defineRoute({
  method: 'get',
  path: '/bots',
  operationId: 'listBots',
  tag,
  summary: 'All bots, most recently changed first',
  access,
  result: z.object({ bots: z.array(botSummarySchema) }),
});

export const createBot = defineRoute({
  method: 'post',
  path: '/bots',
  operationId: 'createBot',
  tag,
  summary: 'Create a bot',
  access,
  body: botInputSchema,
  result: botSchema,
  status: 201,
  problems: ['environment/not-found'],
});

export const getBot = defineRoute({
  method: 'get',
  path: '/bots/{botId}',
  operationId: 'getBot',
  tag,
  summary: 'One bot',
  access,
  params,
  result: botSchema,
  problems: ['bot/not-found'],
});

export const updateBot = defineRoute({
  method: 'put',
  path: '/bots/{botId}',
  operationId: 'updateBot',
  tag,
  summary: 'Rename, describe, or give another environment',
  access,
  params,
  body: botInputSchema.extend({ version: z.number().int() }),
  result: botSchema,
  problems: ['bot/not-found', 'bot/changed-meanwhile', 'environment/not-found'],
});

export const duplicateBot = defineRoute({
  method: 'post',
  path: '/bots/{botId}/duplicate',
  operationId: 'duplicateBot',
  tag,
  summary: 'Copy a bot with its draft and its integrations',
  access,
  params,
  result: botSchema,
  status: 201,
  problems: ['bot/not-found'],
});

export const deleteBot = defineRoute({
  method: 'delete',
  path: '/bots/{botId}',
  operationId: 'deleteBot',
  tag,
  summary: 'Delete a bot with everything that belongs to it, its conversations too',
  description: 'Refused with the list `usedBy` while messengers talk as this bot.',
  access,
  params,
  query: z.object({ confirmName: z.string().describe('The name of the bot, typed again.') }),
  problems: ['bot/not-found', 'bot/name-not-confirmed', 'bot/in-use'],
});
