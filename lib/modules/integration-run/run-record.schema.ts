import { z } from 'zod';
import { jsonValueSchema } from '@/lib/engine/json';

const scriptFailedSchema = z.object({ kind: z.literal('script-failed'), message: z.string(), line: z.number().nullable(), column: z.number().nullable() });

const scriptLimitSchema = z.object({
  kind: z.literal('script-limit'),
  limit: z.enum(['time', 'memory', 'output', 'stack']),
  value: z.number(),
  unit: z.enum(['ms', 'bytes']),
});

/** Why a script gave no result. On a call that failed anyway the run's outcome is the call's, not this. */
const scriptFailureSchema = z.discriminatedUnion('kind', [scriptFailedSchema, scriptLimitSchema]);
export type ScriptFailure = z.infer<typeof scriptFailureSchema>;

/** How a run ended. `success` maps to the reference's Success, every other kind to Failure (section 2.2). */
export const runOutcomeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('success'), status: z.number() }),
  z.object({ kind: z.literal('http-failure'), status: z.number() }),
  z.object({ kind: z.literal('timeout'), timeoutMs: z.number() }),
  z.object({ kind: z.literal('connection-failed'), code: z.string(), reason: z.string() }),
  z.object({ kind: z.literal('blocked-address'), host: z.string(), address: z.string(), reason: z.string() }),
  z.object({ kind: z.literal('too-many-redirects'), redirectCountMax: z.number() }),
  z.object({ kind: z.literal('response-too-large'), bytesMax: z.number() }),
  z.object({ kind: z.literal('invalid-response'), reason: z.string() }),
  scriptFailedSchema,
  scriptLimitSchema,
  /** The request could not be built, for example a line break in a header value. Nothing was sent. */
  z.object({ kind: z.literal('invalid-request'), field: z.string(), reason: z.string() }),
  /** The credential gave no usable token. The API itself was not called. */
  z.object({ kind: z.literal('credential-failed'), reason: z.string() }),
  z.object({ kind: z.literal('cancelled') }),
]);
export type RunOutcome = z.infer<typeof runOutcomeSchema>;

const headerSchema = z.object({ name: z.string(), value: z.string() });
export type RunHeader = z.infer<typeof headerSchema>;

/** Milliseconds spent in each phase of one HTTP exchange; null where the phase did not happen (reused connection, plain HTTP). */
const phaseTimingsSchema = z.object({
  dnsMs: z.number().nullable(),
  connectMs: z.number().nullable(),
  tlsMs: z.number().nullable(),
  /** From the request being written to the response's first byte. */
  firstByteMs: z.number().nullable(),
  downloadMs: z.number().nullable(),
});


/** One exchange on the wire: a redirect followed is a hop of its own. */
export const hopSchema = z.object({
  method: z.string(),
  url: z.string(),
  status: z.number().nullable(),
  /** Address that was connected to, if it came to that. */
  address: z.string().nullable(),
  /** From the beginning of the run. */
  startMs: z.number(),
  endMs: z.number(),
  timings: phaseTimingsSchema,
});
export type Hop = z.infer<typeof hopSchema>;

/** One try of the call. */
export const attemptSchema = z.object({
  number: z.number().int().min(1),
  startMs: z.number(),
  endMs: z.number(),
  hops: z.array(hopSchema),
  /** Why this attempt did not settle the run, in words; null for the last one. */
  retryReason: z.string().nullable(),
  /** Wait before the next attempt; null for the last one. */
  waitMs: z.number().nullable(),
});
export type Attempt = z.infer<typeof attemptSchema>;

/** A variable that the request used. `unset` became empty text. */
export const usedVariableSchema = z.object({
  /** As written between the braces, for example `$botContext.customerId`. */
  reference: z.string(),
  scope: z.enum(['bot', 'slot', 'environment', 'field', 'system', 'response', 'unknown']),
  value: z.string(),
  source: z.enum(['test-value', 'environment', 'conversation', 'unset']),
});
export type UsedVariable = z.infer<typeof usedVariableSchema>;

export const consoleLineSchema = z.object({
  level: z.enum(['debug', 'log', 'warn', 'error']),
  text: z.string(),
  /** Since the script began. */
  atMs: z.number(),
});
export type ConsoleLine = z.infer<typeof consoleLineSchema>;

/** A custom data field after a run: every captured value, in document order. */
export const fieldResultSchema = z.object({
  key: z.string(),
  path: z.string(),
  values: z.array(jsonValueSchema),
  count: z.number(),
  /** Why the path gave nothing, when it is the path's fault. */
  problem: z.string().nullable(),
});
export type FieldResult = z.infer<typeof fieldResultSchema>;

/** What the designer sees of one run; also what is stored, secrets masked. All times are relative to `startedAt`. */
export const runRecordSchema = z.object({
  id: z.string(),
  integrationId: z.string(),
  startedAt: z.iso.datetime(),
  durationMs: z.number(),
  mode: z.enum(['live', 'sample']),
  outcome: runOutcomeSchema,
  variables: z.array(usedVariableSchema),
  /** As sent, secrets masked; null when nothing could be built. */
  request: z
    .object({ method: z.string(), url: z.string(), headers: z.array(headerSchema), body: z.string().nullable() })
    .nullable(),
  /** What was sent although it looks wrong, for example a body that is not JSON. */
  warnings: z.array(z.object({ field: z.string(), reason: z.string() })),
  attempts: z.array(attemptSchema),
  response: z
    .object({
      status: z.number(),
      statusText: z.string(),
      headers: z.array(headerSchema),
      /** How the body was understood. */
      format: z.enum(['json', 'xml', 'text', 'empty', 'binary']),
      charset: z.string().nullable(),
      bodyBytes: z.number(),
      /** Decoded text; for binary bodies empty. */
      bodyText: z.string(),
    })
    .nullable(),
  /** The response document before the script, as JSON text, where it is not the body itself; see `toDocumentText`. */
  documentText: z.string().nullable(),
  script: z
    .object({
      durationMs: z.number(),
      /** Null when the script ran to its end. */
      failure: scriptFailureSchema.nullable().default(null),
      console: z.array(consoleLineSchema),
      /** Lines beyond the limit that were left out. */
      consoleDroppedCount: z.number(),
      /** Bot variables that the script set, in order; the last value of each name. */
      variables: z.array(
        z.object({ name: z.string(), value: jsonValueSchema, scope: z.enum(['request', 'session', 'permanent']) }),
      ),
      /** The document after the script, as JSON text; null when the script left it as it was. */
      transformedText: z.string().nullable(),
    })
    .nullable(),
  fields: z.array(fieldResultSchema),
});
export type RunRecord = z.infer<typeof runRecordSchema>;

/** One line in the list of runs. */
export const runSummarySchema = runRecordSchema
  .pick({ id: true, startedAt: true, durationMs: true, mode: true, outcome: true })
  .extend({ attemptCount: z.number(), bodyBytes: z.number().nullable() });
export type RunSummary = z.infer<typeof runSummarySchema>;
