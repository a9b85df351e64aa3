import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { DurableSqlite } from './durable-sqlite';
import { openLean } from './lean-query-compiler';
import { shareDriver } from './shared-driver';
import { PrismaClient as PostgresqlClient } from '@/generated/prisma/postgresql/client';
import { PrismaClient as SqliteClient, type Prisma } from '@/generated/prisma/sqlite/client';

/** A Prisma client. Both providers' clients are generated from one schema, so SQLite's type stands for both. */
export type Database = SqliteClient;

/** A client inside a transaction. */
export type DatabaseTransaction = Prisma.TransactionClient;

export type DatabaseProvider = 'sqlite' | 'postgresql';

/** Which database a `DATABASE_URL` names. */
export function toProvider(databaseUrl: string): DatabaseProvider {
  return databaseUrl.startsWith('file:') ? 'sqlite' : 'postgresql';
}

function toSqliteOptions(databaseUrl: string) {
  return { url: databaseUrl, timeout: 10_000 };
}

/** The driver adapter that migrations of a `DATABASE_URL` run through. */
export function createAdapter(databaseUrl: string) {
  if (toProvider(databaseUrl) === 'sqlite') return new PrismaBetterSqlite3(toSqliteOptions(databaseUrl));
  const schema = readSchemaName(databaseUrl);
  if (schema === null) return new PrismaPg({ connectionString: databaseUrl, max: 16 });
  return new PrismaPg({ connectionString: databaseUrl, max: 16, options: `-c search_path=${pg.escapeIdentifier(schema)}` }, { schema });
}

/**
 * A transaction may wait for a connection and take so long: a busy machine is slow, and what gave up would have to be done again. Prisma's
 * own limits are two and five seconds.
 */
const TRANSACTION_OPTIONS = { maxWait: 20_000, timeout: 30_000 };

/**
 * Opens the database of a `DATABASE_URL` (`file:` or `postgres:`). Apply migrations first.
 * An acknowledged write survives a crash and a power cut.
 */
export async function openDatabase(databaseUrl: string): Promise<Database> {
  if (toProvider(databaseUrl) === 'sqlite') {
    const adapter = new DurableSqlite(toSqliteOptions(databaseUrl));
    const database = new SqliteClient({ adapter, transactionOptions: TRANSACTION_OPTIONS });
    await openLean(() => database.$connect());
    shareDriver(database, adapter.connection);
    return database;
  }
  const database = new PostgresqlClient({ adapter: createAdapter(databaseUrl) as PrismaPg, transactionOptions: TRANSACTION_OPTIONS });
  await openLean(() => database.$connect());
  // Generated from the same schema: the two clients differ in the SQL they write, not in their methods.
  return database as unknown as Database;
}

/** Makes what the database lives in: the folder of a SQLite file, or the schema named by `?schema=` in PostgreSQL. */
export async function ensureDatabasePlace(databaseUrl: string): Promise<void> {
  if (toProvider(databaseUrl) === 'sqlite') {
    await mkdir(path.dirname(databaseUrl.slice('file:'.length)), { recursive: true });
    return;
  }
  const schema = readSchemaName(databaseUrl);
  if (schema === null) return;
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query(`CREATE SCHEMA IF NOT EXISTS ${pg.escapeIdentifier(schema)}`);
  } finally {
    await client.end();
  }
}

/** The PostgreSQL schema that a `DATABASE_URL` names with `?schema=`; null for the default one. */
export function readSchemaName(databaseUrl: string): string | null {
  return new URL(databaseUrl).searchParams.get('schema');
}
