import { z } from 'zod';
import { languageTagSchema } from '@/lib/modules/channel/channel.schema';
import { contactInfoSchema, contactSchema, customDataSchema } from '@/lib/modules/contact/contact.schema';
import { defineRoute } from '@/lib/http/route/route-contract';
import { beginConversationSchema, consumerConversationSchema, consumerMessageInputSchema, consumerMessageSchema, historySchema, messengerConfigSchema, messengerSessionSchema } from './messenger.schema';

const tag = 'Messenger';
const access = 'consumer';
/** Consumers change conversations and contacts, never configuration. */
const changesConfiguration = false;
const params = z.object({ conversationId: z.string() });
const conversationProblems = ['messenger/session-required', 'conversation/not-found'];
const turnProblems = [...conversationProblems, 'conversation/closed', 'conversation/turn-failed'];

export const getMessengerConfig = defineRoute({
  method: 'get',
  path: '/messenger/channels/{channelId}',
  operationId: 'getMessengerConfig',
  tag,
  summary: 'How a messenger looks and behaves',
  access: 'public',
  params: z.object({ channelId: z.string() }),
  result: messengerConfigSchema,
  problems: ['channel/not-found'],
});

export const openMessengerSession = defineRoute({
  method: 'post',
  path: '/messenger/channels/{channelId}/sessions',
  operationId: 'openMessengerSession',
  changesConfiguration,
  tag,
  summary: 'Say who the visitor is, or come back',
  description:
    'With the `token` of an earlier session it goes on as that contact; an unknown or expired one is ignored. With `identity`, a JWT (HS256, signed with the channel’s secret; `sub`, `iat` and `exp` required) it is that contact on every device, and what the anonymous one said comes along. With neither it is somebody new.',
  access: 'public',
  params: z.object({ channelId: z.string() }),
  body: z.object({ token: z.string().max(2_000).nullable().default(null), identity: z.string().max(8_000, 'Use at most 8,000 characters.').nullable().default(null), language: languageTagSchema.nullable().catch(null).default(null) }),
  result: messengerSessionSchema,
  status: 201,
  problems: ['channel/not-found', 'messenger/wrong-identity', 'messenger/identity-expired', 'messenger/no-identity-secret', 'messenger/too-many-sessions'],
});

export const updateContact = defineRoute({
  method: 'patch',
  path: '/messenger/contact',
  operationId: 'updateContact',
  changesConfiguration,
  tag,
  summary: 'Tell more about the visitor',
  description: 'What is left out stays; custom data is replaced as a whole. What the signed identity says can’t be changed.',
  access,
  body: z.object({ info: contactInfoSchema.strict().optional(), customData: customDataSchema.optional() }),
  result: contactSchema,
  problems: ['messenger/session-required', 'messenger/too-many-changes'],
});

export const listConsumerConversations = defineRoute({
  method: 'get',
  path: '/messenger/conversations',
  operationId: 'listConsumerConversations',
  tag,
  summary: 'The visitor’s conversations, most recently active first',
  access,
  query: z.object({ limit: z.coerce.number().int().min(1).max(100).default(50) }),
  result: z.object({ conversations: z.array(consumerConversationSchema) }),
  problems: ['messenger/session-required'],
});

export const beginConsumerConversation = defineRoute({
  method: 'post',
  path: '/messenger/conversations',
  operationId: 'beginConsumerConversation',
  changesConfiguration,
  tag,
  summary: 'Begin a conversation',
  access,
  body: beginConversationSchema,
  result: historySchema.extend({ conversation: consumerConversationSchema }),
  status: 201,
  problems: ['messenger/session-required', 'messenger/dialog-not-found', 'conversation/no-release', 'conversation/turn-failed', 'messenger/too-many-conversations'],
});

export const getHistory = defineRoute({
  method: 'get',
  path: '/messenger/conversations/{conversationId}/messages',
  operationId: 'getHistory',
  tag,
  summary: 'A stretch of a conversation: the newest messages, those after one, or those before one',
  access,
  params,
  query: z.object({ afterSeq: z.coerce.number().int().min(0).optional(), beforeSeq: z.coerce.number().int().min(1).optional(), limit: z.coerce.number().int().min(1).max(200).default(50) }),
  result: historySchema.extend({ conversation: consumerConversationSchema }),
  problems: conversationProblems,
});

export const sendConsumerMessage = defineRoute({
  method: 'post',
  path: '/messenger/conversations/{conversationId}/messages',
  operationId: 'sendConsumerMessage',
  changesConfiguration,
  tag,
  summary: 'Say something',
  description: 'Answers when the turn is done and on disk, with its messages. The same `messageId` again gives the same answer and has no second effect.',
  access,
  params,
  body: consumerMessageInputSchema,
  result: z.object({ messages: z.array(consumerMessageSchema), conversation: consumerConversationSchema }),
  problems: [...turnProblems, 'file/not-found', 'messenger/too-many-messages'],
});

export const uploadConsumerFile = defineRoute({
  method: 'post',
  path: '/messenger/conversations/{conversationId}/files',
  operationId: 'uploadConsumerFile',
  changesConfiguration,
  tag,
  summary: 'Upload a file that is about to be sent',
  description: 'The body is the file itself; its Content-Type is kept. The answer’s id goes into `fileIds` of a message.',
  access,
  params,
  query: z.object({ fileName: z.string().min(1, 'Give a file name.').max(255, 'Use at most 255 characters.') }),
  result: z.object({ fileId: z.string(), fileName: z.string(), bytes: z.number().int(), url: z.string() }),
  status: 201,
  problems: [...conversationProblems, 'conversation/closed', 'request/too-large', 'messenger/file-type-refused', 'messenger/files-not-wanted', 'messenger/too-many-files'],
});

export const downloadConsumerFile = defineRoute({
  method: 'get',
  path: '/messenger/files/{fileId}/{signature}',
  operationId: 'downloadConsumerFile',
  tag,
  summary: 'A file of a message',
  description: 'The address stands signed in the message. Pictures, sounds and videos are shown; everything else is saved.',
  access: 'public',
  params: z.object({ fileId: z.string(), signature: z.string() }),
  result: z.unknown(),
  problems: ['file/not-found'],
});

export const markRead = defineRoute({
  method: 'put',
  path: '/messenger/conversations/{conversationId}/read',
  operationId: 'markRead',
  changesConfiguration,
  tag,
  summary: 'Tell what the visitor has seen',
  access,
  params,
  body: z.object({ seq: z.number().int().min(0) }),
  result: consumerConversationSchema,
  problems: conversationProblems,
});

export const endConsumerConversation = defineRoute({
  method: 'post',
  path: '/messenger/conversations/{conversationId}/close',
  operationId: 'endConsumerConversation',
  changesConfiguration,
  tag,
  summary: 'End a conversation',
  access,
  params,
  result: consumerConversationSchema,
  problems: turnProblems,
});

export const downloadTranscript = defineRoute({
  method: 'get',
  path: '/messenger/conversations/{conversationId}/transcript',
  operationId: 'downloadTranscript',
  tag,
  summary: 'The conversation as a text file',
  access,
  params,
  query: z.object({ timeZone: z.string().max(100).default('UTC'), language: languageTagSchema.catch('en').default('en') }),
  result: z.unknown(),
  problems: conversationProblems,
});

export const mailTranscript = defineRoute({
  method: 'post',
  path: '/messenger/conversations/{conversationId}/transcript',
  operationId: 'mailTranscript',
  changesConfiguration,
  tag,
  summary: 'Send the conversation by mail',
  access,
  params,
  body: z.object({ to: z.email('Write an address such as ada@example.com.').max(320), timeZone: z.string().max(100).default('UTC'), language: languageTagSchema.catch('en').default('en') }),
  status: 202,
  result: z.object({ to: z.string() }),
  problems: [...conversationProblems, 'mail/not-set-up', 'mail/not-sent', 'messenger/too-many-mails'],
});

export const checkPage = defineRoute({
  method: 'post',
  path: '/messenger/conversations/{conversationId}/page-check',
  operationId: 'checkPage',
  changesConfiguration,
  tag,
  summary: 'Ask whether a page of a message may be shown in the messenger',
  description:
    'Looks at `X-Frame-Options` and `Content-Security-Policy` of a HEAD request without the query string. `failing`: its server reports an error. `unknown`: the page could not be asked. Only for addresses that stand in the conversation.',
  access,
  params,
  body: z.object({
    url: z.string().max(8_000).describe('As it stands in the message.'),
    siteOrigin: z.url({ protocol: /^https?$/ }).max(2_000).nullable().default(null).describe('Origin of the site that shows the messenger: the page must let it in too.'),
  }),
  result: z.object({ framing: z.enum(['allowed', 'refused', 'failing', 'unknown']) }),
  problems: [...conversationProblems, 'messenger/page-not-in-conversation', 'messenger/too-many-page-checks'],
});

export const streamEvents = defineRoute({
  method: 'get',
  path: '/messenger/events',
  operationId: 'streamEvents',
  tag,
  summary: 'The live connection: server-sent events',
  description:
    'Events are those of the schema `messengerEvent`. With `conversationId` its messages behind `afterSeq` come first (`Last-Event-ID` counts more), then new ones as they are stored. A comment comes every 20 s.',
  access,
  query: z.object({ conversationId: z.string().optional(), afterSeq: z.coerce.number().int().min(0).default(0) }),
  result: z.unknown(),
  problems: [...conversationProblems, 'messenger/too-many-connections', 'messenger/stopping'],
});
