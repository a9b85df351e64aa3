import { readFile } from 'node:fs/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { findTestDatabases, type TestDatabaseKind } from '@/scripts/test/test-databases';
import { createAdapter, ensureDatabasePlace, openDatabase } from './open-database';
import { applyMigrations, diffSchemas } from './schema-engine';

const drops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const drop of drops.splice(0)) await drop();
});

async function createDatabase(kind: TestDatabaseKind): Promise<string> {
  const { databaseUrl, drop } = await kind.create();
  drops.push(drop);
  await ensureDatabasePlace(databaseUrl);
  return databaseUrl;
}

/** What a database's own catalogue says about its tables; Prisma's list of migrations left out. */
async function readCatalogue(kind: TestDatabaseKind, databaseUrl: string): Promise<Record<string, unknown>> {
  const db = await openDatabase(databaseUrl);
  const read = async (sql: string) => {
    const rows: unknown[] = await db.$queryRawUnsafe(sql);
    return rows.map((row) => JSON.stringify(row, (_, value: unknown) => (typeof value === 'bigint' ? Number(value) : value))).sort();
  };
  const queries = kind.provider === 'sqlite' ? SQLITE_QUERIES : POSTGRESQL_QUERIES;
  const parts = await Promise.all(Object.entries(queries).map(async ([name, sql]) => [name, await read(sql)]));
  await db.$disconnect();
  return Object.fromEntries(parts);
}

const SQLITE_TABLES = `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> '_prisma_migrations'`;
const SQLITE_QUERIES = {
  tables: SQLITE_TABLES,
  columns: `SELECT t.name AS "table", c.name, c.type, c."notnull" AS "required", c.dflt_value AS "default", c.pk FROM (${SQLITE_TABLES}) t, pragma_table_info(t.name) c`,
  indexes: `SELECT t.name AS "table", i.name, i."unique", i.partial, x.seqno, x.name AS "column" FROM (${SQLITE_TABLES}) t, pragma_index_list(t.name) i, pragma_index_info(i.name) x`,
  foreignKeys: `SELECT t.name AS "table", f."from", f."to", f."table" AS target, f.on_update, f.on_delete FROM (${SQLITE_TABLES}) t, pragma_foreign_key_list(t.name) f`,
};

const POSTGRESQL_QUERIES = {
  tables: `SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema() AND table_name <> '_prisma_migrations'`,
  columns: `SELECT table_name, column_name, data_type, is_nullable, column_default, datetime_precision FROM information_schema.columns WHERE table_schema = current_schema() AND table_name <> '_prisma_migrations'`,
  indexes: `SELECT tablename, indexname, replace(indexdef, current_schema() || '.', '') AS definition FROM pg_indexes WHERE schemaname = current_schema() AND tablename <> '_prisma_migrations'`,
  foreignKeys: `SELECT conrelid::regclass::text AS "table", conname, replace(pg_get_constraintdef(oid), current_schema() || '.', '') AS definition FROM pg_constraint WHERE connamespace = current_schema()::regnamespace AND contype = 'f'`,
};

for (const kind of await findTestDatabases()) {
  describe.skipIf(!kind.isThere)(`migrations on ${kind.name}`, () => {
    it('lead to the database that the schema describes: tables, columns, indexes and foreign keys', async () => {
      const [migrated, direct] = [await createDatabase(kind), await createDatabase(kind)];
      await applyMigrations(migrated);
      const adapter = await createAdapter(direct).connect();
      await adapter.executeScript((await diffSchemas(direct, null, await readFile('prisma/schema.prisma', 'utf8'))) ?? '');
      await adapter.dispose();
      const [found, wanted] = [await readCatalogue(kind, migrated), await readCatalogue(kind, direct)];
      expect(found).toEqual(wanted);
      for (const part of Object.values(found)) expect(part).not.toEqual([]);
    });

    it('applied again change nothing', async () => {
      const databaseUrl = await createDatabase(kind);
      expect((await applyMigrations(databaseUrl)).length).toBeGreaterThan(0);
      const before = await readCatalogue(kind, databaseUrl);
      expect(await applyMigrations(databaseUrl)).toEqual([]);
      expect(await readCatalogue(kind, databaseUrl)).toEqual(before);
    });

    it('that were begun and not finished are not taken for applied: it refuses', async () => {
      const databaseUrl = await createDatabase(kind);
      await applyMigrations(databaseUrl);
      const db = await openDatabase(databaseUrl);
      await db.$executeRawUnsafe(`UPDATE _prisma_migrations SET finished_at = NULL`);
      await expect(applyMigrations(databaseUrl)).rejects.toThrow();
      await db.$disconnect();
    });

    it('keep the data that is there', async () => {
      const databaseUrl = await createDatabase(kind);
      await applyMigrations(databaseUrl);
      const db = await openDatabase(databaseUrl);
      await db.workspace.create({ data: { id: 'w', name: 'Kept' } });
      await db.$disconnect();
      await applyMigrations(databaseUrl);
      const again = await openDatabase(databaseUrl);
      expect(await again.workspace.findMany()).toMatchObject([{ id: 'w', name: 'Kept', version: 1 }]);
      await again.$disconnect();
    });
  });
}

it('the checked-in copy of the migrated schema is the schema: no migration was forgotten', async () => {
  expect(await readFile('prisma/migrations/migrated-schema.prisma', 'utf8')).toBe(await readFile('prisma/schema.prisma', 'utf8'));
});
