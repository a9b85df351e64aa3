import { z } from 'zod';
import { jsonValueSchema } from '@/lib/engine/json';
import { callResultSchema } from '@/lib/engine/call-result.schema';
import { turnEventSchema } from '@/lib/engine/event.schema';
import { messagePartSchema } from '@/lib/engine/messages/message.schema';

/** A bot's message as a comparison needs it: what the consumer sees, without ids and times. */
export const saidSchema = z.object({
  visibility: z.enum(['normal', 'private']),
  parts: z.array(messagePartSchema),
  plainText: z.string(),
  /** The interaction that sent it, null for texts of the platform. */
  interactionId: z.string().nullable(),
});
export type Said = z.infer<typeof saidSchema>;

/** A call that was recorded: its answer stands in for the API when the conversation is run again. */
export const recordedCallSchema = z.object({ integrationId: z.string(), result: callResultSchema });
export type RecordedCall = z.infer<typeof recordedCallSchema>;

/** One turn of a recording: what happened, what the APIs answered, what the bot said. */
export const recordedTurnSchema = z.object({
  event: turnEventSchema,
  /** In the order of calling. */
  calls: z.array(recordedCallSchema),
  said: z.array(saidSchema),
  /** Whether another bot went on from here; that is the end of a recording. */
  isTransferred: z.boolean().optional(),
});
export type RecordedTurn = z.infer<typeof recordedTurnSchema>;

/** One message position of a comparison: `changed` has both, `missing` only `before`, `added` only `after`. */
export const saidDifferenceSchema = z.object({
  kind: z.enum(['same', 'changed', 'missing', 'added']),
  before: saidSchema.nullable(),
  after: saidSchema.nullable(),
});
export type SaidDifference = z.infer<typeof saidDifferenceSchema>;

/** One turn run again, beside what was recorded. */
export const turnComparisonSchema = z.object({
  /** From 1. */
  number: z.number().int(),
  event: turnEventSchema,
  isSame: z.boolean(),
  differences: z.array(saidDifferenceSchema),
  /** Integrations that were called although no answer was recorded for them; they ended as `interrupted`. */
  unrecordedIntegrationIds: z.array(z.string()),
  /** Integrations whose recorded answer was not asked for. */
  uncalledIntegrationIds: z.array(z.string()),
  /** Named faults of the engine in this turn, in words. */
  faults: z.array(z.string()),
});
export type TurnComparison = z.infer<typeof turnComparisonSchema>;

/** Another answer for a call of the turn that is run again on a branch; what is left out stays as recorded. */
export const editedCallSchema = z.object({
  /** Of the journal. */
  key: z.string(),
  result: callResultSchema.partial().extend({ document: jsonValueSchema.optional() }),
});
export type EditedCall = z.infer<typeof editedCallSchema>;
