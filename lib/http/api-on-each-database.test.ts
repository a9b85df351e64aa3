import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { startTestApi, type TestApi, type TestPerson } from '@/scripts/test/start-test-api';
import { findTestDatabases, type TestDatabase } from '@/scripts/test/test-databases';
import { searchHitSchema } from '@/lib/modules/search/search.contract';

const idSchema = z.object({ id: z.string() });

for (const kind of await findTestDatabases()) {
  describe.skipIf(!kind.isThere)(`the API on ${kind.name}`, () => {
    let database: TestDatabase;
    let api: TestApi;
    let ada: TestPerson;
    beforeAll(async () => {
      database = await kind.create();
      api = await startTestApi({ DATABASE_URL: database.databaseUrl, OUTBOUND_ALLOW: '127.0.0.1' });
      ada = await api.join('ada');
    });
    afterAll(async () => {
      await api.stop();
      await database.drop();
    });

    const make = async (path: string, body: object) => {
      const answer = await ada.call('POST', path, body);
      expect([path, answer.status, answer.text]).toEqual([path, 201, expect.any(String)]);
      return idSchema.parse(answer.body).id;
    };
    const define = (name: string, changes: object = {}) => ({ name, responseVariable: name.replace(/\W/g, '_'), url: `${api.origin}/api/health`, ...changes });
    const search = async (text: string) => {
      const { body } = await ada.call('GET', `/search?q=${encodeURIComponent(text)}`);
      return z.object({ hits: z.array(searchHitSchema) }).parse(body).hits.map(({ kind: hitKind, title }) => `${hitKind} ${title}`);
    };

    it('keeps bots, environments, credentials, integrations and runs, and gives them back as they were', async () => {
      const environmentId = await make('/environments', { name: 'Live', variables: [{ key: 'path', value: 'health' }, { key: 'secret', value: 'hidden value', isSecret: true }] });
      const credentialId = await make('/credentials', { name: 'Key', settings: { kind: 'api-key', in: 'header', name: 'X-Key', value: 'hidden-key' } });
      const botId = await make('/bots', { name: 'AG Bank', environmentId });
      const definition = define('Health', { url: `${api.origin}/api/{$env.path}`, credentialId, customDataFields: [{ key: 'status', path: '{$.api_Health.status}' }], transformScript: 'print("ünï")' });
      const integrationId = await make(`/bots/${botId}/integrations`, { definition });
      const place = `/bots/${botId}/integrations/${integrationId}`;
      const run = await ada.call('POST', `${place}/runs`, { testValues: {} });
      expect(run).toMatchObject({ status: 200, body: { run: { outcome: { kind: 'success' }, fields: [{ values: ['alive'] }], script: { console: [{ text: 'ünï' }] } } } });
      const { run: record } = z.object({ run: idSchema.loose() }).parse(run.body);
      expect((await ada.call('GET', `${place}/runs/${record.id}`)).body).toEqual(record);
      expect((await ada.call('GET', `${place}/runs`)).body).toMatchObject({ runs: [{ id: record.id, mode: 'live' }] });
      expect((await ada.call('PUT', `${place}/sample`, { runId: record.id })).status).toBe(200);
      expect((await ada.call('GET', `${place}/response-type`)).body).toMatchObject({ responseType: expect.stringContaining('status'), drift: [] });
      expect((await ada.call('GET', '/bots')).body).toMatchObject({ bots: [{ id: botId, integrationCount: 1, environmentId }] });
      const copy = idSchema.parse((await ada.call('POST', `/bots/${botId}/duplicate`)).body);
      expect((await ada.call('DELETE', `/credentials/${credentialId}`)).status).toBe(409);
      expect((await ada.call('DELETE', `/environments/${environmentId}`)).status).toBe(409);
      for (const [id, name] of [[copy.id, 'AG%20Bank%20(copy)'], [botId, 'AG%20Bank']]) expect((await ada.call('DELETE', `/bots/${id}?confirmName=${name}`)).status).toBe(204);
      expect((await ada.call('DELETE', `/credentials/${credentialId}`)).status).toBe(204);
      expect((await ada.call('DELETE', `/environments/${environmentId}`)).status).toBe(204);
    });

    it('a request with the character U+0000, which PostgreSQL can’t store, is refused in plain words', async () => {
      const botId = await make('/bots', { name: 'Zero' });
      expect(await ada.call('GET', '/bots/%00')).toMatchObject({ status: 404, body: { code: 'request/not-found' } });
      expect(await ada.call('GET', '/search?q=a%00b')).toMatchObject({ status: 400, body: { code: 'request/invalid-query' } });
      expect(await ada.call('POST', '/bots', { name: 'a\u0000b' })).toMatchObject({ status: 400, body: { code: 'request/invalid-json', detail: expect.stringContaining('U+0000') } });
      // An escape sequence in a designer's code is not the character itself.
      expect((await ada.call('PATCH', `/bots/${botId}/draft`, { changes: [{ place: ['globalFunctions'], before: '', after: String.raw`var zero = '\u0000';` }] })).status).toBe(200);
    });

    it('tells requests that collide so: one wins, nothing fails', async () => {
      const botId = await make('/bots', { name: 'Race' });
      const answers = await Promise.all(Array.from({ length: 12 }, (_, number) => ada.call('POST', `/bots/${botId}/integrations`, { definition: { ...define(`Name ${number}`), responseVariable: 'same' } })));
      expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array.from({ length: 11 }, () => 409)]);
      const id = randomUUID();
      const sameId = await Promise.all(Array.from({ length: 6 }, (_, number) => ada.call('POST', `/bots/${botId}/integrations`, { id, definition: define(`Id ${number}`) })));
      expect(sameId.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409, 409]);
      const saves = await Promise.all(Array.from({ length: 6 }, (_, number) => ada.call('PUT', `/bots/${botId}/integrations/${id}`, { version: 1, definition: define(`Saved ${number}`) })));
      expect(saves.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409, 409]);
      const copies = await Promise.all(Array.from({ length: 6 }, () => ada.call('POST', `/bots/${botId}/integrations/${id}/duplicate`)));
      expect(copies.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201, 201]);
    });

    it('finds things by part of a name, whatever the case, and takes every character literally', async () => {
      const botId = await make('/bots', { name: 'Überweisung' });
      await make(`/bots/${botId}/integrations`, { definition: define('Rate 50% off_now', { url: 'https://api.Example.com/rates' }) });
      await make(`/bots/${botId}/integrations`, { definition: define('Rate 500 offer now', { responseVariable: 'offerNow' }) });
      await make('/environments', { name: 'RATE limits', variables: [] });
      await make('/credentials', { name: 'rate key', settings: { kind: 'basic', userName: 'a', password: 'b' } });
      expect(await search('rAtE')).toEqual(['integration Rate 500 offer now', 'integration Rate 50% off_now', 'credential rate key', 'environment RATE limits']);
      expect(await search('überWEISUNG')).toEqual(['bot Überweisung']);
      expect(await search('50%')).toEqual(['integration Rate 50% off_now']);
      expect(await search('off_n')).toEqual(['integration Rate 50% off_now']);
      expect(await search('API.example')).toEqual(['integration Rate 50% off_now']);
      expect(await search('OFFERNOW')).toEqual(['integration Rate 500 offer now']);
      expect(await search('no such thing')).toEqual([]);
    });

    it('gives at most eight hits of a kind out of a thousand, the newest first, and what changed last without a word', async () => {
      const botId = await make('/bots', { name: 'Many' });
      const first = await make(`/bots/${botId}/integrations`, { definition: define('Many 0') });
      const row = await api.deps.db.integration.findUniqueOrThrow({ where: { id: first } });
      await api.deps.db.integration.createMany({
        data: Array.from({ length: 999 }, (_, index) => ({
          ...row, id: randomUUID(), name: `Many ${index + 1}`, responseVariable: `many${index + 1}`, updatedAt: new Date(row.updatedAt.getTime() + index + 1),
          definition: {}, testValues: {}, sample: undefined, responseShapes: undefined,
        })),
      });
      expect(await search('many 12')).toEqual([129, 128, 127, 126, 125, 124, 123, 122].map((number) => `integration Many ${number}`));
      expect((await search('')).filter((hit) => hit.startsWith('integration'))).toEqual([999, 998, 997, 996, 995, 994, 993, 992].map((number) => `integration Many ${number}`));
    });

    it('gets one owner, also when two first visitors come to two processes at once', async () => {
      const fresh = await kind.create();
      const start = () => startTestApi({ DATABASE_URL: fresh.databaseUrl }, { isQuiet: true });
      const processes = [await start(), await start()];
      const visit = (each: TestApi, name: string) => each.call('POST', '/setup/owner', { name, email: `${name}@example.com`, password: 'correct horse battery' });
      const answers = await Promise.all(processes.flatMap((each, index) => [visit(each, `first${index}`), visit(each, `second${index}`)]));
      expect(answers.map(({ status }) => status).sort()).toEqual([204, 409, 409, 409]);
      expect(await processes[0]?.deps.db.user.count()).toBe(1);
      for (const each of processes) await each.stop();
      await fresh.drop();
    });
  });
}
