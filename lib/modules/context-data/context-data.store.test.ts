import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { scriptCommandSchema, type ScriptCommand } from '@/lib/engine/script/conversation-script.schema';
import { ensureDatabasePlace, openDatabase, type Database } from '@/lib/platform/db/open-database';
import { applyMigrations } from '@/lib/platform/db/schema-engine';
import { findTestDatabases, type TestDatabase } from '@/scripts/test/test-databases';
import { applyToContext } from './apply-to-context.rules';
import { contextDataStore } from './context-data.store';

const NOW_MS = Date.UTC(2026, 0, 5, 12, 0);
const ada = { isPreview: false, consumerId: 'ada', conversationId: 'conversation-1', nowMs: NOW_MS };
const adaLater = { isPreview: false, consumerId: 'ada', conversationId: 'conversation-2', nowMs: NOW_MS };
const bob = { isPreview: false, consumerId: 'bob', conversationId: 'conversation-3', nowMs: NOW_MS };

const register = (namespace: string, ttlS: number | null = null): ScriptCommand => ({ kind: 'register-context', namespace, ttlS });
const set = (scope: 'global' | 'user' | 'conversation', property: string, value: unknown): ScriptCommand =>
  ({ kind: 'set-context', scope, namespace: 'shop', property, value }) as ScriptCommand; // Any JSON value.

/** Commands over few names, so that they meet. */
const anyCommand = fc.record({
  kind: fc.constantFrom('register-context', 'delete-context-namespace', 'set-context', 'set-context', 'set-context', 'delete-context', 'note'),
  scope: fc.constantFrom('global', 'user', 'conversation'),
  namespace: fc.constantFrom('shop', 'other', 'constructor'),
  property: fc.constantFrom('a', 'b', 'toString'),
  deletesAll: fc.boolean(),
  ttlS: fc.constantFrom(null, 60, 90),
  value: fc.jsonValue(),
});

function toCommand({ deletesAll, ...command }: Record<string, unknown>): ScriptCommand {
  const property = command.kind === 'delete-context' && deletesAll ? null : command.property;
  return scriptCommandSchema.parse({ ...command, property, text: '' });
}

for (const kind of await findTestDatabases()) {
  describe.skipIf(!kind.isThere)(`context data on ${kind.name}`, () => {
    let place: TestDatabase;
    let db: Database;
    let workspaceNumber = 0;

    beforeAll(async () => {
      place = await kind.create();
      await ensureDatabasePlace(place.databaseUrl);
      await applyMigrations(place.databaseUrl);
      db = await openDatabase(place.databaseUrl);
    });
    afterAll(async () => {
      await db.$disconnect();
      await place.drop();
    });

    /** A workspace of its own, with the namespace “shop”. */
    async function openShop(ttlS: number | null = null) {
      workspaceNumber += 1;
      const store = contextDataStore(db, `workspace-${workspaceNumber}`);
      await store.apply(register('shop', ttlS), ada);
      return store;
    }

    test('global data reaches everyone, a consumer’s their other conversations, a conversation’s only itself', async () => {
      const store = await openShop();
      await store.apply(set('global', 'open', true), ada);
      await store.apply(set('user', 'name', 'Ada'), ada);
      await store.apply(set('conversation', 'step', { n: 1 }), ada);
      expect(await store.read(ada)).toEqual({ shop: { ttlS: null, global: { open: true }, user: { name: 'Ada' }, conversation: { step: { n: 1 } } } });
      expect(await store.read(adaLater)).toEqual({ shop: { ttlS: null, global: { open: true }, user: { name: 'Ada' }, conversation: {} } });
      expect(await store.read(bob)).toEqual({ shop: { ttlS: null, global: { open: true }, user: {}, conversation: {} } });
    });

    test.each([['text', 'x'], ['number', 1.5], ['null', null], ['list', [1, { a: null }]], ['empty object', {}], ['false', false]])('a value comes back as it was: %s', async (_, value) => {
      const store = await openShop();
      await store.apply(set('user', 'p', 'before'), ada);
      await store.apply(set('user', 'p', value), ada);
      expect((await store.read(ada)).shop?.user).toEqual({ p: value });
    });

    test('another workspace sees nothing of it and can’t delete it', async () => {
      const store = await openShop();
      await store.apply(set('global', 'secret', 1), ada);
      const other = await openShop();
      await other.apply({ kind: 'delete-context', scope: 'global', namespace: 'shop', property: null }, ada);
      await other.apply({ kind: 'delete-context-namespace', namespace: 'shop' }, ada);
      expect(await other.read(ada)).toEqual({});
      expect((await store.read(ada)).shop?.global).toEqual({ secret: 1 });
    });

    test('previews share among themselves, and live conversations neither see it nor lose by it', async () => {
      const store = await openShop();
      const [preview, otherPreview] = [{ ...ada, isPreview: true }, { ...bob, isPreview: true }];
      for (const property of ['open', 'name']) await store.apply(set('global', property, 'live'), ada);
      expect(await store.read(preview)).toEqual({});
      await store.apply(set('global', 'open', 'nowhere'), preview);
      await store.apply(register('shop', 60), preview);
      await store.apply(set('global', 'open', 'preview'), preview);
      expect(await store.read(otherPreview)).toEqual({ shop: { ttlS: 60, global: { open: 'preview' }, user: {}, conversation: {} } });
      const live = { shop: { ttlS: null, global: { name: 'live', open: 'live' }, user: {}, conversation: {} } };
      expect(await store.read(bob)).toEqual(live);
      await store.apply({ kind: 'delete-context', scope: 'global', namespace: 'shop', property: null }, preview);
      await store.apply({ kind: 'delete-context-namespace', namespace: 'shop' }, preview);
      expect(await store.read(bob)).toEqual(live);
    });

    test('a property lives for the seconds of its namespace, from when it was set last', async () => {
      const store = await openShop(60);
      await store.apply(set('user', 'old', 1), ada);
      await store.apply(set('user', 'again', 1), ada);
      await store.apply(set('user', 'again', 2), { ...ada, nowMs: NOW_MS + 30_000 });
      expect((await store.read({ ...ada, nowMs: NOW_MS + 59_999 })).shop?.user).toEqual({ old: 1, again: 2 });
      expect((await store.read({ ...ada, nowMs: NOW_MS + 60_000 })).shop?.user).toEqual({ again: 2 });
      expect((await store.read({ ...ada, nowMs: NOW_MS + 90_000 })).shop).toEqual({ ttlS: 60, global: {}, user: {}, conversation: {} });
    });

    test('a changed lifetime counts for later properties only; registering without one keeps it', async () => {
      const store = await openShop();
      await store.apply(set('user', 'first', 1), ada);
      await store.apply(register('shop', 10), ada);
      await store.apply(register('shop'), ada);
      await store.apply(set('user', 'second', 2), ada);
      expect((await store.read({ ...ada, nowMs: NOW_MS + 10_000 })).shop).toMatchObject({ ttlS: 10, user: { first: 1 } });
    });

    test('registering again leaves what there is, and clears away what has expired', async () => {
      const store = await openShop(10);
      await store.apply(set('user', 'p', 1), ada);
      await store.apply(register('shop', 10), { ...ada, nowMs: NOW_MS + 9_000 });
      expect((await store.read(ada)).shop?.user).toEqual({ p: 1 });
      await store.apply(register('shop', 10), { ...ada, nowMs: NOW_MS + 10_000 });
      expect((await store.read(ada)).shop?.user).toEqual({});
    });

    test('deleting takes one property, or all of a scope, of its own consumer only', async () => {
      const store = await openShop();
      for (const who of [ada, bob]) for (const property of ['a', 'b']) await store.apply(set('user', property, 1), who);
      await store.apply({ kind: 'delete-context', scope: 'user', namespace: 'shop', property: 'a' }, ada);
      expect((await store.read(ada)).shop?.user).toEqual({ b: 1 });
      await store.apply({ kind: 'delete-context', scope: 'user', namespace: 'shop', property: null }, ada);
      expect((await store.read(ada)).shop?.user).toEqual({});
      expect((await store.read(bob)).shop?.user).toEqual({ a: 1, b: 1 });
    });

    test('a deleted namespace takes everything in it along; what is set in it later is lost, and a new one is empty', async () => {
      const store = await openShop();
      await store.apply(set('global', 'p', 1), ada);
      await store.apply({ kind: 'delete-context-namespace', namespace: 'shop' }, ada);
      await store.apply(set('global', 'p', 2), ada);
      expect(await store.read(ada)).toEqual({});
      await store.apply(register('shop'), ada);
      expect((await store.read(ada)).shop?.global).toEqual({});
    });

    test('whatever a turn asks for, its later scripts see what the database will hold', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(anyCommand, { maxLength: 12 }), async (drawn) => {
          const store = await openShop();
          const commands = drawn.map(toCommand);
          const expected = applyToContext(await store.read(ada), commands);
          for (const command of commands) await store.apply(command, ada);
          expect(await store.read(ada)).toEqual(expected);
        }),
        { numRuns: 40 },
      );
    });

    test('in a transaction that is given up nothing is kept', async () => {
      const store = await openShop();
      const workspaceId = `workspace-${workspaceNumber}`;
      const turn = db.$transaction(async (transaction) => {
        await contextDataStore(transaction, workspaceId).apply(set('user', 'p', 1), ada);
        throw new Error('given up');
      });
      await expect(turn).rejects.toThrow('given up');
      expect((await store.read(ada)).shop?.user).toEqual({});
    });
  });
}
