import { Fault } from '@/lib/engine/fault';
import type { environmentStore } from './environment.store';

/**
 * Deletes an environment that no bot uses, with its variables.
 * @throws Fault `environment/not-found`; `environment/in-use` with the bots in `usedBy`
 */
export async function deleteEnvironment(deps: { environments: ReturnType<typeof environmentStore> }, environmentId: string): Promise<void> {
  if (await deps.environments.deleteUnused(environmentId)) return;
  const { usedBy } = await deps.environments.get(environmentId);
  const names = usedBy.map((use) => `“${use.botName}”`).join(', ');
  throw new Fault('conflict', 'environment/in-use', `This environment is used by ${names}. Give each another environment first, then delete it.`, {
    extra: { usedBy },
  });
}
