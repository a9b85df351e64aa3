import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { integrationSchema } from '@/lib/modules/integration/integration.contract';
import { draftSchema, type Draft } from '@/lib/modules/draft/draft.contract';
import { findTestDatabases, type TestDatabase } from '@/scripts/test/test-databases';
import { startTestApi, type TestApi, type TestPerson } from '@/scripts/test/start-test-api';
import { getRelease, listReleases, releaseSummarySchema } from './release.contract';

for (const kind of await findTestDatabases()) {
  describe.skipIf(!kind.isThere)(`releases on ${kind.name}`, () => {
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
    });

    const readDraft = async () => draftSchema.parse((await ada.call('GET', `/bots/${botId}/draft`)).body);
    const change = (...changes: object[]) => ada.call('PATCH', `/bots/${botId}/draft`, { changes });
    const publish = (draftVersion: number, note = '') => ada.call('POST', `/bots/${botId}/releases`, { note, draftVersion });
    const listAll = async () => listReleases.result?.parse((await ada.call('GET', `/bots/${botId}/releases`)).body).releases ?? [];
    const readRelease = async (releaseId: string) => getRelease.result?.parse((await ada.call('GET', `/bots/${botId}/releases/${releaseId}`)).body);

    async function addIntegration(name: string, more: object = {}) {
      const definition = { name, responseVariable: name.toLowerCase(), url: 'https://example.com', customDataFields: [{ key: 'id', path: '$.id' }], ...more };
      return integrationSchema.parse((await ada.call('POST', `/bots/${botId}/integrations`, { definition })).body);
    }

    /** Lets Welcome say something; the draft can be published then. */
    async function fillWelcome(text: string): Promise<Draft> {
      const { content } = await readDraft();
      const [id = ''] = content.dialogIds;
      const before = content.interactions.greeting ?? null;
      await change(
        { place: ['interactions', 'greeting'], before, after: { kind: 'text', id: 'greeting', name: 'Greeting', text } },
        { place: ['dialogs', id], before: content.dialogs[id], after: { ...content.dialogs[id], interactionIds: ['greeting'] } },
      );
      return readDraft();
    }

    async function publishText(text: string, note = '') {
      const { version } = await fillWelcome(text);
      const answer = await publish(version, note);
      expect(answer.status).toBe(201);
      return releaseSummarySchema.parse(answer.body);
    }

    describe('publishing', () => {
      it('numbers releases, keeps note, who and when, and makes the newest live', async () => {
        const first = await publishText('One', 'The first one');
        expect(first).toMatchObject({ number: 1, note: 'The first one', createdByName: 'ada', isLive: true });
        const second = await publishText('Two');
        expect(await listAll()).toEqual([second, { ...first, isLive: false }]);
      });

      it('keeps what was said then, whatever happens to the draft and its integrations', async () => {
        const integration = await addIntegration('Accounts');
        const { id } = await publishText('Then');
        await fillWelcome('Now');
        await ada.call('DELETE', `/bots/${botId}/integrations/${integration.id}`);
        const release = await readRelease(id);
        expect(release?.program).toMatchObject({
          botId,
          releaseNumber: 1,
          interactions: { greeting: { text: 'Then' } },
          integrations: { [integration.id]: { name: 'Accounts', responseVariable: 'accounts', fieldKeys: ['id'], definition: { url: 'https://example.com' } } },
        });
      });

      it('of a draft with errors is refused, every error with its place', async () => {
        const { version, content } = await readDraft();
        expect(await publish(version)).toMatchObject({
          status: 400,
          body: { code: 'release/draft-has-problems', problems: [{ severity: 'error', code: 'dialog/empty', message: expect.stringContaining('Welcome'), place: { dialogId: content.dialogIds[0] } }] },
        });
        expect(await listAll()).toEqual([]);
      });

      it('of a draft that changed since it was looked at is refused', async () => {
        const { version } = await fillWelcome('One');
        await fillWelcome('Two');
        expect(await publish(version)).toMatchObject({ status: 409, body: { code: 'release/draft-changed' } });
        expect(await listAll()).toEqual([]);
      });

      it('twice at once makes two releases or refuses one, never two of a number', async () => {
        const { version } = await fillWelcome('One');
        const answers = await Promise.all([publish(version), publish(version), publish(version)]);
        const releases = await listAll();
        expect(new Set(releases.map(({ number }) => number)).size).toBe(releases.length);
        expect(answers.filter(({ status }) => status === 201)).toHaveLength(releases.length);
        expect(releases.filter(({ isLive }) => isLive)).toHaveLength(1);
      });
    });

    describe('the live release', () => {
      it('can be any earlier one, which changes neither the releases nor the draft', async () => {
        const [first, second] = [await publishText('One'), await publishText('Two')];
        const draft = await readDraft();
        expect(await ada.call('PUT', `/bots/${botId}/live-release`, { releaseId: first.id })).toMatchObject({ status: 200, body: { ...first, isLive: true } });
        expect(await listAll()).toEqual([{ ...second, isLive: false }, { ...first, isLive: true }]);
        expect(await readDraft()).toEqual(draft);
      });

      it('can’t be one of another bot', async () => {
        const { id } = await publishText('One');
        const other = z.object({ id: z.string() }).parse((await ada.call('POST', '/bots', { name: 'Other' })).body).id;
        for (const [method, path, body] of [['PUT', 'live-release', { releaseId: id }], ['GET', `releases/${id}`], ['POST', `releases/${id}/restore`]] as const) {
          expect(await ada.call(method, `/bots/${other}/${path}`, body)).toMatchObject({ status: 404, body: { code: 'release/not-found' } });
        }
      });
    });

    describe('restoring a release', () => {
      const restore = (releaseId: string) => ada.call('POST', `/bots/${botId}/releases/${releaseId}/restore`);

      it('brings back its content as the next version of the draft and leaves what is live', async () => {
        const first = await publishText('One');
        const second = await publishText('Two');
        const { version } = await fillWelcome('Three');
        const answer = await restore(first.id);
        expect(answer).toMatchObject({ status: 200, body: { draft: { version: version + 1, content: { interactions: { greeting: { text: 'One' } } } } } });
        expect(await readDraft()).toMatchObject({ version: version + 1, content: { interactions: { greeting: { text: 'One' } } } });
        expect((await listAll())[0]).toEqual(second);
      });

      it('sets integrations back, even exchanged variables, brings deleted ones back under their ids, and keeps newer ones', async () => {
        const [one, two, gone] = [await addIntegration('One'), await addIntegration('Two'), await addIntegration('Gone')];
        const { id } = await publishText('Then');
        const swap = async (integration: typeof one, responseVariable: string, version: number) =>
          ada.call('PUT', `/bots/${botId}/integrations/${integration.id}`, { version, definition: { ...integration.definition, responseVariable } });
        await swap(one, 'between', 1);
        await swap(two, 'one', 1);
        await swap(one, 'two', 2);
        await ada.call('DELETE', `/bots/${botId}/integrations/${gone.id}`);
        const newer = await addIntegration('Newer');
        expect((await restore(id)).body).toMatchObject({ integrations: { changed: ['One', 'Two'], created: ['Gone'], kept: ['Newer'], withoutCredential: [] } });
        for (const { id: integrationId, definition } of [one, two, gone, newer]) {
          expect((await ada.call('GET', `/bots/${botId}/integrations/${integrationId}`)).body).toMatchObject({ id: integrationId, definition });
        }
      });

      it('brings an integration back without a credential that was deleted, and says so', async () => {
        const settings = { kind: 'basic', userName: 'u', password: 'p' };
        const credentialId = z.object({ id: z.string() }).parse((await ada.call('POST', '/credentials', { name: 'Bank', settings })).body).id;
        const integration = await addIntegration('Accounts', { credentialId });
        const { id } = await publishText('Then');
        await ada.call('DELETE', `/bots/${botId}/integrations/${integration.id}`);
        expect((await ada.call('DELETE', `/credentials/${credentialId}`)).status).toBe(204);
        expect((await restore(id)).body).toMatchObject({ integrations: { created: ['Accounts'], withoutCredential: ['Accounts'] } });
        expect((await ada.call('GET', `/bots/${botId}/integrations/${integration.id}`)).body).toMatchObject({ definition: { credentialId: null } });
      });

      it('is refused as a whole when a newer integration took a variable', async () => {
        const old = await addIntegration('Accounts');
        const { id } = await publishText('Then');
        await ada.call('DELETE', `/bots/${botId}/integrations/${old.id}`);
        await addIntegration('Another', { responseVariable: 'accounts' });
        const draft = await fillWelcome('Now');
        expect(await restore(id)).toMatchObject({ status: 409, body: { code: 'release/integration-clash', detail: expect.stringContaining('“Another”') } });
        expect(await readDraft()).toEqual(draft);
      });

      it('repairs a draft that can’t be read any more', async () => {
        const { id } = await publishText('Then');
        await api.deps.db.botDraft.update({ where: { botId }, data: { content: { dialogs: 5 } } });
        expect((await restore(id)).status).toBe(200);
        expect(await readDraft()).toMatchObject({ content: { interactions: { greeting: { text: 'Then' } } } });
      });
    });
  });
}
