import { z } from 'zod';
import { defineRoute } from '@/lib/http/route/route-contract';
import { MESSAGE_LENGTH_MAX } from '@/lib/modules/conversation/conversation.schema';
import { POSTS_KEPT_MAX, postAnswerSchema, postOutcomeSchema, webViewPostDetailSchema, webViewPostSchema } from './web-view-post.schema';
import { storedWebViewSettingsSchema } from './web-view-settings.schema';

const params = z.object({ botId: z.string() });
const postParams = params.extend({ postId: z.string() });
const tag = 'Web views';
const access = 'session';
/** Posts change conversations, never configuration. */
const changesConfiguration = false;

const postProblems = ['bot/not-found', 'conversation/not-found', 'conversation/closed', 'conversation/turn-failed'];

export const getWebViewSettings = defineRoute({
  method: 'get',
  path: '/bots/{botId}/web-view-settings',
  operationId: 'getWebViewSettings',
  tag,
  summary: 'How pages may write into the bot’s conversations',
  access,
  params,
  result: storedWebViewSettingsSchema,
  problems: ['bot/not-found'],
});

export const saveWebViewSettings = defineRoute({
  method: 'put',
  path: '/bots/{botId}/web-view-settings',
  operationId: 'saveWebViewSettings',
  tag,
  summary: 'Change how pages may write into the bot’s conversations',
  description: 'What is left out has its default. Refused with the current settings in `current` when somebody else saved since `version`.',
  access,
  params,
  body: storedWebViewSettingsSchema,
  result: storedWebViewSettingsSchema,
  problems: ['bot/not-found', 'web-view/changed-meanwhile'],
});

export const listWebViewPosts = defineRoute({
  method: 'get',
  path: '/bots/{botId}/web-view-posts',
  operationId: 'listWebViewPosts',
  tag,
  summary: 'Posts of pages, newest first, without the values of their variables',
  description: `The newest ${POSTS_KEPT_MAX.toLocaleString('en')} of each bot are kept.`,
  access,
  params,
  query: z.object({ limit: z.coerce.number().int().min(1).max(POSTS_KEPT_MAX).default(200), outcome: postOutcomeSchema.optional() }),
  result: z.object({ posts: z.array(webViewPostSchema) }),
  problems: ['bot/not-found'],
});

export const getWebViewPost = defineRoute({
  method: 'get',
  path: '/bots/{botId}/web-view-posts/{postId}',
  operationId: 'getWebViewPost',
  tag,
  summary: 'One post with the values of its variables',
  access,
  params: postParams,
  result: webViewPostDetailSchema,
  problems: ['web-view-post/not-found'],
});

export const applyWebViewPost = defineRoute({
  method: 'post',
  path: '/bots/{botId}/web-view-posts/{postId}/apply',
  operationId: 'applyWebViewPost',
  changesConfiguration,
  tag,
  summary: 'Apply a post again, as a new one',
  description: 'Neither the 24-hour rule nor the list of allowed variables holds for it.',
  access,
  params: postParams,
  result: postAnswerSchema,
  problems: [...postProblems, 'web-view-post/not-found', 'web-view/values-not-kept'],
});

export const sendTestPost = defineRoute({
  method: 'post',
  path: '/bots/{botId}/web-view-test-posts',
  operationId: 'sendTestPost',
  changesConfiguration,
  tag,
  summary: 'Post into a preview as a page would',
  access,
  params,
  body: z.object({
    conversationId: z.string(),
    variables: z.record(z.string().min(1, 'Enter a name.').max(200, 'Use at most 200 characters.'), z.string().max(60_000, 'Use at most 60,000 characters.')).default({}),
    message: z.string().max(MESSAGE_LENGTH_MAX, `Use at most ${MESSAGE_LENGTH_MAX.toLocaleString('en')} characters.`).nullable().default(null),
  }),
  result: postAnswerSchema,
  problems: [...postProblems, 'conversation/previews-only'],
});
