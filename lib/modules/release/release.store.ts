import type { Prisma } from '@/generated/prisma/sqlite/client';
import { Fault } from '@/lib/engine/fault';
import { programSchema, type Program } from '@/lib/engine/program/program.schema';
import type { Database, DatabaseTransaction } from '@/lib/platform/db/open-database';
import { nullIfTaken } from '@/lib/platform/db/unique-violation';
import type { ReleaseSummary } from './release.contract';

/** Everything but the program: that can be megabytes. */
const SUMMARY = { id: true, number: true, note: true, createdAt: true, createdByName: true, bot: { select: { liveReleaseId: true } } } as const;
type SummaryRow = Prisma.ReleaseGetPayload<{ select: typeof SUMMARY }>;

/** Releases of one workspace: rows in and out. They never change. */
export function releaseStore(db: Database | DatabaseTransaction, workspaceId: string) {
  const notFound = () => new Fault('missing', 'release/not-found', 'There is no release with this id in this bot.');

  return {
    /** Newest first. */
    async list(botId: string): Promise<ReleaseSummary[]> {
      const rows = await db.release.findMany({ where: { workspaceId, botId }, orderBy: { number: 'desc' }, select: SUMMARY });
      return rows.map(toSummary);
    },

    /** @throws Fault `release/not-found` */
    async get(botId: string, releaseId: string): Promise<ReleaseSummary & { program: Program }> {
      const row = await db.release.findFirst({ where: { id: releaseId, workspaceId, botId }, select: { ...SUMMARY, program: true } });
      if (!row) throw notFound();
      return { ...toSummary(row), program: programSchema.parse(row.program) };
    },

    /** 1 for the first one. */
    async nextNumber(botId: string): Promise<number> {
      const latest = await db.release.findFirst({ where: { workspaceId, botId }, orderBy: { number: 'desc' }, select: { number: true } });
      return (latest?.number ?? 0) + 1;
    },

    /** @returns null when the bot has a release of this number */
    async insert(release: { id: string; botId: string; note: string; program: Program; number: number; createdById: string; createdByName: string }): Promise<ReleaseSummary | null> {
      // A program is plain JSON; its optional members lack the index signature that Prisma's type asks for.
      const data = { ...release, workspaceId, program: release.program as unknown as Prisma.InputJsonObject };
      const row = await db.release.create({ data, select: SUMMARY }).catch(nullIfTaken);
      return row && toSummary(row);
    },

    /**
     * Makes a release the one that new conversations begin on.
     * @throws Fault `release/not-found`
     */
    async setLive(botId: string, releaseId: string): Promise<ReleaseSummary> {
      const row = await db.release.findFirst({ where: { id: releaseId, workspaceId, botId }, select: SUMMARY });
      if (!row) throw notFound();
      await db.bot.updateMany({ where: { id: botId, workspaceId }, data: { liveReleaseId: releaseId } });
      return { ...toSummary(row), isLive: true };
    },
  };
}

function toSummary({ bot, createdAt, ...row }: SummaryRow): ReleaseSummary {
  return { id: row.id, number: row.number, note: row.note, createdAt: createdAt.toISOString(), createdByName: row.createdByName, isLive: bot.liveReleaseId === row.id };
}
