import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import { afterAll, describe, expect, test } from 'vitest';
import { DurableSqlite, withDurableWrites } from './durable-sqlite';

const folder = await mkdtemp(path.join(tmpdir(), 'durable-sqlite-'));
afterAll(() => rm(folder, { recursive: true }));

const query = (sql: string) => ({ sql, args: [], argTypes: [] });

/** A driver whose disk confirms when told to. */
async function openHeld() {
  const adapter = await new PrismaBetterSqlite3({ url: 'file::memory:' }).connect();
  await adapter.executeScript('CREATE TABLE "Note" ("text" TEXT)');
  const waiting: { resolve(): void; reject(error: Error): void }[] = [];
  const log = { confirm: () => new Promise<void>((resolve, reject) => void waiting.push({ resolve, reject })), close: () => Promise.resolve() };
  return { driver: withDurableWrites(adapter, log), waiting };
}

/** Whether a promise is settled once everything that is ready has run. */
async function isSettled(promise: Promise<unknown>): Promise<boolean> {
  let settled = false;
  void promise.catch(() => undefined).finally(() => (settled = true));
  await new Promise(setImmediate);
  return settled;
}

describe('a write', () => {
  test.each([
    ['that counts rows', (driver: Held) => driver.executeRaw(query(`INSERT INTO "Note" VALUES ('a')`))],
    ['that returns rows', (driver: Held) => driver.queryRaw(query(`INSERT INTO "Note" VALUES ('a') RETURNING "text"`))],
    ['that begins with a common table', (driver: Held) => driver.queryRaw(query(`WITH next AS (SELECT 'a') INSERT INTO "Note" SELECT * FROM next RETURNING "text"`))],
    ['of a script', (driver: Held) => driver.executeScript(`INSERT INTO "Note" VALUES ('a')`)],
    ['of a transaction', (driver: Held) => inTransaction(driver, `INSERT INTO "Note" VALUES ('a')`)],
  ])('%s resolves when the disk has it', async (_, write) => {
    const { driver, waiting } = await openHeld();
    const written = write(driver);
    expect(await isSettled(written)).toBe(false);
    expect(waiting).toHaveLength(1);
    waiting[0]?.resolve();
    expect(await isSettled(written)).toBe(true);
  });

  test('fails when the disk refuses', async () => {
    const { driver, waiting } = await openHeld();
    const written = inTransaction(driver, `INSERT INTO "Note" VALUES ('a')`);
    await isSettled(written);
    waiting[0]?.reject(new Error('EIO'));
    await expect(written).rejects.toThrow('EIO');
  });

  test('holds up neither questions nor the next transaction', async () => {
    const { driver, waiting } = await openHeld();
    const first = inTransaction(driver, `INSERT INTO "Note" VALUES ('a')`);
    expect(await isSettled(first)).toBe(false);
    expect((await driver.queryRaw(query('SELECT * FROM "Note"'))).rows).toEqual([['a']]);
    void inTransaction(driver, `INSERT INTO "Note" VALUES ('b')`);
    await new Promise(setImmediate);
    expect((await driver.queryRaw(query('SELECT count(*) FROM "Note"'))).rows).toEqual([[2]]);
    expect(waiting).toHaveLength(2);
  });

  test('that is rolled back waits for no disk', async () => {
    const { driver, waiting } = await openHeld();
    const transaction = await driver.startTransaction();
    await transaction.executeRaw(query(`INSERT INTO "Note" VALUES ('a')`));
    await transaction.executeRaw(query('ROLLBACK'));
    await transaction.rollback();
    expect(waiting).toHaveLength(0);
  });
});

describe('a database file', () => {
  test('keeps what was written when it is opened again', async () => {
    const url = `file:${path.join(folder, 'again.db')}`;
    const first = await new DurableSqlite({ url, timeout: 1_000 }).connect();
    await first.executeScript('CREATE TABLE "Note" ("text" TEXT)');
    await Promise.all(['a', 'b', 'c'].map((text) => first.executeRaw(query(`INSERT INTO "Note" VALUES ('${text}')`))));
    await first.dispose();
    const second = await new DurableSqlite({ url, timeout: 1_000 }).connect();
    expect((await second.queryRaw(query('SELECT count(*) FROM "Note"'))).rows).toEqual([[3]]);
    await second.dispose();
  });

  test('writes on while another process opens and closes it', async () => {
    const url = `file:${path.join(folder, 'shared.db')}`;
    const own = await new DurableSqlite({ url, timeout: 1_000 }).connect();
    await own.executeScript('CREATE TABLE "Note" ("text" TEXT)');
    const other = await new DurableSqlite({ url, timeout: 1_000 }).connect();
    await other.executeRaw(query(`INSERT INTO "Note" VALUES ('theirs')`));
    await other.dispose();
    await own.executeRaw(query(`INSERT INTO "Note" VALUES ('ours')`));
    expect((await own.queryRaw(query('SELECT count(*) FROM "Note"'))).rows).toEqual([[2]]);
    await own.dispose();
  });
});

type Held = Awaited<ReturnType<typeof openHeld>>['driver'];

/** As Prisma does it. */
async function inTransaction(driver: Held, sql: string): Promise<void> {
  const transaction = await driver.startTransaction();
  await transaction.executeRaw(query(sql));
  await transaction.executeRaw(query('COMMIT'));
  await transaction.commit();
}
