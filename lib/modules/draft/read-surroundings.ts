import type { botStore } from '@/lib/modules/bot/bot.store';
import type { environmentStore } from '@/lib/modules/environment/environment.store';
import type { integrationStore } from '@/lib/modules/integration/integration.store';
import type { webViewSettingsStore } from '@/lib/modules/web-view/web-view-settings.store';
import type { DraftSurroundings } from './draft.contract';

/** What `readSurroundings` needs. */
export interface SurroundingsDeps {
  bots: Pick<ReturnType<typeof botStore>, 'get'>;
  integrations: Pick<ReturnType<typeof integrationStore>, 'listDefinitions'>;
  environments: Pick<ReturnType<typeof environmentStore>, 'listStoredVariables'>;
  webViewSettings: Pick<ReturnType<typeof webViewSettingsStore>, 'get'>;
}

/**
 * The integrations, environment keys and web view page that a bot's draft can use.
 * @throws Fault `bot/not-found`
 */
export async function readSurroundings(deps: SurroundingsDeps, botId: string): Promise<DraftSurroundings> {
  const { environmentId } = await deps.bots.get(botId);
  const [integrations, variables, webView] = await Promise.all([
    deps.integrations.listDefinitions(botId),
    environmentId === null ? null : deps.environments.listStoredVariables(environmentId),
    deps.webViewSettings.get(botId),
  ]);
  return { integrations, environmentKeys: variables && variables.map(({ key }) => key), hasWebViewPage: webView.settings.pageUrl !== '' };
}
