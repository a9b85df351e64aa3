import { z } from 'zod';

/**
 * What became of a post's message. `queued`: the bot is still answering something else, and the message follows by itself;
 * `ignored-too-old`: the consumer's latest message is longer ago than the bot allows.
 */
export const messageFateSchema = z.enum(['delivered', 'none', 'ignored-too-old', 'queued']);
export type MessageFate = z.infer<typeof messageFateSchema>;

/** Answer to an accepted post. The same post again gets the same event id and has no second effect. */
export const postAnswerSchema = z.object({
  eventId: z.string(),
  /** Names of the variables that are set. */
  variables: z.array(z.string()),
  message: messageFateSchema,
  /** The turn that came of it; null while the post waits for the bot. */
  turn: z.number().int().nullable(),
});
export type PostAnswer = z.infer<typeof postAnswerSchema>;

export const postOutcomeSchema = z.enum(['applied', 'repeated', 'queued', 'refused']);

/** A post in the inbox, without the values of its variables. */
export const webViewPostSchema = z.object({
  id: z.string(),
  conversationId: z.string(),
  receivedAt: z.iso.datetime(),
  outcome: postOutcomeSchema,
  eventId: z.string().nullable(),
  /** Why it was refused. */
  reason: z.object({ code: z.string(), detail: z.string() }).nullable(),
  message: z.string().nullable(),
  messageFate: messageFateSchema.nullable(),
  variableNames: z.array(z.string()),
  /** Whether its values are kept: not those of a post from nobody knows whom. */
  canApplyAgain: z.boolean(),
  turnNumber: z.number().int().nullable(),
  /** Refusals of one kind that came together; else 1. */
  count: z.number().int(),
});
export type WebViewPost = z.infer<typeof webViewPostSchema>;

/** A post with the values of its variables; null when they are not kept. */
export const webViewPostDetailSchema = webViewPostSchema.extend({ variables: z.record(z.string(), z.string()).nullable() });
export type WebViewPostDetail = z.infer<typeof webViewPostDetailSchema>;

/** Posts kept of each bot. */
export const POSTS_KEPT_MAX = 1_000;
