import { z } from 'zod';
import { jsonValueSchema } from '@/lib/engine/json';
import { attachmentSchema } from '@/lib/engine/event.schema';
import { messageSchema } from '@/lib/engine/messages/message.schema';
import { consumerSchema } from '@/lib/engine/state/conversation-state.schema';
import { defineRoute } from '@/lib/http/route/route-contract';
import {
  conversationDetailSchema,
  conversationKindSchema,
  conversationOptionsSchema,
  conversationSchema,
  messageInputSchema,
  MESSAGE_LENGTH_MAX,
  turnDetailSchema,
  turnSchema,
  turnStatusSchema,
} from './conversation.schema';

const botParams = z.object({ botId: z.string() });
const params = z.object({ conversationId: z.string() });
const tag = 'Conversations';
const access = 'session';
/** Turns change conversations, never configuration. */
const changesConfiguration = false;

const countSchema = (max: number, byDefault: number) => z.coerce.number().int().min(1).max(max).default(byDefault);

/** Whose conversation it is; what is left out has its default. Without an id it is somebody new. */
export const consumerInputSchema = consumerSchema.extend({ id: z.string().min(1).max(200, 'Use at most 200 characters.').optional() });

/** Answer to what begins a turn: the turn, and all of its messages in order, the consumer's own included. */
export const turnAnswerSchema = z.object({ turn: z.object({ number: z.number().int(), status: turnStatusSchema }), messages: z.array(messageSchema) });
export type TurnAnswer = z.infer<typeof turnAnswerSchema>;

const turnProblems = ['conversation/not-found', 'conversation/closed', 'conversation/turn-failed'];

export const startConversation = defineRoute({
  method: 'post',
  path: '/bots/{botId}/conversations',
  operationId: 'startConversation',
  changesConfiguration,
  tag,
  summary: 'Begin a conversation',
  description: 'Live conversations run the live release, previews the draft. With `message` the consumer speaks first, with `dialogId` that dialog begins, else the bot greets.',
  access,
  params: botParams,
  body: z.object({
    kind: conversationKindSchema,
    consumer: consumerInputSchema.optional(),
    message: messageInputSchema.optional(),
    dialogId: z.string().optional(),
    /** Bot variables of the session that are set before the first turn. */
    variables: z.record(z.string().max(200), jsonValueSchema).default({}),
    /** Previews only. */
    options: conversationOptionsSchema.optional(),
  }),
  result: z.object({ conversation: conversationSchema, messages: z.array(messageSchema) }),
  status: 201,
  problems: ['bot/not-found', 'conversation/no-release', 'conversation/previews-only', 'conversation/turn-failed', 'file/not-found'],
});

export const listConversations = defineRoute({
  method: 'get',
  path: '/bots/{botId}/conversations',
  operationId: 'listConversations',
  tag,
  summary: 'Conversations of a bot, most recently active first',
  access,
  params: botParams,
  query: z.object({ kind: conversationKindSchema.optional(), limit: countSchema(200, 50) }),
  result: z.object({ conversations: z.array(conversationSchema) }),
  problems: ['bot/not-found'],
});

export const getConversation = defineRoute({
  method: 'get',
  path: '/conversations/{conversationId}',
  operationId: 'getConversation',
  tag,
  summary: 'One conversation: what it waits for and what it remembers',
  access,
  params,
  result: conversationDetailSchema,
  problems: ['conversation/not-found'],
});

export const listMessages = defineRoute({
  method: 'get',
  path: '/conversations/{conversationId}/messages',
  operationId: 'listMessages',
  tag,
  summary: 'Messages in order, after a given one',
  access,
  params,
  query: z.object({ afterSeq: z.coerce.number().int().min(0).default(0), limit: countSchema(500, 500) }),
  result: z.object({ messages: z.array(messageSchema), lastSeq: z.number().int() }),
  problems: ['conversation/not-found'],
});

export const sendMessage = defineRoute({
  method: 'post',
  path: '/conversations/{conversationId}/messages',
  operationId: 'sendMessage',
  changesConfiguration,
  tag,
  summary: 'Say something as the consumer',
  description:
    'Answers when the turn is done and on disk. The same `messageId` again gives the same answer and has no second effect. Attachments are those that uploading files to this conversation answered with: name, type and size are taken from the stored file.',
  access,
  params,
  body: messageInputSchema,
  result: turnAnswerSchema,
  problems: [...turnProblems, 'file/not-found'],
});

export const listTurns = defineRoute({
  method: 'get',
  path: '/conversations/{conversationId}/turns',
  operationId: 'listTurns',
  tag,
  summary: 'Turns in order, after a given one',
  access,
  params,
  query: z.object({ afterNumber: z.coerce.number().int().min(0).default(0), limit: countSchema(500, 500) }),
  result: z.object({ turns: z.array(turnSchema) }),
  problems: ['conversation/not-found'],
});

export const getTurn = defineRoute({
  method: 'get',
  path: '/conversations/{conversationId}/turns/{number}',
  operationId: 'getTurn',
  tag,
  summary: 'One turn: its trace, its calls, and variables before and after',
  access,
  params: params.extend({ number: z.coerce.number().int().min(1) }),
  result: turnDetailSchema,
  problems: ['conversation/not-found', 'conversation/turn-not-found'],
});

export const finishHandOver = defineRoute({
  method: 'post',
  path: '/conversations/{conversationId}/hand-over',
  operationId: 'finishHandOver',
  changesConfiguration,
  tag,
  summary: 'Tell what came of a transfer to a person',
  access,
  params,
  body: z.object({ result: z.enum(['accepted', 'failed', 'returned']), reason: z.string().max(2_000, 'Use at most 2,000 characters.').default('') }),
  result: turnAnswerSchema,
  problems: [...turnProblems, 'conversation/not-handed-over'],
});

export const postWebView = defineRoute({
  method: 'post',
  path: '/conversations/{conversationId}/web-view-posts',
  operationId: 'postWebView',
  changesConfiguration,
  tag,
  summary: 'Write back from a page',
  description: 'Sets web view variables and, with `message`, speaks for the consumer, both in one turn. The same `messageId` again has no second effect.',
  access,
  params,
  body: z.object({
    messageId: messageInputSchema.shape.messageId,
    variables: z.record(z.string().max(200, 'Use at most 200 characters.'), z.string().max(100_000, 'Use at most 100,000 characters.')).default({}),
    message: z.string().max(MESSAGE_LENGTH_MAX, `Use at most ${MESSAGE_LENGTH_MAX.toLocaleString('en')} characters.`).nullable().default(null),
  }),
  result: turnAnswerSchema,
  problems: turnProblems,
});

export const setConversationVariables = defineRoute({
  method: 'put',
  path: '/conversations/{conversationId}/variables',
  operationId: 'setConversationVariables',
  changesConfiguration,
  tag,
  summary: 'Change variables of a preview',
  description: 'Each named variable is set, or removed with null; the others stay.',
  access,
  params,
  body: z.object({
    variables: z
      .array(z.object({ scope: z.enum(['request', 'session', 'permanent', 'dialog', 'slot', 'web-view']), name: z.string().min(1, 'Enter a name.').max(200, 'Use at most 200 characters.'), value: jsonValueSchema }))
      .max(500, 'Use at most 500 variables.'),
  }),
  result: conversationDetailSchema,
  problems: ['conversation/not-found', 'conversation/previews-only'],
});

export const setConversationOptions = defineRoute({
  method: 'put',
  path: '/conversations/{conversationId}/options',
  operationId: 'setConversationOptions',
  changesConfiguration,
  tag,
  summary: 'Choose how a preview calls integrations',
  access,
  params,
  body: conversationOptionsSchema.pick({ calls: true }),
  result: conversationSchema,
  problems: ['conversation/not-found', 'conversation/previews-only'],
});

export const closeConversation = defineRoute({
  method: 'post',
  path: '/conversations/{conversationId}/close',
  operationId: 'closeConversation',
  changesConfiguration,
  tag,
  summary: 'End a conversation',
  access,
  params,
  body: z.object({ reason: z.string().max(2_000, 'Use at most 2,000 characters.').default('') }),
  result: turnAnswerSchema,
  problems: turnProblems,
});

export const uploadFile = defineRoute({
  method: 'post',
  path: '/conversations/{conversationId}/files',
  operationId: 'uploadFile',
  changesConfiguration,
  tag,
  summary: 'Store a file that the consumer is about to send',
  description: 'The body is the file itself, at most 25 MB; its Content-Type is kept. The answer goes into `attachments` of a message.',
  access,
  params,
  query: z.object({ fileName: z.string().min(1, 'Give a file name.').max(255, 'Use at most 255 characters.') }),
  result: attachmentSchema,
  status: 201,
  problems: ['conversation/not-found', 'conversation/closed', 'request/too-large'],
});

export const downloadFile = defineRoute({
  method: 'get',
  path: '/files/{fileId}',
  operationId: 'downloadFile',
  tag,
  summary: 'A stored file, as a download',
  access,
  params: z.object({ fileId: z.string() }),
  result: z.unknown(),
  problems: ['file/not-found'],
});
