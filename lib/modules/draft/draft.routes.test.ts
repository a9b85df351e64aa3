import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { findTestDatabases, type TestDatabase } from '@/scripts/test/test-databases';
import { startTestApi, type TestApi, type TestPerson } from '@/scripts/test/start-test-api';
import { draftSchema } from './draft.contract';

for (const kind of await findTestDatabases()) {
  describe.skipIf(!kind.isThere)(`drafts on ${kind.name}`, () => {
    let api: TestApi;
    let ada: TestPerson;
    let botId: string;
    let database: TestDatabase;
    beforeAll(async () => {
      database = await kind.create();
      api = await startTestApi({ DATABASE_URL: database.databaseUrl });
      ada = await api.join('ada');
    });
    afterAll(async () => {
      await api.stop();
      await database.drop();
    });
    beforeEach(async () => {
      botId = z.object({ id: z.string() }).parse((await ada.call('POST', '/bots', { name: 'Freddy' })).body).id;
      await api.deps.db.botDraft.deleteMany({ where: { botId } });
    });

    const readDraft = async () => draftSchema.parse((await ada.call('GET', `/bots/${botId}/draft`)).body);
    const change = (...changes: object[]) => ada.call('PATCH', `/bots/${botId}/draft`, { changes });
    const dialog = (id: string, name = id) => ({ id, name });

    describe('a draft', () => {
      it('of a bot in which nothing was said is empty and at version 0', async () => {
        expect(await readDraft()).toMatchObject({ version: 0, content: { format: 1, dialogIds: [], dialogs: {}, settings: { greetingMessage: 'hi' } } });
        expect((await ada.call('GET', `/bots/${botId}/draft/version`)).body).toEqual({ version: 0 });
      });

      it('takes changes of several places at once, with the defaults of what was left out', async () => {
        const answer = await change({ place: ['dialogIds'], before: [], after: ['d1'] }, { place: ['dialogs', 'd1'], before: null, after: dialog('d1', 'Welcome') });
        expect(answer).toMatchObject({ status: 200, body: { version: 1, updatedAt: expect.any(String) } });
        expect(await readDraft()).toMatchObject({ version: 1, content: { dialogIds: ['d1'], dialogs: { d1: { name: 'Welcome', kind: 'standard', enabled: true, interactionIds: [] } } } });
      });

      it('removes what is set to null', async () => {
        await change({ place: ['dialogs', 'd1'], before: null, after: dialog('d1') });
        await change({ place: ['dialogs', 'd1'], before: dialog('d1'), after: null }, { place: ['globalFunctions'], before: null, after: 'var a;' }, { place: ['globalFunctions'], before: 'var a;', after: null });
        expect(await readDraft()).toMatchObject({ version: 2, content: { dialogs: {}, globalFunctions: '' } });
      });

      it('takes changes of different places from two people at once', async () => {
        const places = Array.from({ length: 12 }, (_, index) => `d${index}`);
        const answers = await Promise.all(places.map((id) => change({ place: ['dialogs', id], before: null, after: dialog(id) })));
        expect(answers.map(({ status }) => status)).toEqual(places.map(() => 200));
        const { version, content } = await readDraft();
        expect([version, Object.keys(content.dialogs).sort()]).toEqual([12, places.sort()]);
      });

      it('changed meanwhile at the same place keeps what is there, and the refusal shows it', async () => {
        await change({ place: ['globalFunctions'], before: '', after: 'theirs' });
        const mine = await change({ place: ['globalFunctions'], before: '', after: 'mine' }, { place: ['dialogs', 'd1'], before: null, after: dialog('d1') });
        expect(mine).toMatchObject({ status: 409, body: { code: 'draft/changed-meanwhile', version: 1, conflicts: [{ place: ['globalFunctions'], current: 'theirs' }] } });
        expect(await readDraft()).toMatchObject({ version: 1, content: { globalFunctions: 'theirs', dialogs: {} } });
      });

      it('takes the same change twice with one effect', async () => {
        const same = [{ place: ['dialogs', 'd1'], before: null, after: dialog('d1') }, { place: ['settings'], before: null, after: { language: 'de' } }];
        await change(...same);
        expect(await change(...same)).toMatchObject({ status: 200, body: { version: 1 } });
        expect((await readDraft()).version).toBe(1);
      });

      it.each([
        [{ place: ['dialogs', 'd1'], before: null, after: { id: 'd1' } }, ['changes', 0, 'after', 'name']],
        [{ place: ['dialogs', 'd1'], before: null, after: dialog('other') }, ['changes', 0, 'after', 'id']],
        [{ place: ['dialogs', 'd1'], before: null, after: { ...dialog('d1'), kind: 'unheard of' } }, ['changes', 0, 'after', 'kind']],
        [{ place: ['interactions', 'i1'], before: null, after: { kind: 'text', id: 'i1', name: 'a', text: 'x'.repeat(20_001) } }, ['changes', 0, 'after', 'text']],
        [{ place: ['settings'], before: null, after: { sessionLengthMinutes: 0 } }, ['changes', 0, 'after', 'sessionLengthMinutes']],
        [{ place: ['globalFunctions'], before: '', after: 5 }, ['changes', 0, 'after']],
      ])('refuses what has another shape, naming the field: %#', async (wrong, path) => {
        const answer = await change({ place: ['intents', 'n1'], before: null, after: { id: 'n1', name: 'fine' } }, wrong);
        const expected = ['changes', 1, ...path.slice(2)];
        expect(answer).toMatchObject({ status: 400, body: { code: 'draft/invalid', issues: [{ path: expected, message: expect.stringMatching(/\w/) }] } });
        expect((await readDraft()).version).toBe(0);
      });

      it.each([[['dialogs', '__proto__']], [['dialogs', 'constructor']], [['dialogs']], [['nothing']], [['dialogs', 'a b']]])('knows no place %j', async (place) => {
        expect(await change({ place, before: null, after: dialog('d1') })).toMatchObject({ status: 400, body: { code: 'request/invalid-body' } });
      });

      it('may have megabytes, and refuses more than ten with their number', async () => {
        const text = (id: string) => ({ kind: 'text', id, name: id, text: 'ä'.repeat(20_000), preProcess: 'x'.repeat(190_000) });
        const many = (from: number, count: number) => Array.from({ length: count }, (_, index) => ({ place: ['interactions', `i${from + index}`], before: null, after: text(`i${from + index}`) }));
        expect((await change(...many(0, 40))).status).toBe(200);
        expect(await change(...many(40, 44))).toMatchObject({ status: 400, body: { code: 'draft/too-large', detail: expect.stringMatching(/1\d,\d{3},\d{3} characters/) } });
        expect(await change(...many(100, 60))).toMatchObject({ status: 413, body: { code: 'request/too-large' } });
        expect(await readDraft()).toMatchObject({ version: 1 });
      });

      it('that can’t be read is reported, not hidden', async () => {
        await change({ place: ['globalFunctions'], before: '', after: 'var a;' });
        await api.deps.db.botDraft.update({ where: { botId }, data: { content: { dialogs: { d1: 5 } } } });
        expect(await ada.call('GET', `/bots/${botId}/draft`)).toMatchObject({ status: 500, body: { code: 'draft/unreadable', detail: expect.stringContaining('dialogs.d1') } });
      });

      it.each(['/draft', '/draft/version', '/draft/surroundings'])('of a bot that is gone is missing at %s', async (path) => {
        expect(await ada.call('GET', `/bots/gone${path}`)).toMatchObject({ status: 404, body: { code: 'bot/not-found' } });
      });
    });

    describe('the surroundings of a draft', () => {
      it('are the bot’s integrations with their definitions and the keys of its environment', async () => {
        expect((await ada.call('GET', `/bots/${botId}/draft/surroundings`)).body).toEqual({ integrations: [], environmentKeys: null, hasWebViewPage: false });
        const environment = z.object({ id: z.string() }).parse((await ada.call('POST', '/environments', { name: 'Test', variables: [{ key: 'host', value: 'x' }, { key: 'token', value: 's', isSecret: true }] })).body);
        await ada.call('PUT', `/bots/${botId}`, { name: 'Freddy', environmentId: environment.id, version: 1 });
        await ada.call('POST', `/bots/${botId}/integrations`, { definition: { name: 'Accounts', responseVariable: 'accounts', url: 'https://example.com' } });
        expect((await ada.call('GET', `/bots/${botId}/draft/surroundings`)).body).toMatchObject({
          integrations: [{ id: expect.any(String), version: 1, definition: { name: 'Accounts', responseVariable: 'accounts' } }],
          environmentKeys: ['host', 'token'],
        });
      });
    });
  });
}
