import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import type { DatabaseProvider } from '@/lib/platform/db/open-database';

/** A PostgreSQL server on this machine, if there is one; its tests make schemas of their own and drop them. */
const POSTGRES_URL = 'postgres://postgres@127.0.0.1:5432/test';

/** An empty place of its own for a test's tables. */
export interface TestDatabase {
  databaseUrl: string;
  drop(): Promise<void>;
}

/** A kind of database that tests run against; the name tells where it is expected when it is not there. */
export interface TestDatabaseKind {
  provider: DatabaseProvider;
  name: string;
  isThere: boolean;
  create(): Promise<TestDatabase>;
}

/** Both kinds; PostgreSQL is looked for once. */
export async function findTestDatabases(): Promise<TestDatabaseKind[]> {
  return [
    { provider: 'sqlite', name: 'SQLite', isThere: true, create: createSqlite },
    { provider: 'postgresql', name: 'PostgreSQL at 127.0.0.1:5432', isThere: await canConnect(), create: createPostgresql },
  ];
}

async function createSqlite(): Promise<TestDatabase> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'parley-db-'));
  return { databaseUrl: `file:${path.join(folder, 'test.db')}`, drop: () => rm(folder, { recursive: true, force: true }) };
}

async function createPostgresql(): Promise<TestDatabase> {
  const schema = `parley_test_${randomBytes(6).toString('hex')}`;
  return {
    databaseUrl: `${POSTGRES_URL}?schema=${schema}`,
    drop: () => withClient((client) => client.query(`DROP SCHEMA IF EXISTS ${schema} CASCADE`)),
  };
}

function canConnect(): Promise<boolean> {
  return withClient(() => Promise.resolve()).then(
    () => true,
    () => false,
  );
}

async function withClient(work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: POSTGRES_URL, connectionTimeoutMillis: 2_000 });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
