import { Fault } from '@/lib/engine/fault';
import type { Vault } from '@/lib/platform/vault/create-vault';
import type { EnvironmentInput, EnvironmentUpdate, EnvironmentView } from './environment.schema';
import type { environmentStore, StoredVariable } from './environment.store';
import { mergeVariables } from './merge-variables.rules';

interface SaveEnvironmentDeps {
  /** In a transaction: an environment and its variables are written together. */
  environments: ReturnType<typeof environmentStore>;
  vault: Vault;
  newId(): string;
}

/**
 * Stores a new environment, secret values sealed.
 * @throws Fault `environment/value-missing` for a secret without a value
 */
export async function createEnvironment(deps: SaveEnvironmentDeps, input: EnvironmentInput): Promise<EnvironmentView> {
  const variables = sealVariables(deps, [], input.variables);
  return deps.environments.insert(deps.newId(), { name: input.name, description: input.description, variables });
}

/**
 * Changes an environment that is still at the version the change is based on; values not given stay as they were.
 * @throws Fault `environment/not-found`; `environment/value-missing`;
 *   `environment/changed-meanwhile` with the environment as it is now in `current`
 */
export async function updateEnvironment(deps: SaveEnvironmentDeps, environmentId: string, change: EnvironmentUpdate): Promise<EnvironmentView> {
  const { version, name, description } = change;
  const current = await deps.environments.get(environmentId);
  if (current.version === version) {
    const variables = sealVariables(deps, await deps.environments.listStoredVariables(environmentId), change.variables);
    const updated = await deps.environments.update(environmentId, version, { name, description, variables });
    if (updated) return updated;
  }
  throw new Fault('conflict', 'environment/changed-meanwhile', 'Somebody else changed this environment since you opened it. Look at their version, then save again.', {
    extra: { current: await deps.environments.get(environmentId) },
  });
}

function sealVariables(deps: SaveEnvironmentDeps, stored: StoredVariable[], updates: EnvironmentUpdate['variables']): StoredVariable[] {
  const { merged, issues } = mergeVariables(stored, updates);
  if (issues.length > 0) {
    throw new Fault('invalid', 'environment/value-missing', 'A secret variable lacks its value. Enter the values that are marked.', { issues });
  }
  const storedByKey = new Map(stored.map((variable) => [variable.key, variable]));
  return merged.map((variable): StoredVariable => {
    const { key } = variable;
    const before = storedByKey.get(key);
    const id = before?.id ?? deps.newId();
    if (variable.kind === 'plain') return { id, key, isSecret: false, value: variable.value, sealedValue: null };
    if (variable.kind === 'secret') {
      return { id, key, isSecret: true, value: null, sealedValue: deps.vault.seal(variable.value, deps.environments.ownerOf({ id })) };
    }
    if (!before?.isSecret) throw new Error(`The secret “${key}” to be kept is not stored.`);
    return before;
  });
}
