import { open, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import type { SqlDriverAdapter, SqlDriverAdapterFactory, SqlQuery, Transaction } from '@prisma/driver-adapter-utils';
import { createSharedReads } from '@/lib/platform/shared-reads';

interface SqliteOptions {
  /** `file:` and a path. */
  url: string;
  /** How long a statement waits for another process's write, in milliseconds. */
  timeout: number;
}

/**
 * SQLite's driver, whose writes resolve when they are on the disk, without holding up the process until then: SQLite itself does not wait for
 * its log (`synchronous=NORMAL`), and a thread of the pool lets the disk confirm it. Writes that come together wait for one confirmation.
 * See docs/decisions/0013-the-disk-confirms-beside-the-process.md.
 */
export class DurableSqlite implements SqlDriverAdapterFactory {
  readonly provider = 'sqlite';
  readonly adapterName = '@prisma/adapter-better-sqlite3';
  readonly #options: SqliteOptions;
  #connection: SqlDriverAdapter | null = null;

  constructor(options: SqliteOptions) {
    this.#options = options;
  }

  async connect(): Promise<SqlDriverAdapter> {
    const adapter = await new PrismaBetterSqlite3(this.#options).connect();
    await adapter.executeScript('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; BEGIN IMMEDIATE; COMMIT;');
    this.#connection = withDurableWrites(adapter, await openLog(this.#options.url.slice('file:'.length)));
    return this.#connection;
  }

  /** The one that Prisma's client uses, once it has connected. */
  get connection(): SqlDriverAdapter {
    if (!this.#connection) throw new Error('The database is not connected yet.');
    return this.#connection;
  }
}

/** SQLite's write-ahead log, which stays the same file as long as a connection is open. */
interface Log {
  /** Resolves when everything is on the disk that was written before the call. */
  confirm(): Promise<void>;
  close(): Promise<void>;
}

async function openLog(databasePath: string): Promise<Log> {
  // SQLite locks the database's own file, never this one: closing it lets go of no lock. Source: sqlite.org/howtocorrupt.html, section 2.2.
  const file = await open(`${databasePath}-wal`, 'r+');
  await confirmName(path.dirname(databasePath));
  const confirmations = createSharedReads();
  return { confirm: () => confirmations.read('log', () => file.datasync()), close: () => file.close() };
}

/** Keeps the log's entry in its folder through a power cut. Systems without that notion refuse to open a folder. */
async function confirmName(folder: string): Promise<void> {
  const entry: FileHandle | null = await open(folder, 'r').catch(() => null);
  await entry?.sync().catch(() => undefined);
  await entry?.close();
}

/** A connection whose writes resolve once `log` confirms them. */
export function withDurableWrites(adapter: SqlDriverAdapter, log: Log): SqlDriverAdapter {
  const { provider, adapterName } = adapter;
  return {
    provider,
    adapterName,
    async queryRaw(query) {
      const result = await adapter.queryRaw(query);
      if (mayWrite(query)) await log.confirm();
      return result;
    },
    async executeRaw(query) {
      const count = await adapter.executeRaw(query);
      await log.confirm();
      return count;
    },
    async executeScript(script) {
      await adapter.executeScript(script);
      await log.confirm();
    },
    startTransaction: async (isolationLevel) => withDurableCommit(await adapter.startTransaction(isolationLevel), log),
    async dispose() {
      await log.close();
      await adapter.dispose();
    },
  };
}

/** The next transaction may begin while the disk confirms this one. */
function withDurableCommit(transaction: Transaction, log: Log): Transaction {
  const { provider, adapterName, options } = transaction;
  return {
    provider,
    adapterName,
    options,
    queryRaw: (query) => transaction.queryRaw(query),
    executeRaw: (query) => transaction.executeRaw(query),
    async commit() {
      await transaction.commit();
      await log.confirm();
    },
    rollback: () => transaction.rollback(),
    createSavepoint: async (name) => transaction.createSavepoint?.(name),
    rollbackToSavepoint: async (name) => transaction.rollbackToSavepoint?.(name),
    releaseSavepoint: async (name) => transaction.releaseSavepoint?.(name),
  };
}

/** Whatever is not certain to read only; `RETURNING` makes writes answer like questions. */
function mayWrite({ sql }: SqlQuery): boolean {
  return !/^\s*(SELECT|PRAGMA|EXPLAIN)\b/i.test(sql);
}
