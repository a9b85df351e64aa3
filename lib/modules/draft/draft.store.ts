import type { Prisma } from '@/generated/prisma/sqlite/client';
import { Fault } from '@/lib/engine/fault';
import { botContentSchema, emptyBotContent, type BotContent } from '@/lib/engine/program/bot-content.schema';
import type { Database, DatabaseTransaction } from '@/lib/platform/db/open-database';
import { nullIfTaken } from '@/lib/platform/db/unique-violation';
import type { Draft, DraftVersion } from './draft.contract';

/** Drafts of one workspace: rows in and out. */
export function draftStore(db: Database | DatabaseTransaction, workspaceId: string) {
  const notFound = () => new Fault('missing', 'bot/not-found', 'There is no bot with this id. It may have been deleted.');

  return {
    /**
     * A bot in which nothing was said yet has an empty draft of version 0.
     * @throws Fault `bot/not-found`, `draft/unreadable`
     */
    async get(botId: string): Promise<Draft> {
      const row = await db.bot.findFirst({ where: { id: botId, workspaceId }, select: { createdAt: true, draft: true } });
      if (!row) throw notFound();
      if (!row.draft) return { content: emptyBotContent(), version: 0, updatedAt: row.createdAt.toISOString() };
      const { content, version, updatedAt } = row.draft;
      return { content: parseContent(content), version, updatedAt: updatedAt.toISOString() };
    },

    /** @throws Fault `bot/not-found` */
    async getVersion(botId: string): Promise<number> {
      const row = await db.bot.findFirst({ where: { id: botId, workspaceId }, select: { draft: { select: { version: true } } } });
      if (!row) throw notFound();
      return row.draft?.version ?? 0;
    },

    /**
     * Writes the next version of a draft.
     * @param version the version that the content was made from; 0 for the first one
     * @returns null when the draft is no longer at that version, or its bot is gone
     */
    async save(botId: string, version: number, content: BotContent): Promise<DraftVersion | null> {
      const updatedAt = new Date();
      // Content is plain JSON; its optional members lack the index signature that Prisma's type asks for.
      const data = { content: content as unknown as Prisma.InputJsonObject, version: version + 1, updatedAt };
      if (version === 0) {
        if (!(await db.bot.findFirst({ where: { id: botId, workspaceId }, select: { id: true } }))) return null;
        if ((await db.botDraft.create({ data: { botId, workspaceId, ...data } }).catch(nullIfTaken)) === null) return null;
      } else {
        const { count } = await db.botDraft.updateMany({ where: { botId, workspaceId, version }, data });
        if (count === 0) return null;
      }
      return { version: version + 1, updatedAt: updatedAt.toISOString() };
    },
  };
}

function parseContent(stored: unknown): BotContent {
  const parsed = botContentSchema.safeParse(stored);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const place = issue ? `${issue.path.join('.')}: ${issue.message}` : '';
  throw new Fault('broken', 'draft/unreadable', `The stored draft of this bot can't be read. ${place} Restore a release to go on.`, { cause: parsed.error });
}
