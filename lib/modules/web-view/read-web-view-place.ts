import type { ConfigCache } from '@/lib/platform/config-cache';
import type { Database } from '@/lib/platform/db/open-database';
import { findWebViewPlace, type WebViewPlace } from './web-view-settings.store';

/** A bot's workspace and Web View settings, remembered until something is changed; null when there is no such bot. */
export function readWebViewPlace({ db, configCache }: { db: Database; configCache: ConfigCache }, botId: string): Promise<WebViewPlace | null> {
  return configCache.read(`web-view-place ${botId}`, () => findWebViewPlace(db, botId));
}
