import { z } from 'zod';
import { jsonValueSchema } from './json';
import { callOutcomeKindSchema } from './program/condition.schema';

/** What the engine learns from one call of an integration. */
export const callResultSchema = z.object({
  outcome: callOutcomeKindSchema,
  /** What happened, in words, for the trace. */
  summary: z.string(),
  /** HTTP status, null when there was no answer. */
  status: z.number().int().nullable(),
  /** The result document after the transform result script; absent when there is none. */
  document: jsonValueSchema.optional(),
  /** Captured values of custom data fields, by key without the response variable's name. */
  fields: z.record(z.string(), z.array(jsonValueSchema)),
  /** Bot variables that the transform result script set. */
  variables: z.array(z.object({ name: z.string(), value: jsonValueSchema, scope: z.enum(['request', 'session', 'permanent']) })),
  /** The run that the run panel opens; null when nothing was recorded. */
  runId: z.string().nullable(),
  durationMs: z.number(),
});
export type CallResult = z.infer<typeof callResultSchema>;
