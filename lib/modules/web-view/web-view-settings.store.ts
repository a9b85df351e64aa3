import { Fault } from '@/lib/engine/fault';
import type { Database, DatabaseTransaction } from '@/lib/platform/db/open-database';
import { isUniqueViolation } from '@/lib/platform/db/unique-violation';
import { DEFAULT_WEB_VIEW_SETTINGS, webViewSettingsSchema, type StoredWebViewSettings, type WebViewSettings } from './web-view-settings.schema';

/** What a post must know of a bot. */
export interface WebViewPlace {
  workspaceId: string;
  botId: string;
  settings: WebViewSettings;
}

/** Web View settings of one workspace's bots. */
export function webViewSettingsStore(db: Database | DatabaseTransaction, workspaceId: string) {
  return {
    /** Defaults with version 0 where nothing was saved. @throws Fault `bot/not-found` */
    async get(botId: string): Promise<StoredWebViewSettings> {
      const row = await db.bot.findFirst({ where: { id: botId, workspaceId }, select: { webView: { select: { settings: true, version: true } } } });
      if (!row) throw new Fault('missing', 'bot/not-found', 'There is no bot with this id. It may have been deleted.');
      return row.webView ? { settings: parseSettings(row.webView.settings), version: row.webView.version } : { settings: DEFAULT_WEB_VIEW_SETTINGS, version: 0 };
    },

    /** @returns false when they are no longer at `version` */
    async save(botId: string, version: number, settings: WebViewSettings): Promise<boolean> {
      const values = { settings: JSON.stringify(settings), updatedAt: new Date() };
      if (version === 0) {
        return db.webViewSettings.create({ data: { botId, workspaceId, ...values } }).then(
          () => true,
          (error: unknown) => (isUniqueViolation(error) ? false : Promise.reject(error)),
        );
      }
      const { count } = await db.webViewSettings.updateMany({ where: { botId, workspaceId, version }, data: { ...values, version: { increment: 1 } } });
      return count > 0;
    },
  };
}

/** A bot's workspace and settings, whoever asks; null when there is no such bot. */
export async function findWebViewPlace(db: Database, botId: string): Promise<WebViewPlace | null> {
  const row = await db.bot.findUnique({ where: { id: botId }, select: { workspaceId: true, webView: { select: { settings: true } } } });
  return row && { workspaceId: row.workspaceId, botId, settings: row.webView ? parseSettings(row.webView.settings) : DEFAULT_WEB_VIEW_SETTINGS };
}

function parseSettings(text: string): WebViewSettings {
  return webViewSettingsSchema.parse(JSON.parse(text));
}
