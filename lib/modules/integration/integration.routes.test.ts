import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { startTestApi, type TestApi, type TestPerson } from '@/scripts/test/start-test-api';
import { integrationSchema, integrationSummarySchema } from './integration.contract';

let api: TestApi;
let ada: TestPerson;
let botId: string;
beforeAll(async () => {
  api = await startTestApi();
  ada = await api.join('ada');
});
beforeEach(async () => {
  botId = z.object({ id: z.string() }).parse((await ada.call('POST', '/bots', { name: 'AG Bank' })).body).id;
});
afterAll(() => api.stop());

const at = (integrationId = '', rest = '') => `/bots/${botId}/integrations${integrationId === '' ? '' : `/${integrationId}`}${rest}`;
const define = (name: string, changes: object = {}) => ({ name, responseVariable: name.toLowerCase(), url: 'https://api.example.com/', ...changes });

async function create(name = 'Accounts', changes: object = {}) {
  const answer = await ada.call('POST', at(), { definition: define(name, changes) });
  expect(answer.status).toBe(201);
  return integrationSchema.parse(answer.body);
}

const list = async () => z.object({ integrations: z.array(integrationSummarySchema) }).parse((await ada.call('GET', at())).body).integrations;

describe('creating an integration', () => {
  it('fills in what the form leaves out, and answers what is stored', async () => {
    const created = await create();
    expect(created).toMatchObject({ botId, version: 1, hasSample: false, testValues: {}, definition: { method: 'GET', timeoutMs: 20_000, success: { kind: 'reference' }, retry: { retryCountMax: 3, scope: 'idempotent' } } });
    expect((await ada.call('GET', at(created.id))).body).toEqual(created);
  });

  it('takes an id from the caller, once', async () => {
    const id = randomUUID();
    expect(await ada.call('POST', at(), { id, definition: define('First') })).toMatchObject({ status: 201, body: { id } });
    expect(await ada.call('POST', at(), { id, definition: define('Second') })).toMatchObject({ status: 409, body: { code: 'integration/id-taken' } });
    expect(await ada.call('POST', at(), { id: 'not a uuid', definition: define('Third') })).toMatchObject({ status: 400, body: { issues: [{ path: ['id'] }] } });
  });

  it('is refused at the field for a name or a response variable that is taken', async () => {
    await create('Accounts');
    expect(await ada.call('POST', at(), { definition: define('ACCOUNTS', { responseVariable: 'other' }) })).toMatchObject({
      status: 409, body: { code: 'integration/name-taken', issues: [{ path: ['definition', 'name'], message: expect.any(String) }] },
    });
    expect(await ada.call('POST', at(), { definition: define('Other', { responseVariable: 'accounts' }) })).toMatchObject({
      status: 409, body: { code: 'integration/variable-taken', issues: [{ path: ['definition', 'responseVariable'], message: expect.any(String) }] },
    });
    expect(await list()).toHaveLength(1);
  });

  it('several at once with the same response variable: one wins, the others are told why', async () => {
    const answers = await Promise.all([1, 2, 3, 4].map((number) => ada.call('POST', at(), { definition: define(`Name ${number}`, { responseVariable: 'same' }) })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
    for (const { body } of answers.filter(({ status }) => status === 409)) expect(body).toMatchObject({ code: 'integration/variable-taken' });
    expect(await list()).toHaveLength(1);
  });

  it.each([
    [{ name: '' }, ['definition', 'name']],
    [{ responseVariable: '1st' }, ['definition', 'responseVariable']],
    [{ url: 'ftp://example.com' }, ['definition', 'url']],
    [{ method: 'TRACE' }, ['definition', 'method']],
    [{ timeoutMs: 999 }, ['definition', 'timeoutMs']],
    [{ customDataFields: [{ key: 'a', path: '$.a' }, { key: 'a', path: '$.b' }] }, ['definition', 'customDataFields', 1, 'key']],
    [{ headers: [{ name: 'x'.repeat(1_001), value: '' }] }, ['definition', 'headers', 0, 'name']],
    [{ success: { kind: 'list', statuses: [] } }, ['definition', 'success', 'statuses']],
  ])('is refused at the field for %j', async (changes, path) => {
    expect(await ada.call('POST', at(), { definition: { ...define('Accounts'), ...changes } })).toMatchObject({
      status: 400, body: { code: 'request/invalid-body', issues: [{ path, message: expect.any(String) }] },
    });
  });

  it('with a credential that is not there is refused', async () => {
    expect(await ada.call('POST', at(), { definition: define('A', { credentialId: 'none' }) })).toMatchObject({ status: 404, body: { code: 'credential/not-found' } });
  });

  it('in a bot that is not there is refused', async () => {
    for (const method of ['GET', 'POST']) {
      const body = method === 'POST' ? { definition: define('A') } : undefined;
      expect(await ada.call(method, '/bots/gone/integrations', body)).toMatchObject({ status: 404, body: { code: 'bot/not-found' } });
    }
  });
});

describe('saving an integration', () => {
  it('keeps every field of the form', async () => {
    const { id, version, definition } = await create();
    const changed = {
      ...definition, method: 'POST', description: 'd', headers: [{ name: 'A', value: '{$env.a}', enabled: false, note: 'n' }], postBody: { kind: 'json', text: '{}' },
      transformScript: 'print(1)', success: { kind: 'list', statuses: [200, 404] }, followRedirects: false,
    };
    expect(await ada.call('PUT', at(id), { version, definition: changed })).toMatchObject({ status: 200, body: { version: version + 1 } });
    expect((await ada.call('GET', at(id))).body).toMatchObject({ definition: changed });
  });

  it('from a version that is no longer there is refused and shows both what is there now; nothing is lost', async () => {
    const { id, version, definition } = await create();
    const save = (description: string) => ada.call('PUT', at(id), { version, definition: { ...definition, description } });
    const [one, other] = await Promise.all([save('One'), save('Other')]);
    expect([one.status, other.status].sort()).toEqual([200, 409]);
    const [saved, refused] = one.status === 200 ? [one, other] : [other, one];
    expect(refused.body).toMatchObject({ code: 'integration/changed-meanwhile', current: saved.body });
    expect((await ada.call('GET', at(id))).body).toEqual(saved.body);
  });

  it('under a name or variable of another one is refused, under its own it is not', async () => {
    const [first, second] = [await create('First'), await create('Second')];
    expect((await ada.call('PUT', at(second.id), { version: 1, definition: { ...second.definition, name: 'first' } })).body).toMatchObject({ code: 'integration/name-taken' });
    expect((await ada.call('PUT', at(second.id), { version: 1, definition: { ...second.definition, responseVariable: 'first' } })).body).toMatchObject({ code: 'integration/variable-taken' });
    expect((await ada.call('PUT', at(first.id), { version: 1, definition: first.definition })).status).toBe(200);
  });

  it('remembers test values without a new version, so that nobody’s save is refused for them', async () => {
    const { id, updatedAt } = await create();
    expect((await ada.call('PUT', at(id, '/test-values'), { testValues: { '$botContext.city': 'Köln' } })).status).toBe(204);
    expect((await ada.call('GET', at(id))).body).toMatchObject({ version: 1, updatedAt, testValues: { '$botContext.city': 'Köln' } });
    expect((await ada.call('PUT', at('gone', '/test-values'), { testValues: {} })).body).toMatchObject({ code: 'integration/not-found' });
  });
});

describe('duplicating an integration', () => {
  it('takes the first free name and variable each time', async () => {
    const { id } = await create('Accounts', { credentialId: null, transformScript: 'print(1)' });
    const copies = [await ada.call('POST', at(id, '/duplicate')), await ada.call('POST', at(id, '/duplicate'))];
    expect(copies).toMatchObject([
      { status: 201, body: { version: 1, definition: { name: 'Accounts copy', responseVariable: 'accounts_COPY', transformScript: 'print(1)' } } },
      { status: 201, body: { version: 1, definition: { name: 'Accounts copy 2', responseVariable: 'accounts_COPY2' } } },
    ]);
  });
});

describe('deleting an integration', () => {
  it('is refused while the draft calls it or mentions its results, and tells where', async () => {
    const used = await create('Stock', { customDataFields: [{ key: 'id', path: '{$.api_stock.id}' }] });
    const changes = [
      { place: ['interactions', 'call'], before: null, after: { kind: 'integration', id: 'call', name: 'Call', integrationId: used.id } },
      { place: ['interactions', 'show'], before: null, after: { kind: 'text', id: 'show', name: 'Show', text: '{stock.id} and {stock.id.count}', postProcess: 'botContext.getBotVariable("stock.id")' } },
      { place: ['dialogs', 'd'], before: null, after: { id: 'd', name: 'Main', interactionIds: ['call', 'show'] } },
      { place: ['globalFunctions'], before: '', after: 'function f() { return botContext.getBotVariable("api_stock"); }' },
    ];
    expect((await ada.call('PATCH', `/bots/${botId}/draft`, { changes })).status).toBe(200);
    const uses = [
      { kind: 'interaction', id: 'call', name: 'Call', dialogId: 'd', places: ['Integration'] },
      { kind: 'interaction', id: 'show', name: 'Show', dialogId: 'd', places: ['Text', 'Post-Process code, line 1'] },
      { kind: 'bot', name: 'Global Functions', places: ['Code, line 1'] },
    ];
    expect(await ada.call('GET', at(used.id, '/uses'))).toMatchObject({ status: 200, body: { uses } });
    expect(await ada.call('DELETE', at(used.id))).toMatchObject({ status: 409, body: { code: 'integration/in-use', uses } });
    const undo = changes.map(({ place, before, after }) => ({ place, before: after, after: before })).filter(({ place }) => place[0] !== 'dialogs');
    expect((await ada.call('PATCH', `/bots/${botId}/draft`, { changes: undo })).status).toBe(200);
    expect((await ada.call('DELETE', at(used.id))).status).toBe(204);
  });

  it('is refused while another one mentions its fields, and tells where', async () => {
    const used = await create('Orders', { customDataFields: [{ key: 'id', path: '{$.api_orders.id}' }] });
    const user = await create('Details', { url: 'https://api.example.com/{orders.id}' });
    const uses = [{ kind: 'integration', id: user.id, name: 'Details', places: [expect.stringMatching(/URL/i)] }];
    expect(await ada.call('GET', at(used.id, '/uses'))).toMatchObject({ status: 200, body: { uses } });
    const refused = await ada.call('DELETE', at(used.id));
    expect(refused).toMatchObject({ status: 409, body: { code: 'integration/in-use', uses } });
    expect(refused.text).toContain('“Details”');
    expect((await ada.call('GET', at(used.id))).status).toBe(200);
    expect((await ada.call('DELETE', at(user.id))).status).toBe(204);
    expect((await ada.call('DELETE', at(used.id))).status).toBe(204);
    expect(await list()).toEqual([]);
  });

  it('that is gone answers not found, everywhere', async () => {
    const { id } = await create();
    await ada.call('DELETE', at(id));
    for (const [method, rest, body] of [['GET', ''], ['DELETE', ''], ['PUT', '', { version: 1, definition: define('A') }], ['POST', '/duplicate'], ['GET', '/uses'], ['GET', '/sample'], ['GET', '/response-type'], ['POST', '/response-type/accept']] as const) {
      expect(await ada.call(method, at(id, rest), body)).toMatchObject({ status: 404, body: { code: 'integration/not-found' } });
    }
  });
});

describe('listing integrations', () => {
  it('gives a thousand of them by name, with what the list shows', async () => {
    const definitionOf = (number: number) => ({ ...define(`Number ${String(number).padStart(4, '0')}`), responseVariable: `n${number}` });
    const first = await create('Number 0000', { responseVariable: 'n0' });
    const row = await api.deps.db.integration.findUniqueOrThrow({ where: { id: first.id } });
    await api.deps.db.integration.createMany({
      data: Array.from({ length: 999 }, (_, index) => ({
        ...row, id: randomUUID(), name: definitionOf(index + 1).name, responseVariable: `n${index + 1}`,
        definition: { ...first.definition, ...definitionOf(index + 1) }, testValues: {}, sample: undefined, responseShapes: undefined,
      })),
    });
    const all = await list();
    expect(all.map(({ name }) => name)).toEqual(Array.from({ length: 1_000 }, (_, index) => definitionOf(index).name));
    expect(all[999]).toEqual({ id: expect.any(String), name: 'Number 0999', responseVariable: 'n999', method: 'GET', url: 'https://api.example.com/', fieldKeys: [], botVariables: [], hasSample: false, updatedAt: expect.any(String) });
  });
});
