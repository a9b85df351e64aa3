import type { Vault } from '@/lib/platform/vault/create-vault';
import type { environmentStore, StoredVariable } from './environment.store';

/** An environment's values for a run. */
export interface OpenEnvironment {
  valueByKey: Map<string, string>;
  /** The values that are secret: they must not show in traces. */
  secrets: string[];
}

/**
 * Opens an environment for use; null, a bot without one, gives no values.
 * @throws Fault `vault/tampered`, `vault/wrong-key`
 */
export async function openEnvironment(
  deps: { environments: ReturnType<typeof environmentStore>; vault: Pick<Vault, 'open'> },
  environmentId: string | null,
): Promise<OpenEnvironment> {
  return openVariables(deps, environmentId === null ? [] : await deps.environments.listStoredVariables(environmentId));
}

/**
 * Opens an environment whose stored variables are at hand.
 * @throws Fault `vault/tampered`, `vault/wrong-key`
 */
export function openVariables(
  deps: { environments: Pick<ReturnType<typeof environmentStore>, 'ownerOf'>; vault: Pick<Vault, 'open'> },
  variables: readonly StoredVariable[],
): OpenEnvironment {
  const opened = variables.map((variable) => ({
    key: variable.key,
    isSecret: variable.isSecret,
    value: variable.isSecret ? deps.vault.open(variable.sealedValue, deps.environments.ownerOf(variable)) : variable.value,
  }));
  return {
    valueByKey: new Map(opened.map(({ key, value }) => [key, value])),
    secrets: opened.filter((variable) => variable.isSecret).map((variable) => variable.value),
  };
}
