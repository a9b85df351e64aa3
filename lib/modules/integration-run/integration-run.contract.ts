import { z } from 'zod';
import { defineRoute } from '@/lib/http/route/route-contract';
import { testValuesSchema } from '@/lib/modules/integration/integration.contract';
import { integrationDefinitionSchema } from '@/lib/modules/integration/integration.schema';
import { runRecordSchema, runSummarySchema } from './run-record.schema';

const params = z.object({ botId: z.string(), integrationId: z.string() });
const tag = 'Integration runs';
const access = 'session';

/** What changed against the response that the fields and the script were designed for. */
export const shapeDriftSchema = z.object({
  path: z.string(),
  change: z.enum(['missing', 'type-changed', 'new-null']),
  before: z.string(),
  after: z.string(),
});
export type ShapeDrift = z.infer<typeof shapeDriftSchema>;

/** Answer to a run: the record, and what changed in the response. */
export const runResultSchema = z.object({
  run: runRecordSchema,
  drift: z.array(shapeDriftSchema),
  /** The response's type as TypeScript, for completion in scripts; null without a document. */
  responseType: z.string().nullable(),
});
export type RunResult = z.infer<typeof runResultSchema>;

export const startRun = defineRoute({
  method: 'post',
  path: '/bots/{botId}/integrations/{integrationId}/runs',
  operationId: 'startRun',
  changesConfiguration: false,
  tag,
  summary: 'Run an integration',
  description:
    'Sends what production would send and answers when it is done; hanging up cancels the call. `definition` runs unsaved changes; without it the saved integration runs. In mode `sample` nothing is sent: script and fields run on the saved sample. The outcome of the call is in `run.outcome`, also when it failed.',
  access,
  params,
  body: z.object({
    mode: z.enum(['live', 'sample']).default('live'),
    definition: integrationDefinitionSchema.optional(),
    testValues: testValuesSchema.default({}),
  }),
  result: runResultSchema,
  problems: ['bot/not-found', 'integration/not-found', 'integration/no-sample', 'credential/not-found'],
});

export const listRuns = defineRoute({
  method: 'get',
  path: '/bots/{botId}/integrations/{integrationId}/runs',
  operationId: 'listRuns',
  tag,
  summary: 'The newest 50 runs, newest first',
  access,
  params,
  result: z.object({ runs: z.array(runSummarySchema) }),
});

export const getRun = defineRoute({
  method: 'get',
  path: '/bots/{botId}/integrations/{integrationId}/runs/{runId}',
  operationId: 'getRun',
  tag,
  summary: 'One run, secrets masked',
  access,
  params: params.extend({ runId: z.string() }),
  result: runRecordSchema,
  problems: ['integration-run/not-found'],
});

const responseTypeSchema = z.object({
  /** The latest response as a TypeScript type; null before the first successful run. */
  responseType: z.string().nullable(),
  drift: z.array(shapeDriftSchema),
});

export const getResponseType = defineRoute({
  method: 'get',
  path: '/bots/{botId}/integrations/{integrationId}/response-type',
  operationId: 'getResponseType',
  tag,
  summary: 'The last response as a TypeScript type, and what drifted since the shape was remembered',
  access,
  params,
  result: responseTypeSchema,
  problems: ['integration/not-found'],
});

export const acceptResponseShape = defineRoute({
  method: 'post',
  path: '/bots/{botId}/integrations/{integrationId}/response-type/accept',
  operationId: 'acceptResponseShape',
  tag,
  summary: 'Take the latest response as what to expect from now on',
  access,
  params,
  result: responseTypeSchema,
  problems: ['integration/not-found'],
});
