import { z } from 'zod';
import { defineRoute } from '@/lib/http/route/route-contract';
import { channelInputSchema, channelSchema } from './channel.schema';

const params = z.object({ channelId: z.string() });
const tag = 'Channels';
const access = 'session';

export const listChannels = defineRoute({
  method: 'get',
  path: '/channels',
  operationId: 'listChannels',
  tag,
  summary: 'Messengers of the workspace, by name',
  access,
  query: z.object({ botId: z.string().optional() }),
  result: z.object({ channels: z.array(channelSchema) }),
});

export const createChannel = defineRoute({
  method: 'post',
  path: '/channels',
  operationId: 'createChannel',
  tag,
  summary: 'Create a messenger',
  access,
  body: channelInputSchema,
  result: channelSchema,
  status: 201,
  problems: ['bot/not-found'],
});

export const getChannel = defineRoute({
  method: 'get',
  path: '/channels/{channelId}',
  operationId: 'getChannel',
  tag,
  summary: 'One messenger',
  access,
  params,
  result: channelSchema,
  problems: ['channel/not-found'],
});

export const saveChannel = defineRoute({
  method: 'put',
  path: '/channels/{channelId}',
  operationId: 'saveChannel',
  tag,
  summary: 'Change a messenger',
  description: 'Refused with the current channel in `current` when somebody else saved since `version`.',
  access,
  params,
  body: channelInputSchema.extend({ version: z.number().int() }),
  result: channelSchema,
  problems: ['channel/not-found', 'channel/changed-meanwhile', 'bot/not-found'],
});

export const deleteChannel = defineRoute({
  method: 'delete',
  path: '/channels/{channelId}',
  operationId: 'deleteChannel',
  tag,
  summary: 'Delete a messenger',
  description: 'Sites that embed it show nothing any more. Its conversations are kept; their contacts are deleted.',
  access,
  params,
  problems: ['channel/not-found'],
});

export const renewIdentitySecret = defineRoute({
  method: 'post',
  path: '/channels/{channelId}/identity-secret',
  operationId: 'renewIdentitySecret',
  tag,
  summary: 'Make the secret that sites sign identities with',
  description: 'Answers with the secret, this once. An earlier one is good no longer.',
  access,
  params,
  result: z.object({ secret: z.string() }),
  problems: ['channel/not-found'],
});
