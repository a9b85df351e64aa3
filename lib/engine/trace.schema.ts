import { z } from 'zod';
import { jsonValueSchema } from './json';
import { callOutcomeKindSchema } from './program/condition.schema';
import { scriptPhaseSchema, scriptResultSchema } from './script/conversation-script.schema';

/** One attempt to match, with its reason in words, for example “the input ‘helo’ does not fit the pattern ‘hello’”. */
const attemptShape = { matched: z.boolean(), reason: z.string() };

/**
 * Why the bot said what it said: the entries of one turn, in order. `interactionId` and `dialogId` lead to the place in the builder.
 * The engine has no clock, so durations come from what was run for it.
 */
export const traceEntrySchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('session-started'), reason: z.enum(['first', 'expired', 'start-over']) }),
  z.object({ kind: z.literal('starter-tried'), dialogId: z.string(), by: z.enum(['pattern', 'exclude-keyword', 'intent']), ...attemptShape }),
  z.object({ kind: z.literal('intents-scored'), scores: z.array(z.object({ intentId: z.string(), score: z.number(), band: z.string() })) }),
  z.object({ kind: z.literal('entities-found'), entities: z.record(z.string(), z.array(z.object({ phrase: z.string(), dataValue: z.string() }))) }),
  z.object({ kind: z.literal('rule-tried'), interactionId: z.string(), ruleId: z.string(), ...attemptShape }),
  z.object({ kind: z.literal('dialog-entered'), dialogId: z.string(), reason: z.enum(['starter', 'next-action', 'script', 'fallback', 'disambiguation', 'auto-escalation', 'resumed', 'debugger']) }),
  z.object({ kind: z.literal('dialog-left'), dialogId: z.string(), reason: z.enum(['completed', 'ended', 'switched', 'closed']) }),
  z.object({ kind: z.literal('interaction-entered'), interactionId: z.string() }),
  z.object({ kind: z.literal('interaction-skipped'), interactionId: z.string(), reason: z.enum(['disabled', 'slot-filled', 'foreign', 'missing']) }),
  z.object({ kind: z.literal('jumped'), fromInteractionId: z.string().nullable(), by: z.enum(['next-action', 'rule', 'script']), ruleId: z.string().nullable(), action: z.string() }),
  z.object({ kind: z.literal('variable-set'), name: z.string(), scope: z.string(), before: jsonValueSchema.nullable(), after: jsonValueSchema.nullable(), by: z.enum(['rule', 'script', 'transform', 'web-view', 'interaction', 'session']) }),
  z.object({ kind: z.literal('script-ran'), interactionId: z.string().nullable(), phase: scriptPhaseSchema, end: scriptResultSchema.shape.end, console: scriptResultSchema.shape.console, durationMs: z.number() }),
  z.object({ kind: z.literal('call-finished'), interactionId: z.string(), integrationId: z.string(), outcome: callOutcomeKindSchema, summary: z.string(), status: z.number().nullable(), runId: z.string().nullable(), durationMs: z.number(), wasReplayed: z.boolean() }),
  z.object({ kind: z.literal('message-sent'), seq: z.number().int(), interactionId: z.string().nullable() }),
  z.object({ kind: z.literal('waiting'), interactionId: z.string().nullable(), reason: z.enum(['answer', 'web-view', 'transfer', 'nothing', 'closed']) }),
  z.object({ kind: z.literal('unmatched'), text: z.string(), count: z.number().int() }),
  /** Something is wrong with the bot: a limit, a jump to nothing. `code` is stable. */
  z.object({ kind: z.literal('fault'), code: z.string(), message: z.string(), interactionId: z.string().nullable() }),
  z.object({ kind: z.literal('note'), text: z.string(), interactionId: z.string().nullable() }),
]);
export type TraceEntry = z.infer<typeof traceEntrySchema>;
