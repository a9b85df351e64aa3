import type { BotTest as BotTestRow, Prisma } from '@/generated/prisma/sqlite/client';
import { Fault } from '@/lib/engine/fault';
import type { Database, DatabaseTransaction } from '@/lib/platform/db/open-database';
import { botTestDefinitionSchema, botTestResultSchema, type BotTest, type BotTestDefinition, type BotTestResult, type BotTestSummary } from './bot-test.schema';

/** Tests of the bots of one workspace: rows in and out. */
export function botTestStore(db: Database | DatabaseTransaction, workspaceId: string) {
  return {
    /** With definitions, by name. */
    async list(botId: string): Promise<BotTest[]> {
      const rows = await db.botTest.findMany({ where: { workspaceId, botId }, orderBy: [{ name: 'asc' }, { id: 'asc' }] });
      return rows.map(toBotTest);
    },

    /** @throws Fault `bot-test/not-found` */
    async get(botId: string, testId: string): Promise<BotTest> {
      const row = await db.botTest.findFirst({ where: { id: testId, botId, workspaceId } });
      if (!row) throw new Fault('missing', 'bot-test/not-found', 'There is no test with this id in this bot. It may have been deleted.');
      return toBotTest(row);
    },

    async insert(id: string, botId: string, { name, definition }: { name: string; definition: BotTestDefinition }): Promise<BotTest> {
      return toBotTest(await db.botTest.create({ data: { id, workspaceId, botId, name, definition: toJson(definition) } }));
    },

    /** @returns null when the test is no longer at `version` */
    async update(botId: string, testId: string, { version, name, definition }: { version: number; name: string; definition: BotTestDefinition }): Promise<BotTest | null> {
      const data = { name, definition: toJson(definition), version: version + 1, updatedAt: new Date() };
      const { count } = await db.botTest.updateMany({ where: { id: testId, botId, workspaceId, version }, data });
      return count === 0 ? null : this.get(botId, testId);
    },

    /** What the latest run came to; leaves the version, since nobody edits it. */
    async saveResult(botId: string, testId: string, result: BotTestResult): Promise<void> {
      await db.botTest.updateMany({ where: { id: testId, botId, workspaceId }, data: { lastResult: toJson(result) } });
    },

    async delete(botId: string, testId: string): Promise<void> {
      await db.botTest.deleteMany({ where: { id: testId, botId, workspaceId } });
    },
  };
}

/** One line of a list. */
export function toBotTestSummary({ definition, lastResult, ...test }: BotTest): BotTestSummary {
  return { ...test, lastResult: lastResult && { passed: lastResult.passed, ranAt: lastResult.ranAt, durationMs: lastResult.durationMs } };
}

function toBotTest(row: BotTestRow): BotTest {
  const definition = botTestDefinitionSchema.parse(row.definition);
  return {
    id: row.id,
    botId: row.botId,
    name: row.name,
    turnCount: definition.turns.length,
    definition,
    lastResult: botTestResultSchema.nullable().parse(row.lastResult),
    version: row.version,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}

/** Parsed shapes are plain JSON; they just lack the index signature that Prisma's type asks for. */
function toJson(value: BotTestDefinition | BotTestResult): Prisma.InputJsonObject {
  return value as unknown as Prisma.InputJsonObject;
}
