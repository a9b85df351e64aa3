import type { botStore } from '@/lib/modules/bot/bot.store';
import type { draftStore } from '@/lib/modules/draft/draft.store';
import type { environmentStore } from '@/lib/modules/environment/environment.store';
import type { integrationStore } from '@/lib/modules/integration/integration.store';
import type { BotTestFile } from './bot-test.schema';
import type { botTestStore } from './bot-test.store';

export interface ExportBotTestsDeps {
  bots: Pick<ReturnType<typeof botStore>, 'get'>;
  drafts: Pick<ReturnType<typeof draftStore>, 'get'>;
  integrations: Pick<ReturnType<typeof integrationStore>, 'listDefinitions'>;
  environments: Pick<ReturnType<typeof environmentStore>, 'listStoredVariables'>;
  tests: Pick<ReturnType<typeof botTestStore>, 'list'>;
}

/**
 * The draft of a bot with all of its tests. Secret values of the environment stay here: calls are answered from the recording, so only a
 * script that reads one notices.
 * @throws Fault `bot/not-found`
 */
export async function exportBotTests(deps: ExportBotTestsDeps, botId: string): Promise<BotTestFile> {
  const bot = await deps.bots.get(botId);
  const [{ content }, integrations, tests, variables] = await Promise.all([
    deps.drafts.get(botId),
    deps.integrations.listDefinitions(botId),
    deps.tests.list(botId),
    bot.environmentId === null ? [] : deps.environments.listStoredVariables(bot.environmentId),
  ]);
  return {
    format: 1,
    bot: { id: bot.id, name: bot.name },
    content,
    integrations,
    environment: Object.fromEntries(variables.flatMap((variable) => (variable.isSecret ? [] : [[variable.key, variable.value]]))),
    tests: tests.map(({ name, definition }) => ({ name, definition })),
  };
}
