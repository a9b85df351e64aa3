import { z } from 'zod';
import { jsonValueSchema } from '@/lib/engine/json';
import { attachmentSchema } from '@/lib/engine/event.schema';
import { callOutcomeKindSchema } from '@/lib/engine/program/condition.schema';
import { messageChoiceSchema } from '@/lib/engine/messages/message.schema';

const valuesSchema = z.record(z.string(), jsonValueSchema);

/** Who talks, and how. */
export const consumerSchema = z.object({
  id: z.string(),
  name: z.string().default(''),
  email: z.string().default(''),
  /** As `getUserChannel` gives it: `lp_web`, `lp_sms` … Text-only channels get choices as lists. */
  channel: z.string().default('lp_web'),
  language: z.string().default(''),
  personalInfo: jsonValueSchema.nullable().default(null),
  customerInfo: jsonValueSchema.nullable().default(null),
});
export type Consumer = z.infer<typeof consumerSchema>;

/** A dialog that was begun; the last of the stack is the one that runs. */
export const dialogFrameSchema = z.object({
  dialogId: z.string(),
  /** The last interaction that was sent, repeated when the dialog resumes. */
  interactionId: z.string().nullable(),
  starterIntentId: z.string().nullable(),
  /** Dialog-scoped variables. */
  variables: valuesSchema,
});

/** What the conversation waits for between two turns. */
export const waitSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('answer'),
    interactionId: z.string(),
    /** Choices that were offered, for Evaluate Options. */
    choices: z.array(messageChoiceSchema),
    /** Fallback answers in a row in this question. */
    unmatchedCount: z.number().int(),
    /** A web view question's time limit. */
    timerId: z.string().nullable(),
  }),
  /** Which of several intents was meant. */
  z.object({ kind: z.literal('disambiguation'), dialogId: z.string(), choices: z.array(messageChoiceSchema), text: z.string() }),
  z.object({ kind: z.literal('transfer'), interactionId: z.string().nullable() }),
]);
export type Wait = z.infer<typeof waitSchema>;

/** Everything remembered between turns. Plain JSON; its size does not grow with the number of messages. */
export const conversationStateSchema = z.object({
  format: z.literal(1),
  conversationId: z.string(),
  consumer: consumerSchema,
  accountId: z.string(),
  status: z.enum(['open', 'handed-over', 'closed']),
  /** Number of the next message. */
  nextSeq: z.number().int(),
  turnCount: z.number().int(),
  session: z.object({ startedAtMs: z.number(), lastActivityAtMs: z.number(), isStarted: z.boolean() }),
  variables: z.object({ session: valuesSchema, request: valuesSchema, permanent: valuesSchema }),
  slots: z.record(z.string(), z.object({ value: jsonValueSchema, duration: z.enum(['request', 'dialog', 'session', 'permanent']), dialogId: z.string().nullable() })),
  webView: z.record(z.string(), z.string()),
  /** When the consumer last said something, pages' messages aside; null before the first time. */
  lastConsumerMessageAtMs: z.number().nullable().default(null),
  /** Values of the bot's environment at the beginning of this turn are given to `step`, not kept. */
  fields: z.record(z.string(), z.array(jsonValueSchema)),
  /** Response documents by `api_X`; big ones are dropped at the end of the turn. */
  responses: valuesSchema,
  /** By `api_X`. */
  responseStatuses: z.record(z.string(), z.number().nullable()),
  stack: z.array(dialogFrameSchema),
  wait: waitSchema.nullable(),
  /** Questions already asked, newest last, for “back”; at most 50. */
  trail: z.array(z.object({ dialogId: z.string(), interactionId: z.string() })),
  lastUserMessage: z.object({
    id: z.string(),
    text: z.string(),
    payload: z.string().nullable(),
    metadata: z.array(jsonValueSchema),
    attachment: attachmentSchema.nullable(),
    entities: z.record(z.string(), z.array(z.object({ phrase: z.string(), dataValue: z.string() }))),
  }),
  lastCall: z.object({ integrationId: z.string(), outcome: callOutcomeKindSchema, status: z.number().nullable() }).nullable(),
  disambiguated: z.object({ intentId: z.string(), name: z.string() }).nullable(),
  allowsLongText: z.boolean(),
  transfer: z.object({ intentId: z.string(), domain: z.string(), userMessage: z.string() }),
  transferFailureCount: z.number().int(),
  /** Failures in a row: answers to this question that nothing took, and failed calls that no rule took. Null before the first question. */
  failures: z.object({ interactionId: z.string().nullable(), count: z.number().int() }).prefault({ interactionId: null, count: 0 }),
  /** The turn under way; null between turns. Its inner shape belongs to `step` alone. */
  turn: jsonValueSchema.nullable(),
});
export type ConversationState = z.infer<typeof conversationStateSchema>;
