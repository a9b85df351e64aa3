import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApi, type TestApi } from '@/scripts/test/start-test-api';
import { findTestDatabases, type TestDatabase } from '@/scripts/test/test-databases';
import { z } from 'zod';
import { createContactSweeper } from './contact-sweeper';
import { contactStore } from './contact.store';

const DAY_MS = 24 * 60 * 60_000;

for (const kind of await findTestDatabases()) {
  describe.skipIf(!kind.isThere)(`contacts who never spoke on ${kind.name}`, () => {
    let database: TestDatabase;
    let api: TestApi;
    let workspaceId: string;
    let channelId: string;
    beforeAll(async () => {
      database = await kind.create();
      api = await startTestApi({ DATABASE_URL: database.databaseUrl });
      const ada = await api.join('ada');
      workspaceId = ada.workspaceId;
      const { id: botId } = z.object({ id: z.string() }).parse((await ada.call('POST', '/bots', { name: 'Bot' })).body);
      channelId = z.object({ id: z.string() }).parse((await ada.call('POST', '/channels', { name: 'Messenger', botId })).body).id;
    });
    afterAll(async () => {
      await api.stop();
      await database.drop();
    });

    const contacts = () => contactStore(api.deps.db, workspaceId);
    const seen = async ({ externalId = null, daysAgo = 0 }: { externalId?: string | null; daysAgo?: number } = {}) => {
      const id = randomUUID();
      await contacts().insert({ id, channelId, externalId, info: { signed: {}, told: {}, language: '' }, customData: {}, lastSeenAtMs: Date.now() - daysAgo * DAY_MS });
      return id;
    };
    const speak = async (consumerId: string) => {
      await api.deps.db.conversation.create({ data: { id: randomUUID(), workspaceId, botId: 'b', kind: 'live', consumerId, channel: 'lp_web', channelId, status: 'closed', state: '{}' } });
    };
    const sweepAfter = (days: number) => createContactSweeper({ ...api.deps, clock: { nowMs: () => Date.now() + days * DAY_MS } }).sweep();
    const isThere = async (id: string) => (await contacts().find(id)) !== null;

    it('go 30 days after their last visit; who has spoken stays for as long as the conversations do', async () => {
      const [silent, spoken, known] = [await seen(), await seen(), await seen({ externalId: 'c-1' })];
      await speak(spoken);
      await sweepAfter(29.9);
      expect(await Promise.all([silent, spoken, known].map(isThere))).toEqual([true, true, true]);
      await sweepAfter(30.1);
      expect(await Promise.all([silent, spoken, known].map(isThere))).toEqual([false, true, false]);
      await api.deps.db.conversation.deleteMany({ where: { consumerId: spoken } });
      await sweepAfter(30.1);
      expect(await isThere(spoken)).toBe(false);
    });

    it('who spoke before the site said who it is stays, and so does the contact that it became', async () => {
      const [anonymous, silent, known] = [await seen(), await seen(), await seen({ externalId: 'c-2' })];
      await speak(anonymous);
      for (const id of [anonymous, silent]) await contacts().merge(id, known, Date.now());
      await sweepAfter(31);
      expect(await Promise.all([anonymous, silent, known].map(isThere))).toEqual([true, false, true]);
    });

    it('many go at once, and none beyond those', async () => {
      const many = await Promise.all(Array.from({ length: 1_203 }, (_, index) => seen({ daysAgo: 40 + (index % 3) })));
      await Promise.all([many[600], many[1_202]].map((id) => speak(id ?? '')));
      const recent = await seen({ daysAgo: 29 });
      await sweepAfter(0);
      expect((await api.deps.db.contact.findMany({ where: { id: { in: many } } })).length).toBe(2);
      expect(await isThere(recent)).toBe(true);
    }, 60_000);
  });
}
