import { z } from 'zod';
import { jsonValueSchema } from './json';
import { callResultSchema } from './call-result.schema';
import { scriptResultSchema } from './script/conversation-script.schema';

/** When an event happened, milliseconds since 1970. The engine has no other clock. */
const atMs = z.number();

/** A file that a consumer sent. `type` is an extension in upper case such as `PDF`. */
export const attachmentSchema = z.object({ fileName: z.string(), url: z.string(), type: z.string(), bytes: z.number(), caption: z.string().default('') });
export type Attachment = z.infer<typeof attachmentSchema>;

/** What begins a turn. Each has happened, once; `messageId` makes a repeated one recognisable. */
export const turnEventSchema = z.discriminatedUnion('kind', [
  /** The conversation begins without a message; with `dialogId`, at that dialog. */
  z.object({ kind: z.literal('started'), atMs, dialogId: z.string().nullable().default(null) }),
  z.object({
    kind: z.literal('message-received'),
    atMs,
    messageId: z.string(),
    text: z.string(),
    /** Of the button, quick reply or choice that was tapped. */
    payload: z.string().nullable().default(null),
    /** Entries as `getMetadata` gives them. */
    metadata: z.array(jsonValueSchema).default([]),
    attachments: z.array(attachmentSchema).default([]),
  }),
  /** A page wrote back. Without `message` only variables change. */
  z.object({ kind: z.literal('web-view-posted'), atMs, messageId: z.string(), variables: z.record(z.string(), z.string()), message: z.string().nullable() }),
  z.object({ kind: z.literal('timer-fired'), atMs, timerId: z.string() }),
  /** A person took over, could not, or gave the conversation back to the bot. */
  z.object({ kind: z.literal('hand-over-finished'), atMs, result: z.enum(['accepted', 'failed', 'returned']), reason: z.string().default('') }),
  z.object({ kind: z.literal('closed'), atMs, reason: z.string() }),
  /** Another bot's script handed the conversation over to this bot. Texts are empty when they were not given. */
  z.object({
    kind: z.literal('bot-transferred'),
    atMs,
    fromBotId: z.string(),
    dialogName: z.string(),
    message: z.string(),
    /** An id, or a name when it was given with a domain. */
    intent: z.string(),
    /** Transfers since the consumer's message, this one included. */
    transferCount: z.number().int(),
  }),
]);
export type TurnEvent = z.infer<typeof turnEventSchema>;

/** What came of a regular expression on a text: the text found, null for no match, or that it took too long or is no expression. */
export const expressionMatchSchema = z.union([z.object({ found: z.string().nullable() }), z.object({ problem: z.string() })]);
export type ExpressionMatch = z.infer<typeof expressionMatchSchema>;

/** The answer to an effect that the turn waits for, under that effect's key. */
export const resultEventSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('call-finished'), key: z.string(), atMs, result: callResultSchema }),
  z.object({ kind: z.literal('script-finished'), key: z.string(), atMs, result: scriptResultSchema }),
  /** `target` is null when the conversation can't go there; `problem` then says why. */
  z.object({
    kind: z.literal('bot-found'),
    key: z.string(),
    atMs,
    target: z.object({ releaseId: z.string().nullable(), permanent: z.record(z.string(), jsonValueSchema) }).nullable(),
    problem: z.string(),
  }),
  /** By expression. */
  z.object({ kind: z.literal('expressions-matched'), key: z.string(), atMs, matches: z.record(z.string(), expressionMatchSchema) }),
]);
export type ResultEvent = z.infer<typeof resultEventSchema>;

export type EngineEvent = TurnEvent | ResultEvent;
