import type { Integration } from './integration.contract';
import type { integrationStore } from './integration.store';

interface DuplicateIntegrationDeps {
  integrations: ReturnType<typeof integrationStore>;
  newId(): string;
}

/**
 * Copies an integration with its test values under the first free name “… copy” and response variable `…_COPY`.
 * @throws Fault `integration/not-found`
 */
export async function duplicateIntegration(deps: DuplicateIntegrationDeps, botId: string, integrationId: string): Promise<Integration> {
  const source = await deps.integrations.get(botId, integrationId);
  const others = await deps.integrations.list(botId);
  const names = new Set(others.map((other) => other.name.toLowerCase()));
  const variables = new Set(others.map((other) => other.responseVariable));
  for (let number = 1; ; number += 1) {
    const suffix = number === 1 ? '' : ` ${number}`;
    const name = `${source.definition.name.slice(0, 100)} copy${suffix}`;
    const responseVariable = `${source.definition.responseVariable.slice(0, 50)}_COPY${suffix.trim()}`;
    if (names.has(name.toLowerCase()) || variables.has(responseVariable)) continue;
    const copy = await deps.integrations.insert(deps.newId(), botId, { definition: { ...source.definition, name, responseVariable }, testValues: source.testValues });
    if (copy) return copy;
  }
}
