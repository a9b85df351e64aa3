import { Fault } from '@/lib/engine/fault';
import type { credentialStore } from '@/lib/modules/credential/credential.store';
import type { Integration } from './integration.contract';
import type { IntegrationDefinition } from './integration.schema';
import type { integrationStore } from './integration.store';

interface SaveIntegrationDeps {
  integrations: ReturnType<typeof integrationStore>;
  credentials: ReturnType<typeof credentialStore>;
}

/**
 * Saves changes to an integration that is still at the version they are based on.
 * @throws Fault `integration/not-found`, `integration/name-taken`, `integration/variable-taken`, `credential/not-found`, and
 *   `integration/changed-meanwhile` with the integration as it is now in `current`
 */
export async function saveIntegration(
  deps: SaveIntegrationDeps,
  place: { botId: string; integrationId: string },
  change: { version: number; definition: IntegrationDefinition },
): Promise<Integration> {
  const current = await deps.integrations.get(place.botId, place.integrationId);
  if (current.version !== change.version) throw changedMeanwhile(current);
  await assertSavable(deps, { botId: place.botId, exceptId: place.integrationId }, change.definition);
  const saved = await deps.integrations.update(place.botId, place.integrationId, change);
  if (!saved) throw changedMeanwhile(await deps.integrations.get(place.botId, place.integrationId));
  return saved;
}

/**
 * Checks what a definition shares with the rest of its bot.
 * @throws Fault `integration/name-taken`, `integration/variable-taken`, `credential/not-found`
 */
export async function assertSavable(deps: SaveIntegrationDeps, { botId, exceptId }: { botId: string; exceptId: string | null }, definition: IntegrationDefinition): Promise<void> {
  if (definition.credentialId !== null) await deps.credentials.get(definition.credentialId);
  const clash = await deps.integrations.findClash(botId, definition, exceptId);
  if (clash === 'name') throw taken('integration/name-taken', 'name', 'Another integration of this bot has this name. Choose another one.');
  if (clash === 'variable') {
    throw taken('integration/variable-taken', 'responseVariable', 'Another integration of this bot writes to this variable. Choose another one.');
  }
}

function taken(code: string, field: string, message: string): Fault {
  return new Fault('conflict', code, message, { issues: [{ path: ['definition', field], message }] });
}

function changedMeanwhile(current: Integration): Fault {
  return new Fault('conflict', 'integration/changed-meanwhile', 'Somebody else saved this integration since you opened it. Compare both versions, then keep one.', {
    extra: { current },
  });
}
