import type { integrationStore } from '@/lib/modules/integration/integration.store';
import type { Bot } from './bot.schema';
import type { botStore } from './bot.store';

interface DuplicateBotDeps {
  bots: ReturnType<typeof botStore>;
  integrations: ReturnType<typeof integrationStore>;
  newId(): string;
}

/**
 * Copies a bot with its integrations, samples and test values, under the name “… (copy)”. Runs are not copied.
 * @throws Fault `bot/not-found`
 */
export async function duplicateBot(deps: DuplicateBotDeps, botId: string): Promise<Bot> {
  const source = await deps.bots.get(botId);
  const copy = await deps.bots.insert(deps.newId(), {
    name: `${source.name} (copy)`.slice(0, 120),
    description: source.description,
    environmentId: source.environmentId,
  });
  await deps.integrations.copyAll(source.id, copy.id, deps.newId);
  return copy;
}
