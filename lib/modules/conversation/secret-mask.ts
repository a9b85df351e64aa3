import type { JsonValue } from '@/lib/engine/json';
import { toSecretPattern } from '@/lib/modules/credential/secret-pattern.rules';
import { openEnvironment } from '@/lib/modules/environment/open-environment';
import { maskJson, MASK } from '@/lib/modules/integration-run/redact-run.rules';
import { openRunStores } from '@/lib/modules/integration-run/open-run-stores';
import type { Vault } from '@/lib/platform/vault/create-vault';
import { programStore } from './program.store';

/** Gives a value in which secrets of the bot's environment are masked, wherever they stand. */
export type SecretMask = <Value>(value: Value) => Value;

type MaskDeps = Parameters<typeof openRunStores>[0] & { vault: Vault };

/**
 * The mask for what is shown of a bot's conversations; for one that other bots had before, null masks the secrets of every environment.
 * @throws Fault `bot/not-found`, `vault/tampered`, `vault/wrong-key`
 */
export async function readSecretMask(deps: MaskDeps, { workspaceId, botId }: { workspaceId: string; botId: string | null }): Promise<SecretMask> {
  const { environments } = openRunStores(deps, workspaceId);
  const environmentIds = botId === null ? (await environments.list()).map(({ id }) => id) : [(await programStore(deps.db, workspaceId).getBotPlace(botId)).environmentId];
  const opened = await Promise.all(environmentIds.map((environmentId) => openEnvironment({ environments, vault: deps.vault }, environmentId)));
  const pattern = toSecretPattern(opened.flatMap(({ secrets }) => secrets));
  if (pattern === null) return (value) => value;
  // Plain JSON goes in, and the same shape comes out.
  return <Value>(value: Value) => maskJson(value as JsonValue, (text) => text.replace(pattern, MASK)) as Value;
}
