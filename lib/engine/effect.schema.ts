import { z } from 'zod';
import { jsonValueSchema } from './json';
import { messageSchema } from './messages/message.schema';
import { conversationScriptSchema, scriptCommandSchema } from './script/conversation-script.schema';
import { variableSnapshotSchema } from './variables/variable-snapshot.schema';

/**
 * What the engine wants done. The first group waits for nothing. Of the second there is at most one in a step, always last;
 * its answer is the next event, under the same `key`. Keys are stable: a turn that is run again asks under the same keys.
 */
export const effectSchema = z.discriminatedUnion('kind', [
  /** Already numbered; the id is `<conversationId>:<seq>`. */
  z.object({ kind: z.literal('send-message'), message: messageSchema }),
  z.object({ kind: z.literal('set-timer'), timerId: z.string(), atMs: z.number() }),
  z.object({ kind: z.literal('cancel-timer'), timerId: z.string() }),
  /** Answered some time by the event `hand-over-finished`. */
  z.object({
    kind: z.literal('hand-over'),
    interactionId: z.string().nullable(),
    skillId: z.string(),
    agentId: z.string(),
    /** What is handed over with it when the bot's context goes along. */
    context: jsonValueSchema.nullable(),
  }),
  /** The conversation goes on with another bot, whose next event is `bot-transferred`. */
  z.object({
    kind: z.literal('transfer-to-bot'),
    botId: z.string(),
    /** Null for its draft. */
    releaseId: z.string().nullable(),
    dialogName: z.string(),
    message: z.string(),
    intent: z.string(),
    transferCount: z.number().int(),
  }),
  z.object({ kind: z.literal('close'), reason: z.string(), withSurvey: z.boolean() }),
  z.object({ kind: z.literal('save-permanent-variable'), name: z.string(), value: jsonValueSchema, expiresAtMs: z.number() }),
  z.object({ kind: z.literal('write-context'), command: scriptCommandSchema }),
  z.object({ kind: z.literal('record-custom-event'), eventName: z.string(), userText: z.string(), detail: z.string() }),

  z.object({
    kind: z.literal('call-integration'),
    key: z.string(),
    integrationId: z.string(),
    snapshot: variableSnapshotSchema,
    /** False when a script switched the default headers off (`__standardHeaders__`). */
    usesDefaultHeaders: z.boolean(),
    /** Wait before the call. */
    delayMs: z.number(),
  }),
  z.object({ kind: z.literal('run-script'), key: z.string(), script: conversationScriptSchema }),
  /** Whether the conversation can go to another bot, and to a dialog of it when one is named. */
  z.object({ kind: z.literal('find-bot'), key: z.string(), botId: z.string(), dialogName: z.string() }),
  z.object({ kind: z.literal('match-expressions'), key: z.string(), text: z.string(), expressions: z.array(z.string()) }),
]);
export type Effect = z.infer<typeof effectSchema>;
/** An effect that the turn waits for. */
export type RequestEffect = Extract<Effect, { key: string }>;
/** An effect to be carried out when the turn is kept. */
export type OutcomeEffect = Exclude<Effect, { key: string }>;
