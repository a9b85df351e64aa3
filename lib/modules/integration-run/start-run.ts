import type { z } from 'zod';
import { Fault } from '@/lib/engine/fault';
import { buildSnapshot } from '@/lib/engine/variables/variable-snapshot.schema';
import { withTestValues } from '@/lib/engine/variables/with-test-values';
import type { credentialStore } from '@/lib/modules/credential/credential.store';
import { openCredential } from '@/lib/modules/credential/open-credential';
import type { environmentStore } from '@/lib/modules/environment/environment.store';
import { openVariables } from '@/lib/modules/environment/open-environment';
import type { Integration, SampleResponse } from '@/lib/modules/integration/integration.contract';
import type { integrationStore } from '@/lib/modules/integration/integration.store';
import type { Vault } from '@/lib/platform/vault/create-vault';
import type { RunResult, startRun as startRunContract } from './integration-run.contract';
import type { RunPlace } from './open-run-stores';
import { redactRun } from './redact-run.rules';
import { rememberShape, type ShapeDeps } from './remember-shape';
import { runIntegration, type RunIntegrationDeps } from './run-integration';
import type { RunRecorder } from './run-recorder';

export interface StartRunDeps extends RunIntegrationDeps, ShapeDeps {
  integrations: ReturnType<typeof integrationStore>;
  credentials: ReturnType<typeof credentialStore>;
  environments: Pick<ReturnType<typeof environmentStore>, 'ownerOf'>;
  vault: Vault;
  recorder: RunRecorder;
  /** @throws Fault `bot/not-found` */
  readPlace(botId: string, integrationId: string): Promise<RunPlace>;
}

interface RunAddress {
  workspaceId: string;
  botId: string;
  integrationId: string;
}

type RunRequest = z.output<NonNullable<(typeof startRunContract)['body']>>;

/**
 * A designer's run: gathers what the integration needs, runs it, masks its secrets, keeps it, and compares the response's shape.
 * @throws Fault `bot/not-found`, `integration/not-found`, `integration/no-sample`, `credential/not-found`
 */
export async function startRun(deps: StartRunDeps, address: RunAddress, { request, signal }: { request: RunRequest; signal: AbortSignal }): Promise<RunResult> {
  const { workspaceId, botId, integrationId } = address;
  const { saved, variables, allow } = await deps.readPlace(botId, integrationId);
  const definition = request.definition ?? saved?.definition;
  if (!definition) throw new Fault('missing', 'integration/not-found', 'There is no saved integration with this id in this bot. Save it, or send its definition with the run.');

  const sample = request.mode === 'sample' ? await readSample(deps, address, saved) : null;
  const environment = openVariables(deps, variables);
  const credential = definition.credentialId === null ? null : await openCredential(deps, definition.credentialId);
  const snapshot = buildSnapshot({
    environment: Object.fromEntries(environment.valueByKey),
    system: { chatBotId: botId, conversationId: 'test-conversation', userMessage: '' },
  });
  const run = await runIntegration(deps, {
    integrationId,
    workspaceId,
    definition,
    snapshot: withTestValues(snapshot, request.testValues),
    testReferences: new Set(Object.keys(request.testValues)),
    credential,
    allow,
    sample,
    signal,
  });
  const record = redactRun(run.record, [...run.secrets, ...environment.secrets]);
  deps.recorder.add({ workspaceId, botId, record });
  const shape = record.outcome.kind === 'success' ? await rememberShape(deps, { integrationId, definition, responseDocument: run.responseDocument, document: run.document }) : NOTHING_KNOWN;
  return { run: record, ...shape };
}

const NOTHING_KNOWN = { drift: [], responseType: null };

async function readSample(deps: StartRunDeps, { botId, integrationId }: RunAddress, saved: Integration | null): Promise<SampleResponse> {
  const sample = saved && (await deps.integrations.findSample(botId, integrationId));
  if (!sample) throw new Fault('missing', 'integration/no-sample', 'This integration has no sample yet. Run it, then save the response as the sample.');
  return sample;
}
