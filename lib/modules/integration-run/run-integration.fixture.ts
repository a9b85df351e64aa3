import { randomUUID } from 'node:crypto';
import { TRANSFORM_PRELUDE } from '@/lib/engine/script/transform-prelude';
import { buildSnapshot, type VariableSnapshot } from '@/lib/engine/variables/variable-snapshot.schema';
import type { CredentialSettings } from '@/lib/modules/credential/credential.schema';
import { createTokenCache } from '@/lib/modules/credential/token-cache';
import type { SampleResponse } from '@/lib/modules/integration/integration.contract';
import { integrationDefinitionSchema, type IntegrationDefinition } from '@/lib/modules/integration/integration.schema';
import { parseAllowList } from '@/lib/modules/workspace/outbound-allow.rules';
import { systemClock, type Clock } from '@/lib/platform/clock';
import { createOutbound } from '@/lib/platform/http/outbound';
import { createSandbox } from '@/lib/platform/sandbox/sandbox';
import { runIntegration, type IntegrationRun, type RunIntegrationDeps } from './run-integration';

/** What a test varies about a run; everything else has the default of the form. */
interface RunOptions {
  variables?: Partial<VariableSnapshot>;
  credential?: CredentialSettings;
  /** Allow-list as text. Default: this machine. */
  allow?: string;
  sample?: SampleResponse;
  signal?: AbortSignal;
  scriptLimits?: RunIntegrationDeps['scriptLimits'];
}

/** Runs integrations as production does, on real sockets and in the real sandbox; for tests. */
export interface RunBench {
  run(definition: Partial<IntegrationDefinition> & { url: string }, options?: RunOptions): Promise<IntegrationRun>;
  close(): Promise<void>;
}

/** @param clock default: the machine's */
export function createRunBench(clock: Clock = systemClock): RunBench {
  const outbound = createOutbound({ version: 'test' });
  const sandbox = createSandbox({ warmPreludes: [TRANSFORM_PRELUDE] });
  const tokens = createTokenCache({ send: outbound.exchange, clock });
  const defaults = integrationDefinitionSchema.parse({ name: 'Under test', responseVariable: 'bank', url: 'http://127.0.0.1' });
  const credentialIds = new Map<CredentialSettings, string>();

  return {
    run(definition, { variables, credential, allow = '127.0.0.1', sample, signal, scriptLimits } = {}) {
      if (credential && !credentialIds.has(credential)) credentialIds.set(credential, randomUUID());
      return runIntegration(
        { outbound, sandbox, tokens, clock, random: () => 0, newId: randomUUID, ...(scriptLimits ? { scriptLimits } : {}) },
        {
          integrationId: 'integration-1',
          workspaceId: 'workspace-1',
          definition: { ...defaults, ...definition },
          snapshot: buildSnapshot(variables),
          testReferences: new Set(),
          credential: credential ? { id: credentialIds.get(credential) ?? '', name: 'Under test', version: 1, settings: credential } : null,
          allow: parseAllowList(allow).list,
          sample: sample ?? null,
          signal,
        },
      );
    },
    async close() {
      await sandbox.close();
      outbound.close();
    },
  };
}
