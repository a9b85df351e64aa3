import type { CallResult } from '@/lib/engine/call-result.schema';
import type { RequestEffect } from '@/lib/engine/effect.schema';
import type { Program, ProgramIntegration } from '@/lib/engine/program/program.schema';
import { Fault } from '@/lib/engine/fault';
import type { OpenCredential } from '@/lib/modules/credential/open-credential';
import { integrationDefinitionSchema, type IntegrationDefinition } from '@/lib/modules/integration/integration.schema';
import type { SampleResponse } from '@/lib/modules/integration/integration.contract';
import { mayRepeat } from '@/lib/modules/integration-run/retry.rules';
import { redactRun } from '@/lib/modules/integration-run/redact-run.rules';
import { runIntegration, type RunIntegrationDeps } from '@/lib/modules/integration-run/run-integration';
import { describeOutcome, describeTries } from '@/lib/modules/integration-run/run-outcome.rules';
import type { RunRecord } from '@/lib/modules/integration-run/run-record.schema';
import type { RunRecorder } from '@/lib/modules/integration-run/run-recorder';
import type { AllowList } from '@/lib/modules/workspace/outbound-allow.rules';
import { createChaosOutbound } from './chaos-exchange';
import type { CallMode } from './conversation.schema';

export interface AnswerCallDeps extends RunIntegrationDeps {
  recorder: RunRecorder;
  /** @throws Fault `credential/not-found`, `vault/tampered`, `vault/wrong-key` */
  openCredential(credentialId: string): Promise<OpenCredential>;
  readAllowList(): Promise<AllowList>;
  findSample(integrationId: string): Promise<SampleResponse | null>;
}

export interface CallInput {
  workspaceId: string;
  program: Program;
  request: Extract<RequestEffect, { kind: 'call-integration' }>;
  mode: CallMode;
  /** Values of the environment that must not show in records. */
  environmentSecrets: readonly string[];
  signal: AbortSignal;
}

/**
 * Calls an integration for a conversation, as its designer's Run button does: same request, credential, limits, retries, script and
 * record. Whatever goes wrong is in the result.
 */
export async function answerCall(deps: AnswerCallDeps, input: CallInput): Promise<CallResult> {
  const { workspaceId, program, request, mode } = input;
  const integration = program.integrations[request.integrationId];
  if (!integration) return failed('invalid-request', 'Request not sent: this integration was deleted. Choose another one in the interaction.');
  const definition = withHeaderChoice(readDefinition(integration), request.usesDefaultHeaders);
  const sample = mode.kind === 'sample' ? await deps.findSample(request.integrationId) : null;
  if (mode.kind === 'sample' && sample === null) return failed('invalid-request', `Request not sent: the integration “${integration.name}” has no sample. Run it once and save the response as the sample.`);
  const credential = await findCredential(deps, definition);
  if (credential instanceof Fault) return failed('credential-failed', `Credential failed: ${credential.message}`);

  const run = await runIntegration(mode.kind === 'chaos' ? { ...deps, outbound: createChaosOutbound(deps, mode.fault) } : deps, {
    integrationId: request.integrationId,
    workspaceId,
    definition,
    snapshot: request.snapshot,
    testReferences: new Set(),
    credential,
    allow: await deps.readAllowList(),
    sample,
    signal: input.signal,
  });
  const record = redactRun(run.record, [...run.secrets, ...input.environmentSecrets]);
  deps.recorder.add({ workspaceId, botId: program.botId, record });
  return {
    outcome: record.outcome.kind,
    summary: summarise(record),
    status: record.response?.status ?? null,
    ...(run.document === undefined ? {} : { document: run.document }),
    fields: Object.fromEntries(run.record.fields.map(({ key, values }) => [key, values])),
    variables: run.record.script?.variables ?? [],
    runId: record.id,
    durationMs: record.durationMs,
  };
}

/** What becomes of a call that was under way when the server stopped, and that its retry rule does not allow to repeat. */
export function interruptedCall(): CallResult {
  return failed('interrupted', 'Interrupted: the server stopped while the call was under way. Whether it took effect is not known, so it was not repeated.');
}

/** Whether a call may be sent once more when nobody knows what came of it. */
export function isRepeatable(program: Program, integrationId: string): boolean {
  const integration = program.integrations[integrationId];
  if (!integration) return true;
  const { method, retry } = readDefinition(integration);
  return mayRepeat(retry, method);
}

const definitions = new WeakMap<ProgramIntegration, IntegrationDefinition>();

function readDefinition(integration: ProgramIntegration): IntegrationDefinition {
  const known = definitions.get(integration);
  if (known) return known;
  const definition = integrationDefinitionSchema.parse(integration.definition);
  definitions.set(integration, definition);
  return definition;
}

function withHeaderChoice(definition: IntegrationDefinition, usesDefaultHeaders: boolean): IntegrationDefinition {
  return usesDefaultHeaders ? definition : { ...definition, useDefaultHeaders: false };
}

/** A credential that was deleted, or can't be opened, fails the call and not the conversation. */
async function findCredential(deps: AnswerCallDeps, { credentialId }: IntegrationDefinition): Promise<OpenCredential | Fault | null> {
  if (credentialId === null) return null;
  try {
    return await deps.openCredential(credentialId);
  } catch (error) {
    if (error instanceof Fault) return error;
    throw error;
  }
}

/** `200 Success. Tried 3 times, waited 2 s in between.` */
function summarise({ outcome, attempts }: RunRecord): string {
  const { title, reason } = describeOutcome(outcome);
  const tries = describeTries(attempts);
  if (reason === '') return tries === '' ? title : `${title}. ${tries}`;
  return tries === '' ? `${title}: ${reason}` : `${title}: ${reason} ${tries}`;
}

function failed(outcome: CallResult['outcome'], summary: string): CallResult {
  return { outcome, summary, status: null, fields: {}, variables: [], runId: null, durationMs: 0 };
}
