import { z } from 'zod';
import { defineRoute } from '@/lib/http/route/route-contract';
import { httpMethodSchema, integrationDefinitionSchema } from './integration.schema';

const botParams = z.object({ botId: z.string() });
const params = botParams.extend({ integrationId: z.string() });
const tag = 'Integrations';
const access = 'session';

/** Remembered test values by variable reference as written between the braces, for example `$botContext.customerId`. */
export const testValuesSchema = z.record(z.string().max(500), z.string().max(100_000)).refine((values) => Object.keys(values).length <= 500, 'Use at most 500 test values.');
export type TestValues = z.infer<typeof testValuesSchema>;

/** A response kept for designing offline. */
export const sampleResponseSchema = z.object({
  status: z.number().int().min(100).max(599),
  contentType: z.string().max(255),
  bodyText: z.string(),
  /** When it was recorded or written. */
  savedAt: z.iso.datetime(),
});
export type SampleResponse = z.infer<typeof sampleResponseSchema>;

/**
 * Something that relies on the integration, with where it does: another integration, an interaction of the draft, or another part of the draft
 * (`bot`), such as the Global Functions or a dialog's texts.
 */
export const integrationUseSchema = z.object({
  kind: z.enum(['integration', 'interaction', 'bot']),
  /** Of the integration or interaction; for `bot` of what holds it. */
  id: z.string(),
  name: z.string(),
  places: z.array(z.string()),
  /** The interaction's dialog. */
  dialogId: z.string().optional(),
});
export type IntegrationUse = z.infer<typeof integrationUseSchema>;

/** An integration as the API shows it. */
export const integrationSchema = z.object({
  id: z.string(),
  botId: z.string(),
  definition: integrationDefinitionSchema,
  testValues: testValuesSchema,
  hasSample: z.boolean(),
  version: z.number().int(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});
export type Integration = z.infer<typeof integrationSchema>;

/** One line in the list of integrations. */
export const integrationSummarySchema = z.object({
  id: z.string(),
  name: z.string(),
  responseVariable: z.string(),
  method: httpMethodSchema,
  url: z.string(),
  /** Keys of the custom data fields: what other texts of the bot may refer to. */
  fieldKeys: z.array(z.string()),
  /** Bot variables and slots that it reads or sets, as written between braces. */
  botVariables: z.array(z.string()),
  /** Whether a response is kept that can stand in for a call. */
  hasSample: z.boolean(),
  updatedAt: z.iso.datetime(),
});
export type IntegrationSummary = z.infer<typeof integrationSummarySchema>;

export const listIntegrations = defineRoute({
  method: 'get',
  path: '/bots/{botId}/integrations',
  operationId: 'listIntegrations',
  tag,
  summary: 'All integrations of a bot, by name',
  access,
  params: botParams,
  result: z.object({ integrations: z.array(integrationSummarySchema) }),
  problems: ['bot/not-found'],
});

export const createIntegration = defineRoute({
  method: 'post',
  path: '/bots/{botId}/integrations',
  operationId: 'createIntegration',
  tag,
  summary: 'Create an integration',
  description: 'The id may be given by the caller, so that runs made before the first save stay with the integration.',
  access,
  params: botParams,
  body: z.object({ id: z.uuid('Use a UUID.').optional(), definition: integrationDefinitionSchema, testValues: testValuesSchema.default({}) }),
  result: integrationSchema,
  status: 201,
  problems: ['bot/not-found', 'integration/name-taken', 'integration/variable-taken', 'integration/id-taken', 'credential/not-found'],
});

export const getIntegration = defineRoute({
  method: 'get',
  path: '/bots/{botId}/integrations/{integrationId}',
  operationId: 'getIntegration',
  tag,
  summary: 'One integration',
  access,
  params,
  result: integrationSchema,
  problems: ['integration/not-found'],
});

export const updateIntegration = defineRoute({
  method: 'put',
  path: '/bots/{botId}/integrations/{integrationId}',
  operationId: 'updateIntegration',
  tag,
  summary: 'Save an integration',
  description: 'Refused with the current version in `current` when somebody else saved since `version`.',
  access,
  params,
  body: z.object({ version: z.number().int(), definition: integrationDefinitionSchema }),
  result: integrationSchema,
  problems: ['integration/not-found', 'integration/changed-meanwhile', 'integration/name-taken', 'integration/variable-taken', 'credential/not-found'],
});

export const saveTestValues = defineRoute({
  method: 'put',
  path: '/bots/{botId}/integrations/{integrationId}/test-values',
  operationId: 'saveTestValues',
  tag,
  summary: 'Remember the test values',
  access,
  params,
  body: z.object({ testValues: testValuesSchema }),
  problems: ['integration/not-found'],
});

export const duplicateIntegration = defineRoute({
  method: 'post',
  path: '/bots/{botId}/integrations/{integrationId}/duplicate',
  operationId: 'duplicateIntegration',
  tag,
  summary: 'Copy an integration under a free name and response variable',
  access,
  params,
  result: integrationSchema,
  status: 201,
  problems: ['integration/not-found'],
});

export const listIntegrationUses = defineRoute({
  method: 'get',
  path: '/bots/{botId}/integrations/{integrationId}/uses',
  operationId: 'listIntegrationUses',
  tag,
  summary: 'What relies on an integration',
  access,
  params,
  result: z.object({ uses: z.array(integrationUseSchema) }),
  problems: ['integration/not-found'],
});

export const deleteIntegration = defineRoute({
  method: 'delete',
  path: '/bots/{botId}/integrations/{integrationId}',
  operationId: 'deleteIntegration',
  tag,
  summary: 'Delete an integration and its runs',
  description: 'Refused while it is used; `uses` lists by what.',
  access,
  params,
  problems: ['integration/not-found', 'integration/in-use'],
});

export const getSample = defineRoute({
  method: 'get',
  path: '/bots/{botId}/integrations/{integrationId}/sample',
  operationId: 'getSample',
  tag,
  summary: 'The response kept as the sample',
  access,
  params,
  result: sampleResponseSchema,
  problems: ['integration/not-found', 'integration/no-sample'],
});

export const saveSample = defineRoute({
  method: 'put',
  path: '/bots/{botId}/integrations/{integrationId}/sample',
  operationId: 'saveSample',
  tag,
  summary: 'Keep the response of a run as the sample',
  access,
  params,
  body: z.object({ runId: z.string() }),
  result: sampleResponseSchema,
  problems: ['integration/not-found', 'integration-run/not-found', 'integration-run/no-response'],
});
