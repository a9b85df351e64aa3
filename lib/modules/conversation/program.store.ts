import { Fault } from '@/lib/engine/fault';
import type { Database } from '@/lib/platform/db/open-database';

/** What a turn must know of a bot before it can choose a program. */
export interface BotPlace {
  environmentId: string | null;
  liveReleaseId: string | null;
}

/** Small reads about which program to run; the programs themselves come from the stores of drafts and releases. */
export function programStore(db: Database, workspaceId: string) {
  const notFound = () => new Fault('missing', 'bot/not-found', 'There is no bot with this id. It may have been deleted.');
  return {
    /** @throws Fault `bot/not-found` */
    async getBotPlace(botId: string): Promise<BotPlace> {
      const row = await db.bot.findFirst({ where: { id: botId, workspaceId }, select: { environmentId: true, liveReleaseId: true } });
      if (!row) throw notFound();
      return row;
    },

    /** Null for previews, which are on none. */
    async findReleaseNumber(releaseId: string | null): Promise<number | null> {
      if (releaseId === null) return null;
      return (await db.release.findFirst({ where: { id: releaseId, workspaceId }, select: { number: true } }))?.number ?? null;
    },

    /**
     * Changes whenever the draft or one of the bot's integrations does.
     * @throws Fault `bot/not-found`
     */
    async getDraftStamp(botId: string): Promise<string> {
      const row = await db.bot.findFirst({
        where: { id: botId, workspaceId },
        select: { draft: { select: { version: true } }, integrations: { select: { id: true, version: true }, orderBy: { id: 'asc' } } },
      });
      if (!row) throw notFound();
      return [row.draft?.version ?? 0, ...row.integrations.map(({ id, version }) => `${id}@${version}`)].join(' ');
    },
  };
}
