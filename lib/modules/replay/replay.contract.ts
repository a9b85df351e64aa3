import { z } from 'zod';
import { jsonValueSchema } from '@/lib/engine/json';
import { defineRoute } from '@/lib/http/route/route-contract';
import { conversationSchema } from '@/lib/modules/conversation/conversation.schema';
import { editedCallSchema, turnComparisonSchema } from './replay.schema';

const params = z.object({ conversationId: z.string() });
const tag = 'Conversations';
const access = 'session';
const changesConfiguration = false;

export const branchConversation = defineRoute({
  method: 'post',
  path: '/conversations/{conversationId}/branch',
  operationId: 'branchConversation',
  changesConfiguration,
  tag,
  summary: 'Go back to a turn and continue from there in a new preview',
  description:
    'The new preview begins with the first `afterTurn` turns as they were, runs the draft from there on, and may differ in variables. With `rerun` the turn after them is run again, its calls answered as given, the others as recorded.',
  access,
  params,
  body: z.object({
    /** 0: before the first turn. */
    afterTurn: z.number().int().min(0),
    variables: z
      .array(z.object({ scope: z.enum(['session', 'permanent', 'dialog', 'slot', 'web-view']), name: z.string().min(1).max(200), value: jsonValueSchema }))
      .max(500)
      .default([]),
    rerun: z.object({ calls: z.array(editedCallSchema).max(50).default([]) }).optional(),
  }),
  result: z.object({ conversation: conversationSchema }),
  status: 201,
  problems: ['conversation/not-found', 'conversation/turn-not-found', 'conversation/turn-failed'],
});

export const replayConversation = defineRoute({
  method: 'post',
  path: '/conversations/{conversationId}/replay',
  operationId: 'replayConversation',
  changesConfiguration,
  tag,
  summary: 'Run a recorded conversation against the draft and compare, turn by turn',
  description: 'No API is called: recorded answers stand in. Nothing is stored.',
  access,
  params,
  result: z.object({ isSame: z.boolean(), turns: z.array(turnComparisonSchema) }),
  problems: ['conversation/not-found'],
});
