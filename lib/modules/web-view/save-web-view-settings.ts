import { Fault } from '@/lib/engine/fault';
import type { StoredWebViewSettings } from './web-view-settings.schema';
import type { webViewSettingsStore } from './web-view-settings.store';

/**
 * Changes settings that are still at the version the change is based on.
 * @throws Fault `bot/not-found`; `web-view/changed-meanwhile` with the settings as they are now in `current`
 */
export async function saveWebViewSettings(deps: { settings: ReturnType<typeof webViewSettingsStore> }, botId: string, change: StoredWebViewSettings): Promise<StoredWebViewSettings> {
  const before = await deps.settings.get(botId);
  if (before.version === change.version && (await deps.settings.save(botId, change.version, change.settings))) return deps.settings.get(botId);
  throw new Fault('conflict', 'web-view/changed-meanwhile', 'Somebody else changed these settings since you opened them. Look at their version, then save again.', {
    extra: { current: await deps.settings.get(botId) },
  });
}
