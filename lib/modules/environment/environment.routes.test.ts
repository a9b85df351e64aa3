import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApi, type TestApi, type TestPerson } from '@/scripts/test/start-test-api';
import { environmentViewSchema } from './environment.schema';
import { environmentStore } from './environment.store';
import { openEnvironment } from './open-environment';

let api: TestApi;
let ada: TestPerson;
let eve: TestPerson;

beforeAll(async () => {
  api = await startTestApi();
  ada = await api.join('ada');
  eve = await api.join('eve');
});
afterAll(() => api.stop());

const SECRET = 'open sesame 4711';
const host = { key: 'host', value: 'bank.example', isSecret: false };
const token = { key: 'token', value: SECRET, isSecret: true };

async function create(variables: object[] = [host, token]) {
  const answer = await ada.call('POST', '/environments', { name: 'Test', variables });
  expect(answer.status).toBe(201);
  return environmentViewSchema.parse(answer.body);
}

const openValues = async (environmentId: string) =>
  openEnvironment({ environments: environmentStore(api.deps.db, ada.workspaceId), vault: api.deps.vault }, environmentId);

describe('an environment', () => {
  it('shows its variables in order, secret values masked', async () => {
    const { id } = await create([token, host, { key: 'empty' }]);
    expect(await ada.call('GET', `/environments/${id}`)).toMatchObject({
      status: 200,
      body: {
        name: 'Test',
        variableCount: 3,
        usedBy: [],
        variables: [
          { key: 'token', value: null, isSecret: true, hasValue: true },
          { key: 'host', value: 'bank.example', isSecret: false, hasValue: true },
          { key: 'empty', value: '', isSecret: false, hasValue: false },
        ],
      },
    });
  });

  it('gives a run all values and tells which are secret', async () => {
    const { id } = await create();
    expect(await openValues(id)).toEqual({
      valueByKey: new Map([['host', 'bank.example'], ['token', SECRET]]),
      secrets: [SECRET],
    });
    expect(await openEnvironment({ environments: environmentStore(api.deps.db, ada.workspaceId), vault: api.deps.vault }, null)).toEqual({
      valueByKey: new Map(),
      secrets: [],
    });
  });

  it('has its secrets in no answer and not readable in the database', async () => {
    const created = await ada.call('POST', '/environments', { name: 'Test', variables: [host, token] });
    const { id, version } = environmentViewSchema.parse(created.body);
    const answers = [
      created,
      await ada.call('GET', `/environments/${id}`),
      await ada.call('GET', '/environments'),
      await ada.call('PUT', `/environments/${id}`, { name: 'Test', variables: [host, token], version }),
      await ada.call('PUT', `/environments/${id}`, { name: 'Stale', variables: [host, token], version }),
      await ada.call('PUT', `/environments/${id}`, { name: 'Test', variables: [{ key: 'token', isSecret: false }], version: version + 1 }),
      await ada.call('PUT', `/environments/${id}`, { name: 'Test', variables: [token, token], version }),
    ];
    expect(answers.map((answer) => answer.status)).toEqual([201, 200, 200, 200, 409, 400, 400]);
    const rows = await api.deps.db.environmentVariable.findMany({ where: { environmentId: id } });
    for (const text of [...answers.map((answer) => answer.text), JSON.stringify(rows)]) expect(text).not.toContain(SECRET);
  });

  it('keeps what a change leaves out, also when variables move', async () => {
    const { id, version, variables } = await create();
    const change = { name: 'Renamed', description: 'd', variables: [{ key: 'new', value: 'n' }, ...variables.toReversed()], version };
    const changed = await ada.call('PUT', `/environments/${id}`, change);
    expect(changed).toMatchObject({ status: 200, body: { name: 'Renamed', version: version + 1 } });
    expect([...(await openValues(id)).valueByKey]).toEqual([['new', 'n'], ['token', SECRET], ['host', 'bank.example']]);
  });

  it('seals a plain variable that is made secret, and removes what is gone from the list', async () => {
    const { id, version } = await create();
    await ada.call('PUT', `/environments/${id}`, { name: 'Test', variables: [{ key: 'host', isSecret: true }], version });
    expect(await openValues(id)).toEqual({ valueByKey: new Map([['host', 'bank.example']]), secrets: ['bank.example'] });
    const rows = await api.deps.db.environmentVariable.findMany({ where: { environmentId: id } });
    expect(JSON.stringify(rows)).not.toContain('bank.example');
  });

  it('never turns a stored secret into readable text', async () => {
    const { id, version } = await create();
    const answer = await ada.call('PUT', `/environments/${id}`, { name: 'Test', variables: [host, { key: 'token', isSecret: false }], version });
    expect(answer).toMatchObject({ status: 400, body: { code: 'environment/value-missing', issues: [{ path: ['variables', 1, 'value'] }] } });
    expect(await ada.call('GET', `/environments/${id}`)).toMatchObject({ body: { version, variableCount: 2 } });
  });

  it('two changes from the same version: the second is refused and shown what is there now', async () => {
    const { id, version } = await create();
    const change = (value: string) => ada.call('PUT', `/environments/${id}`, { name: 'Test', variables: [{ ...host, value }], version });
    const answers = await Promise.all([change('one'), change('other')]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
    const [saved, refused] = answers[0]?.status === 200 ? answers : answers.toReversed();
    expect(refused?.body).toMatchObject({ code: 'environment/changed-meanwhile', current: saved?.body });
  });

  it('overtaken after its change was checked stays as it is, variables too', async () => {
    const { id, version } = await create();
    await ada.call('PUT', `/environments/${id}`, { name: 'First', variables: [host], version });
    const environments = environmentStore(api.deps.db, ada.workspaceId);
    expect(await environments.update(id, version, { name: 'Late', description: '', variables: [] })).toBeNull();
    expect(await environments.get(id)).toMatchObject({ name: 'First', variableCount: 1 });
  });

  it('in use is not deleted, and the bots that use it are listed', async () => {
    const { id } = await create();
    const bot = await ada.call('POST', '/bots', { name: 'AG Bank', environmentId: id });
    expect(bot.status).toBe(201);
    const refused = await ada.call('DELETE', `/environments/${id}`);
    expect(refused).toMatchObject({ status: 409, body: { code: 'environment/in-use', usedBy: [{ botName: 'AG Bank' }] } });
    expect(await ada.call('GET', '/environments')).toMatchObject({
      body: { environments: expect.arrayContaining([expect.objectContaining({ id, usedByCount: 1, variableCount: 2 })]) },
    });
  });

  it('that no bot uses is deleted with its variables', async () => {
    const { id } = await create();
    expect((await ada.call('DELETE', `/environments/${id}`)).status).toBe(204);
    expect(await ada.call('DELETE', `/environments/${id}`)).toMatchObject({ status: 404, body: { code: 'environment/not-found' } });
    expect(await api.deps.db.environmentVariable.count({ where: { environmentId: id } })).toBe(0);
  });
});

describe('another workspace', () => {
  it('can’t see, change, delete or use an environment', async () => {
    const { id, version } = await create();
    for (const [method, path, body] of [
      ['GET', `/environments/${id}`],
      ['PUT', `/environments/${id}`, { name: 'Taken', variables: [], version }],
      ['DELETE', `/environments/${id}`],
      ['POST', '/bots', { name: 'Thief', environmentId: id }],
    ] as const) {
      expect(await eve.call(method, path, body)).toMatchObject({ status: 404, body: { code: 'environment/not-found' } });
    }
    expect((await eve.call('GET', '/environments')).text).not.toContain(id);
    expect(await openEnvironment({ environments: environmentStore(api.deps.db, eve.workspaceId), vault: api.deps.vault }, id)).toMatchObject({ secrets: [] });
    expect((await openValues(id)).secrets).toEqual([SECRET]);
  });
});
