import type { IntegrationUse } from './integration.contract';
import type { integrationStore } from './integration.store';
import { findIntegrationUses } from './integration-uses.rules';

/**
 * What in its bot relies on an integration: other integrations that mention its fields or its response.
 * @throws Fault `integration/not-found`
 */
export async function listUses(deps: { integrations: ReturnType<typeof integrationStore> }, botId: string, integrationId: string): Promise<IntegrationUse[]> {
  const { definition } = await deps.integrations.get(botId, integrationId);
  const others = await deps.integrations.listDefinitions(botId);
  return others
    .filter((other) => other.id !== integrationId)
    .map((other) => ({ kind: 'integration' as const, id: other.id, name: other.definition.name, places: findIntegrationUses(definition.responseVariable, other.definition) }))
    .filter((use) => use.places.length > 0);
}
