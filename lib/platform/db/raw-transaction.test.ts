import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findTestDatabases, type TestDatabase } from '@/scripts/test/test-databases';
import { ensureDatabasePlace, openDatabase, toProvider, type Database } from './open-database';
import { inRawTransaction } from './raw-transaction';
import { isUniqueViolation } from './unique-violation';

for (const kind of await findTestDatabases()) {
  describe.skipIf(!kind.isThere)(`statements by hand on ${kind.name}`, () => {
    let database: TestDatabase;
    let db: Database;
    beforeAll(async () => {
      database = await kind.create();
      await ensureDatabasePlace(database.databaseUrl);
      db = await openDatabase(database.databaseUrl);
      await db.$executeRawUnsafe('CREATE TABLE "Note" ("text" TEXT PRIMARY KEY)');
    });
    afterAll(async () => {
      await db.$disconnect();
      await database.drop();
    });

    const insert = (text: string) => ({ text: `INSERT INTO "Note" VALUES (${toProvider(database.databaseUrl) === 'sqlite' ? '?' : '$1::text'})`, values: [text] });
    const listNotes = () => inRawTransaction(db, (transaction) => transaction.list({ text: 'SELECT "text" FROM "Note" ORDER BY 1', values: [] }));

    it('are all there afterwards, or none of them', async () => {
      await inRawTransaction(db, async (transaction) => {
        await transaction.execute(insert('a'));
        await transaction.execute(insert('b'));
      });
      const failing = inRawTransaction(db, async (transaction) => {
        await transaction.execute(insert('c'));
        throw new Error('changed my mind');
      });
      await expect(failing).rejects.toThrow('changed my mind');
      expect(await listNotes()).toEqual(['a', 'b']);
    });

    it('say when a value is taken, and let the next transaction begin', async () => {
      const twice = inRawTransaction(db, async (transaction) => {
        await transaction.execute(insert('d'));
        await transaction.execute(insert('d'));
      });
      expect(isUniqueViolation(await twice.catch((error: unknown) => error))).toBe(true);
      expect(await listNotes()).not.toContain('d');
    });

    it('wait for transactions of Prisma’s client, and those for them', async () => {
      const add = (text: string) => inRawTransaction(db, (transaction) => transaction.execute(insert(text)));
      const addByClient = (text: string) =>
        db.$transaction(async (transaction) => {
          await transaction.$executeRawUnsafe(`INSERT INTO "Note" VALUES ('${text}')`);
          await new Promise((resolve) => setTimeout(resolve, 20));
          return transaction.$queryRawUnsafe('SELECT 1');
        });
      await Promise.all([addByClient('p'), add('q'), addByClient('r'), add('s')]);
      expect(await listNotes()).toEqual(expect.arrayContaining(['p', 'q', 'r', 's']));
    });
  });
}
