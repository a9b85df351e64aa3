import type { IntegrationRun as RunRow } from '@/generated/prisma/sqlite/client';
import { Fault } from '@/lib/engine/fault';
import type { Database } from '@/lib/platform/db/open-database';
import { packJson, unpackJson } from '@/lib/platform/db/packed-json';
import { runRecordSchema, runSummarySchema, type RunRecord, type RunSummary } from './run-record.schema';

/** Runs kept of each integration. */
export const RUNS_KEPT_MAX = 50;

/** A run on its way to the database. */
export interface RunToStore {
  workspaceId: string;
  botId: string;
  record: RunRecord;
}

/** Runs of one workspace. */
export function runRecordStore(db: Database, workspaceId: string) {
  return {
    /** Newest first. */
    async list(botId: string, integrationId: string): Promise<RunSummary[]> {
      const rows = await db.integrationRun.findMany({
        where: { workspaceId, botId, integrationId },
        orderBy: { startedAt: 'desc' },
        take: RUNS_KEPT_MAX,
        omit: { record: true },
      });
      return rows.map(toSummary);
    },

    /** @throws Fault `integration-run/not-found` */
    async get(botId: string, integrationId: string, runId: string): Promise<RunRecord> {
      const row = await db.integrationRun.findFirst({ where: { id: runId, botId, integrationId, workspaceId } });
      if (!row) throw new Fault('missing', 'integration-run/not-found', `This run is not kept any more: only the newest ${RUNS_KEPT_MAX} are.`);
      return runRecordSchema.parse(await unpackJson(row.record));
    },
  };
}

/** Writes runs of whatever workspaces in one transaction and drops what is beyond the newest of each integration. */
export async function insertRuns(db: Database, runs: RunToStore[]): Promise<void> {
  const rows = await Promise.all(runs.map(toRow));
  await db.$transaction(async (transaction) => {
    await transaction.integrationRun.createMany({ data: rows });
    const places = new Map(rows.map(({ workspaceId, botId, integrationId }) => [toPlaceKey({ workspaceId, botId, integrationId }), { workspaceId, botId, integrationId }]));
    for (const where of places.values()) {
      const oldest = await transaction.integrationRun.findMany({
        where,
        orderBy: { startedAt: 'desc' },
        skip: RUNS_KEPT_MAX,
        select: { id: true },
      });
      if (oldest.length > 0) await transaction.integrationRun.deleteMany({ where: { id: { in: oldest.map((row) => row.id) } } });
    }
  });
}

/**
 * Tells integrations apart. Their id alone does not: it may be chosen by whoever runs one that is not saved yet, and then somebody's
 * runs would drive out another workspace's.
 */
export function toPlaceKey({ workspaceId, botId, integrationId }: { workspaceId: string; botId: string; integrationId: string }): string {
  return `${workspaceId} ${botId} ${integrationId}`;
}

async function toRow({ workspaceId, botId, record }: RunToStore) {
  return {
    id: record.id,
    workspaceId,
    botId,
    integrationId: record.integrationId,
    startedAt: new Date(record.startedAt),
    durationMs: record.durationMs,
    mode: record.mode,
    outcome: record.outcome,
    attemptCount: record.attempts.length,
    bodyBytes: record.response?.bodyBytes ?? null,
    record: await packJson(record),
  };
}

function toSummary(row: Omit<RunRow, 'record'>): RunSummary {
  return runSummarySchema.parse({ ...row, startedAt: row.startedAt.toISOString() });
}
