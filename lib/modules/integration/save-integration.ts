import { Fault } from '@/lib/engine/fault';
import { assertSavable, type SavableDeps } from './assert-savable';
import type { Integration } from './integration.contract';
import type { IntegrationDefinition } from './integration.schema';

/**
 * Saves changes to an integration that is still at the version they are based on.
 * @throws Fault `integration/not-found`, `integration/name-taken`, `integration/variable-taken`, `credential/not-found`, and
 *   `integration/changed-meanwhile` with the integration as it is now in `current`
 */
export async function saveIntegration(
  deps: SavableDeps,
  place: { botId: string; integrationId: string },
  change: { version: number; definition: IntegrationDefinition },
): Promise<Integration> {
  const current = await deps.integrations.get(place.botId, place.integrationId);
  if (current.version !== change.version) throw changedMeanwhile(current);
  await assertSavable(deps, { botId: place.botId, exceptId: place.integrationId }, change.definition);
  const saved = await deps.integrations.update(place.botId, place.integrationId, change);
  if (saved) return saved;
  // Somebody was faster: either took the response variable, or saved this integration.
  await assertSavable(deps, { botId: place.botId, exceptId: place.integrationId }, change.definition);
  throw changedMeanwhile(await deps.integrations.get(place.botId, place.integrationId));
}

function changedMeanwhile(current: Integration): Fault {
  return new Fault('conflict', 'integration/changed-meanwhile', 'Somebody else saved this integration since you opened it. Compare both versions, then keep one.', {
    extra: { current },
  });
}
