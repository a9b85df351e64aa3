import { z } from 'zod';
import { jsonValueSchema } from '@/lib/engine/json';
import { attachmentSchema, resultEventSchema, turnEventSchema } from '@/lib/engine/event.schema';
import { consumerSchema, waitSchema } from '@/lib/engine/state/conversation-state.schema';
import { traceEntrySchema } from '@/lib/engine/trace.schema';

/** Longest text of one message. */
export const MESSAGE_LENGTH_MAX = 20_000;
/** Largest file that a consumer may send. */
export const FILE_BYTES_MAX = 25 * 1024 * 1024;

/** `live` runs a release; `preview` runs the draft as it is at each turn. */
export const conversationKindSchema = z.enum(['live', 'preview']);
export const conversationStatusSchema = z.enum(['open', 'handed-over', 'closed']);

/**
 * How a preview calls an integration. `sample` answers with the integration's saved sample; `chaos` puts a fault in the place of
 * the exchange (`slow`: 5 s, then the real call), everything else as in production.
 */
export const callModeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('live') }),
  z.object({ kind: z.literal('sample') }),
  z.object({ kind: z.literal('chaos'), fault: z.enum(['slow', 'too-many-requests', 'server-error', 'malformed', 'empty', 'connection-refused']) }),
]);
export type CallMode = z.infer<typeof callModeSchema>;
export type ChaosFault = Extract<CallMode, { kind: 'chaos' }>['fault'];

/** What a preview does otherwise than production, and where it was branched from. */
export const conversationOptionsSchema = z.object({
  calls: z.object({ default: callModeSchema, byIntegrationId: z.record(z.string(), callModeSchema).default({}) }).default({ default: { kind: 'live' }, byIntegrationId: {} }),
  /** The conversation whose first `afterTurn` turns this one shares. */
  branchedFrom: z.object({ conversationId: z.string(), afterTurn: z.number().int() }).optional(),
});
export type ConversationOptions = z.infer<typeof conversationOptionsSchema>;

/** One line in the list of conversations. */
export const conversationSchema = z.object({
  id: z.string(),
  botId: z.string(),
  kind: conversationKindSchema,
  status: conversationStatusSchema,
  consumerId: z.string(),
  /** `lp_web` and so on. */
  channel: z.string(),
  /** Null for previews. */
  releaseId: z.string().nullable(),
  options: conversationOptionsSchema,
  /** Number of the newest message; 0 before the first. */
  lastSeq: z.number().int(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  closedAt: z.iso.datetime().nullable(),
});
export type Conversation = z.infer<typeof conversationSchema>;

const valuesSchema = z.record(z.string(), jsonValueSchema);

/** What a conversation remembers, by scope; secrets of the environment are masked wherever they stand. */
export const conversationVariablesSchema = z.object({
  request: valuesSchema,
  session: valuesSchema,
  permanent: valuesSchema,
  /** Of the dialog that runs. */
  dialog: valuesSchema,
  slots: valuesSchema,
  webView: z.record(z.string(), z.string()),
  /** Captured values by `X.key`. */
  fields: z.record(z.string(), z.array(jsonValueSchema)),
  /** Response documents by `api_X`. */
  responses: valuesSchema,
});
export type ConversationVariables = z.infer<typeof conversationVariablesSchema>;

/** A conversation with where it stands. */
export const conversationDetailSchema = conversationSchema.extend({
  consumer: consumerSchema,
  releaseNumber: z.number().int().nullable(),
  turnCount: z.number().int(),
  /** What it waits for; null: nothing, the next message starts a dialog. */
  waiting: waitSchema.nullable(),
  /** The last one runs. */
  stack: z.array(z.object({ dialogId: z.string(), interactionId: z.string().nullable() })),
  variables: conversationVariablesSchema,
  /** Whether a turn is under way. */
  isAnswering: z.boolean(),
});
export type ConversationDetail = z.infer<typeof conversationDetailSchema>;

/** `running` turns go on after a restart; `failed` ones could not be carried out, through a fault of ours, and changed nothing. */
export const turnStatusSchema = z.enum(['running', 'done', 'failed']);

/** One event and what came of it. */
export const turnSchema = z.object({
  /** 1, 2, 3 … within the conversation. */
  number: z.number().int(),
  event: turnEventSchema,
  status: turnStatusSchema,
  startedAt: z.iso.datetime(),
  /** Null while it runs. */
  durationMs: z.number().nullable(),
  /** Numbers of its messages, the consumer's own included. */
  messageSeqs: z.array(z.number().int()),
});
export type ConversationTurn = z.infer<typeof turnSchema>;

/** A request that a turn made, with its answer: null while it is under way. `try`: the turn had been cut off and was begun again; without an answer. */
export const journalEntrySchema = z.object({
  key: z.string(),
  kind: z.enum(['call-integration', 'run-script', 'match-expressions', 'find-bot', 'try', 'stop']),
  /** Calls only. */
  integrationId: z.string().nullable(),
  startedAtMs: z.number(),
  result: resultEventSchema.nullable(),
});
export type JournalEntry = z.infer<typeof journalEntrySchema>;

/** A turn with why it went as it did. */
export const turnDetailSchema = turnSchema.extend({
  trace: z.array(traceEntrySchema),
  /** In the order of asking. */
  journal: z.array(journalEntrySchema),
  /** Previews only, else null: state is not kept turn by turn in production. */
  variablesBefore: conversationVariablesSchema.nullable(),
  variablesAfter: conversationVariablesSchema.nullable(),
});
export type ConversationTurnDetail = z.infer<typeof turnDetailSchema>;

/** What a consumer says. The same `messageId` again has no second effect. */
export const messageInputSchema = z.object({
  messageId: z.string().min(1, 'Give an id.').max(200, 'Use at most 200 characters.'),
  text: z.string().max(MESSAGE_LENGTH_MAX, `Use at most ${MESSAGE_LENGTH_MAX.toLocaleString('en')} characters.`).default(''),
  /** Of the button, quick reply or choice that was tapped. */
  payload: z.string().max(MESSAGE_LENGTH_MAX, `Use at most ${MESSAGE_LENGTH_MAX.toLocaleString('en')} characters.`).nullable().default(null),
  metadata: z.array(jsonValueSchema).max(50, 'Use at most 50 entries.').default([]),
  attachments: z.array(attachmentSchema).max(10, 'Use at most 10 files.').default([]),
});
export type MessageInput = z.infer<typeof messageInputSchema>;
