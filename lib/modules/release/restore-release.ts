import type { z } from 'zod';
import { Fault } from '@/lib/engine/fault';
import { botContentSchema } from '@/lib/engine/program/bot-content.schema';
import type { credentialStore } from '@/lib/modules/credential/credential.store';
import type { Draft } from '@/lib/modules/draft/draft.contract';
import type { draftStore } from '@/lib/modules/draft/draft.store';
import { isSameJson } from '@/lib/modules/draft/same-json.rules';
import { integrationDefinitionSchema, type IntegrationDefinition } from '@/lib/modules/integration/integration.schema';
import type { integrationStore } from '@/lib/modules/integration/integration.store';
import type { restoredIntegrationsSchema } from './release.contract';
import type { releaseStore } from './release.store';

interface RestoreReleaseDeps {
  /** All in one transaction: draft and integrations belong together. */
  releases: Pick<ReturnType<typeof releaseStore>, 'get'>;
  drafts: ReturnType<typeof draftStore>;
  integrations: ReturnType<typeof integrationStore>;
  credentials: Pick<ReturnType<typeof credentialStore>, 'list'>;
}

type RestoredIntegrations = z.infer<typeof restoredIntegrationsSchema>;

/**
 * Makes the draft, which may even be unreadable, and its integrations what a release was. Test values and samples of integrations that are
 * still there stay; integrations made since then stay too.
 * @throws Fault `release/not-found`; `release/integration-clash` when a newer integration has the name or variable of an old one;
 *   `release/draft-changed` when the draft was changed at the same moment
 */
export async function restoreRelease(deps: RestoreReleaseDeps, botId: string, releaseId: string): Promise<{ draft: Draft; integrations: RestoredIntegrations }> {
  const { program } = await deps.releases.get(botId, releaseId);
  const integrations = await restoreIntegrations(deps, botId, await readDefinitions(deps, Object.values(program.integrations)));
  const content = botContentSchema.parse(program);
  const saved = await deps.drafts.save(botId, await deps.drafts.getVersion(botId), content);
  if (!saved) throw new Fault('conflict', 'release/draft-changed', 'Somebody else changed the draft at the same moment. Look at the changes, then restore again.');
  return { draft: { content, ...saved }, integrations };
}

interface OldIntegration {
  id: string;
  definition: IntegrationDefinition;
  hasLostCredential: boolean;
}

async function readDefinitions(deps: RestoreReleaseDeps, stored: readonly { id: string; definition: unknown }[]): Promise<OldIntegration[]> {
  const credentialIds = new Set((await deps.credentials.list()).map(({ id }) => id));
  const old = stored.map(({ id, definition: storedDefinition }) => {
    const definition = integrationDefinitionSchema.parse(storedDefinition);
    const hasLostCredential = definition.credentialId !== null && !credentialIds.has(definition.credentialId);
    return { id, definition: hasLostCredential ? { ...definition, credentialId: null } : definition, hasLostCredential };
  });
  // PostgreSQL keeps no order of members.
  return old.sort((a, b) => a.definition.name.localeCompare(b.definition.name));
}

async function restoreIntegrations({ integrations }: RestoreReleaseDeps, botId: string, old: readonly OldIntegration[]): Promise<RestoredIntegrations> {
  const present = await integrations.listDefinitions(botId);
  const kept = present.filter(({ id }) => !old.some((each) => each.id === id));
  assertNoClash(old, kept.map(({ definition }) => definition));
  const report: RestoredIntegrations = {
    changed: [],
    created: [],
    kept: kept.map(({ definition }) => definition.name),
    withoutCredential: old.filter(({ hasLostCredential }) => hasLostCredential).map(({ definition }) => definition.name),
  };
  const changed = old.flatMap(({ id, definition }) => {
    const now = present.find((each) => each.id === id);
    return now && !isSameJson(now.definition, definition) ? [{ now, definition }] : [];
  });
  // Two may have exchanged their variables: first everybody lets go of their own.
  for (const [index, { now }] of changed.entries()) {
    await integrations.update(botId, now.id, { version: now.version, definition: { ...now.definition, responseVariable: `restoring_${index}_${Date.now()}` } });
  }
  for (const { now, definition } of changed) {
    await integrations.update(botId, now.id, { version: now.version + 1, definition });
    report.changed.push(definition.name);
  }
  for (const { id, definition } of old.filter(({ id }) => !present.some((each) => each.id === id))) {
    if (!(await integrations.insert(id, botId, { definition, testValues: {} }))) throw new Error(`The id of the integration “${definition.name}” is taken in another bot.`);
    report.created.push(definition.name);
  }
  return report;
}

function assertNoClash(old: readonly OldIntegration[], kept: readonly IntegrationDefinition[]): void {
  for (const { definition } of old) {
    const other = kept.find(({ name, responseVariable }) => name.toLowerCase() === definition.name.toLowerCase() || responseVariable === definition.responseVariable);
    if (!other) continue;
    throw new Fault('conflict', 'release/integration-clash', `“${other.name}”, made since then, has the name or the response data variable of “${definition.name}” in this release. Change it, then restore.`);
  }
}
