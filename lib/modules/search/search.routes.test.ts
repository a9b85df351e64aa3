import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { startTestApi, type TestApi, type TestPerson } from '@/scripts/test/start-test-api';
import { searchHitSchema } from './search.contract';

let api: TestApi;
let ada: TestPerson;
let eve: TestPerson;
let botId: string;
beforeAll(async () => {
  api = await startTestApi();
  [ada, eve] = [await api.join('ada'), await api.join('eve')];
  botId = z.object({ id: z.string() }).parse((await ada.call('POST', '/bots', { name: 'Freddy' })).body).id;
});
afterAll(() => api.stop());

const search = async (person: TestPerson, text: string) => z.object({ hits: z.array(searchHitSchema) }).parse((await person.call('GET', `/search?q=${encodeURIComponent(text)}`)).body).hits;
const change = (...changes: object[]) => ada.call('PATCH', `/bots/${botId}/draft`, { changes });

it('finds dialogs by name and interactions by name and text, with the address of the place, as they are now', async () => {
  await change(
    { place: ['dialogs', 'd1'], before: null, after: { id: 'd1', name: 'Überweisung', interactionIds: ['i1'] } },
    { place: ['interactions', 'i1'], before: null, after: { kind: 'text', id: 'i1', name: 'Ask amount', text: 'How much is the überweisung?' } },
  );
  expect(await search(ada, 'ÜBERweis')).toEqual([
    { kind: 'dialog', id: 'd1', title: 'Überweisung', subtitle: 'Freddy', href: `/bots/${botId}/dialogs/d1` },
    { kind: 'interaction', id: 'i1', title: 'Ask amount', subtitle: 'Freddy · How much is the überweisung?', href: `/bots/${botId}/dialogs/d1?interaction=i1` },
  ]);
  await change({ place: ['interactions', 'i1'], before: { kind: 'text', id: 'i1', name: 'Ask amount', text: 'How much is the überweisung?' }, after: { kind: 'text', id: 'i1', name: 'Ask sum', text: 'How much?' } });
  expect((await search(ada, 'überweis')).map(({ kind }) => kind)).toEqual(['dialog']);
  expect((await search(ada, 'ask sum')).map(({ id }) => id)).toEqual(['i1']);
});

it('shows nobody the dialogs of another workspace', async () => {
  expect(await search(eve, 'überweis')).toEqual([]);
});

it('finds the rest even when one draft is broken', async () => {
  const other = z.object({ id: z.string() }).parse((await ada.call('POST', '/bots', { name: 'Broken' })).body).id;
  await api.deps.db.botDraft.update({ where: { botId: other }, data: { content: { dialogs: 5 }, version: 99 } });
  expect((await search(ada, 'überweis')).map(({ kind }) => kind)).toEqual(['dialog']);
});
