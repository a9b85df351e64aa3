import type { Bot as BotRow } from '@/generated/prisma/sqlite/client';
import { Fault } from '@/lib/engine/fault';
import type { Database, DatabaseTransaction } from '@/lib/platform/db/open-database';
import type { Bot, BotInput, BotSummary } from './bot.schema';

/** Bots of one workspace: rows in and out. */
export function botStore(db: Database | DatabaseTransaction, workspaceId: string) {
  return {
    /** Most recently changed first. */
    async list(): Promise<BotSummary[]> {
      const rows = await db.bot.findMany({
        where: { workspaceId },
        orderBy: [{ updatedAt: 'desc' }, { id: 'asc' }],
        include: { _count: { select: { integrations: true } } },
      });
      return rows.map((row) => ({ ...toBot(row), integrationCount: row._count.integrations }));
    },

    /** @throws Fault `bot/not-found` */
    async get(botId: string): Promise<Bot> {
      const row = await db.bot.findFirst({ where: { id: botId, workspaceId } });
      if (!row) throw new Fault('missing', 'bot/not-found', 'There is no bot with this id. It may have been deleted.');
      return toBot(row);
    },

    async insert(id: string, input: BotInput): Promise<Bot> {
      return toBot(await db.bot.create({ data: { id, workspaceId, ...input } }));
    },

    /** @returns null when the bot is no longer at `version` */
    async update(botId: string, version: number, input: BotInput): Promise<Bot | null> {
      const { count } = await db.bot.updateMany({
        where: { id: botId, workspaceId, version },
        data: { ...input, version: { increment: 1 } },
      });
      return count === 0 ? null : this.get(botId);
    },

    /** Deletes the bot with everything that belongs to it: integrations and their runs, draft, releases, tests, and all its conversations. */
    async delete(botId: string): Promise<void> {
      // What has no foreign key to the bot, and what belongs to its conversations without having one to them.
      await db.$executeRaw`DELETE FROM "StoredFile" WHERE "workspaceId" = ${workspaceId} AND "conversationId" IN (SELECT "id" FROM "Conversation" WHERE "botId" = ${botId} AND "workspaceId" = ${workspaceId})`;
      await db.$executeRaw`DELETE FROM "ContextProperty" WHERE "workspaceId" = ${workspaceId} AND "scope" = 'conversation' AND "ownerId" IN (SELECT "id" FROM "Conversation" WHERE "botId" = ${botId} AND "workspaceId" = ${workspaceId})`;
      await db.conversation.deleteMany({ where: { botId, workspaceId } });
      await db.permanentVariable.deleteMany({ where: { botId, workspaceId } });
      await db.customEvent.deleteMany({ where: { botId, workspaceId } });
      await db.webViewPost.deleteMany({ where: { botId, workspaceId } });
      await db.integrationRun.deleteMany({ where: { botId, workspaceId } });
      await db.bot.deleteMany({ where: { id: botId, workspaceId } });
    },
  };
}

function toBot(row: BotRow): Bot {
  return {
    id: row.id,
    name: row.name,
    description: row.description,
    environmentId: row.environmentId,
    version: row.version,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}
