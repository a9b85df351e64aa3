import type { draftStore } from '@/lib/modules/draft/draft.store';
import { withIntegrations } from '@/lib/modules/draft/with-integrations.rules';
import type { integrationStore } from '@/lib/modules/integration/integration.store';
import type { webViewSettingsStore } from '@/lib/modules/web-view/web-view-settings.store';
import type { Bot } from './bot.schema';
import type { botStore } from './bot.store';

interface DuplicateBotDeps {
  /** In a transaction, like the others: all of it is copied or nothing. */
  bots: ReturnType<typeof botStore>;
  drafts: ReturnType<typeof draftStore>;
  integrations: ReturnType<typeof integrationStore>;
  webViewSettings: ReturnType<typeof webViewSettingsStore>;
  newId(): string;
}

/**
 * Copies a bot with its draft, integrations, samples, test values and Web View settings, under the name “… (copy)”; the copied draft uses the copied
 * integrations. Runs, releases, tests and conversations are not copied.
 * @throws Fault `bot/not-found`
 */
export async function duplicateBot(deps: DuplicateBotDeps, botId: string): Promise<Bot> {
  const source = await deps.bots.get(botId);
  const copy = await deps.bots.insert(deps.newId(), {
    name: `${source.name} (copy)`.slice(0, 120),
    description: source.description,
    environmentId: source.environmentId,
  });
  const copyIdById = await deps.integrations.copyAll(source.id, copy.id, deps.newId);
  const draft = await deps.drafts.get(source.id);
  await deps.drafts.save(copy.id, 0, withIntegrations(draft.content, copyIdById));
  const webView = await deps.webViewSettings.get(source.id);
  if (webView.version > 0) await deps.webViewSettings.save(copy.id, 0, webView.settings);
  return copy;
}
