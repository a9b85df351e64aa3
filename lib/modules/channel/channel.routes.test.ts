import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { startTestApi, type TestApi, type TestPerson } from '@/scripts/test/start-test-api';
import { toSend } from '@/scripts/test/talk-to';
import { findTestDatabases, type TestDatabase } from '@/scripts/test/test-databases';
import { channelSchema, type Channel } from './channel.schema';

const idSchema = z.object({ id: z.string() });

for (const kind of await findTestDatabases()) {
  describe.skipIf(!kind.isThere)(`channels on ${kind.name}`, () => {
    let database: TestDatabase;
    let api: TestApi;
    let ada: TestPerson;
    let botId: string;

    beforeAll(async () => {
      database = await kind.create();
      api = await startTestApi({ DATABASE_URL: database.databaseUrl });
      ada = await api.join('ada');
      botId = idSchema.parse(await toSend(ada)('POST', '/bots', { name: 'Freddy' })).id;
    });
    afterAll(async () => {
      await api.stop();
      await database.drop();
    });

    const make = async (input: object = {}): Promise<Channel> => channelSchema.parse(await toSend(ada)('POST', '/channels', { name: 'Website', botId, ...input }));
    const save = (channel: Channel, change: object) => ada.call('PUT', `/channels/${channel.id}`, { name: channel.name, botId, settings: channel.settings, version: channel.version, ...change });

    it('are made with every setting at its default, and come back as they were saved', async () => {
      const channel = await make();
      expect(channel).toMatchObject({ botName: 'Freddy', isBotLive: false, hasIdentitySecret: false, version: 1, settings: { begins: 'on-open', allowedOrigins: [], texts: {} } });
      const settings = { ...channel.settings, allowedOrigins: ['HTTPS://Shop.Example/', 'http://localhost:8080'], texts: { 'de-CH': { title: ' Bank ' } }, fileTypes: ['.PDF'] };
      const saved = channelSchema.parse((await save(channel, { name: 'Shop', settings })).body);
      expect(saved).toMatchObject({ name: 'Shop', version: 2, settings: { allowedOrigins: ['https://shop.example', 'http://localhost:8080'], texts: { 'de-CH': { title: 'Bank' } }, fileTypes: ['pdf'] } });
      expect((await ada.call('GET', `/channels/${channel.id}`)).body).toEqual(saved);
    });

    it('are listed by name, of one bot if asked', async () => {
      const other = idSchema.parse(await toSend(ada)('POST', '/bots', { name: 'Other' })).id;
      await make({ name: 'Z', botId: other });
      await make({ name: 'A', botId: other });
      const list = async (query: string) => z.object({ channels: z.array(channelSchema) }).parse((await ada.call('GET', `/channels${query}`)).body).channels.map(({ name }) => name);
      expect(await list(`?botId=${other}`)).toEqual(['A', 'Z']);
      expect(await list('')).toEqual((await list('')).toSorted((a, b) => a.localeCompare(b)));
    });

    it('that two people save at once keep the first one’s change, and the second is shown it', async () => {
      const channel = await make();
      const answers = await Promise.all([save(channel, { name: 'One' }), save(channel, { name: 'Two' })]);
      expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
      const refused = answers.find(({ status }) => status === 409);
      expect(refused?.body).toMatchObject({ code: 'channel/changed-meanwhile', current: answers.find(({ status }) => status === 200)?.body });
    });

    it.each([
      ['a path in an origin', { settings: { allowedOrigins: ['https://shop.example/page'] } }],
      ['a directive in an origin', { settings: { allowedOrigins: ["https://shop.example;script-src"] } }],
      ['two origins in one', { settings: { allowedOrigins: ['https://a.example,https://b.example'] } }],
      ['a script for an address', { settings: { privacyUrl: 'javascript:alert(1)' } }],
      ['a style for a colour', { settings: { appearance: { accent: 'red;background:url(x)' } } }],
      ['no name', { name: ' ' }],
    ])('are refused with %s', async (_what, input) => {
      expect(await ada.call('POST', '/channels', { name: 'Website', botId, ...input })).toMatchObject({ status: 400, body: { code: 'request/invalid-body' } });
    });

    it('show their secret once, and keep it sealed', async () => {
      const { id } = await make();
      const { secret } = z.object({ secret: z.string() }).parse(await toSend(ada)('POST', `/channels/${id}/identity-secret`));
      expect(secret).toMatch(/^[\w-]{43}$/);
      const after = await ada.call('GET', `/channels/${id}`);
      expect(after.body).toMatchObject({ hasIdentitySecret: true, version: 1 });
      expect(after.text + (await ada.call('GET', '/channels')).text + (await api.call('GET', `/messenger/channels/${id}`)).text).not.toContain(secret);
      expect(JSON.stringify(await api.deps.db.channel.findMany())).not.toContain(secret);
    });

    it('keep their bot from being deleted, and say which they are', async () => {
      const used = idSchema.parse(await toSend(ada)('POST', '/bots', { name: 'Used' })).id;
      const channel = await make({ name: 'Shop', botId: used });
      const remove = () => ada.call('DELETE', `/bots/${used}?confirmName=Used`);
      expect(await remove()).toMatchObject({ status: 409, body: { code: 'bot/in-use', usedBy: [{ channelId: channel.id, channelName: 'Shop' }] } });
      expect((await ada.call('DELETE', `/channels/${channel.id}`)).status).toBe(204);
      expect((await remove()).status).toBe(204);
    });

    it('that are deleted are gone, with their contacts', async () => {
      const { id } = await make();
      await api.call('POST', `/messenger/channels/${id}/sessions`, {});
      expect(await api.deps.db.contact.count({ where: { channelId: id } })).toBe(1);
      expect((await ada.call('DELETE', `/channels/${id}`)).status).toBe(204);
      expect(await api.deps.db.contact.count({ where: { channelId: id } })).toBe(0);
      for (const method of ['GET', 'DELETE']) expect(await ada.call(method, `/channels/${id}`)).toMatchObject({ status: 404, body: { code: 'channel/not-found' } });
    });
  });
}
