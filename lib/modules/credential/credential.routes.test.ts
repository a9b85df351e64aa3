import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApi, type TestApi, type TestPerson } from '@/scripts/test/start-test-api';
import { botStore } from '@/lib/modules/bot/bot.store';
import { integrationStore } from '@/lib/modules/integration/integration.store';
import { integrationDefinitionSchema } from '@/lib/modules/integration/integration.schema';
import { credentialDetailSchema, type CredentialSettings } from './credential.schema';
import { credentialStore } from './credential.store';
import { openCredential } from './open-credential';

let api: TestApi;
let ada: TestPerson;
let eve: TestPerson;

beforeAll(async () => {
  api = await startTestApi({ OUTBOUND_ALLOW: '' });
  ada = await api.join('ada');
  eve = await api.join('eve');
});
afterAll(() => api.stop());

const SECRET = 'open sesame 4711';
const basic = { kind: 'basic', userName: 'ada', password: SECRET } as const;
const everyKind: CredentialSettings[] = [
  basic,
  { kind: 'access-token', tokenType: 'Bearer', token: SECRET },
  { kind: 'api-key', in: 'query', name: 'key', value: SECRET },
  { kind: 'oauth-client-credentials', tokenUrl: 'http://127.0.0.1:9/token', clientId: 'bot', clientSecret: SECRET, scope: '', audience: '', secretIn: 'body' },
];

async function create(settings: CredentialSettings = basic, name = 'Bank') {
  const answer = await ada.call('POST', '/credentials', { name, settings });
  expect(answer.status).toBe(201);
  return credentialDetailSchema.parse(answer.body);
}

/** The settings as the adapter that sends requests would get them. */
async function openSettings(credentialId: string) {
  const credentials = credentialStore(api.deps.db, ada.workspaceId);
  return (await openCredential({ credentials, vault: api.deps.vault }, credentialId)).settings;
}

/** An integration of Ada's that uses the credential. */
async function use(credentialId: string, name: string) {
  const botId = api.deps.newId();
  await botStore(api.deps.db, ada.workspaceId).insert(botId, { name: 'AG Bank', description: '', environmentId: null });
  const definition = integrationDefinitionSchema.parse({ name, responseVariable: 'accounts', url: 'https://api.example.com', credentialId });
  const integrationId = api.deps.newId();
  await integrationStore(api.deps.db, ada.workspaceId).insert(integrationId, botId, { definition, testValues: {} });
  return { integrationId, integrationName: name, botId, botName: 'AG Bank' };
}

describe('a credential’s secret', () => {
  it.each(everyKind)('of kind $kind is in no answer and not readable in the database', async (settings) => {
    const created = await ada.call('POST', '/credentials', { name: 'Bank', settings });
    const { id, version } = credentialDetailSchema.parse(created.body);
    const answers = [
      created,
      await ada.call('GET', `/credentials/${id}`),
      await ada.call('GET', '/credentials'),
      await ada.call('POST', `/credentials/${id}/test`),
      await ada.call('PUT', `/credentials/${id}`, { name: 'Renamed', settings, version }),
      await ada.call('PUT', `/credentials/${id}`, { name: 'Stale', settings, version }),
      await ada.call('PUT', `/credentials/${id}`, { name: '', settings: { ...settings, kind: 'unknown' }, version }),
    ];
    expect(answers.map((answer) => answer.status)).toEqual([201, 200, 200, settings.kind === 'oauth-client-credentials' ? 200 : 400, 200, 409, 400]);
    const row = await api.deps.db.credential.findUniqueOrThrow({ where: { id } });
    for (const text of [...answers.map((answer) => answer.text), JSON.stringify(row)]) {
      expect(text).not.toContain(SECRET);
      expect(text).not.toContain(Buffer.from(SECRET).toString('base64').slice(0, 16));
    }
    expect(await openSettings(id)).toEqual(settings);
  });

  it('stays when a change leaves it out or empty, and is replaced by a new one', async () => {
    const { id, version } = await create();
    const change = { name: 'Bank 2', settings: { kind: 'basic', userName: 'bob' }, version };
    const changed = credentialDetailSchema.parse((await ada.call('PUT', `/credentials/${id}`, change)).body);
    expect(changed).toMatchObject({ name: 'Bank 2', settings: { kind: 'basic', userName: 'bob' }, hasSecret: true, version: version + 1 });
    expect(await openSettings(id)).toEqual({ kind: 'basic', userName: 'bob', password: SECRET });
    await ada.call('PUT', `/credentials/${id}`, { ...change, settings: { ...change.settings, password: 'new' }, version: version + 1 });
    expect(await openSettings(id)).toEqual({ kind: 'basic', userName: 'bob', password: 'new' });
  });

  it('is asked for at its field when the kind changes', async () => {
    const { id, version } = await create();
    const answer = await ada.call('PUT', `/credentials/${id}`, { name: 'Bank', settings: { kind: 'access-token' }, version });
    expect(answer).toMatchObject({ status: 400, body: { code: 'credential/secret-missing', issues: [{ path: ['settings', 'token'] }] } });
  });

  it('copied into another credential’s row does not open', async () => {
    const [first, second] = [await create(), await create()];
    const { sealed } = await api.deps.db.credential.findUniqueOrThrow({ where: { id: first.id } });
    await api.deps.db.credential.update({ where: { id: second.id }, data: { sealed } });
    await expect(openSettings(second.id)).rejects.toMatchObject({ code: 'vault/tampered' });
  });

  it('that was lost can be entered anew', async () => {
    const { id, version } = await create();
    await api.deps.db.credential.update({ where: { id }, data: { sealed: 'lost' } });
    expect((await ada.call('PUT', `/credentials/${id}`, { name: 'Bank', settings: basic, version })).status).toBe(200);
    expect(await openSettings(id)).toEqual(basic);
  });
});

describe('changing and deleting credentials', () => {
  it('two changes from the same version: the second is refused and shown what is there now', async () => {
    const { id, version } = await create();
    const change = (name: string) => ada.call('PUT', `/credentials/${id}`, { name, settings: basic, version });
    const [one, other] = await Promise.all([change('One'), change('Other')]);
    expect([one.status, other.status].sort()).toEqual([200, 409]);
    const [saved, refused] = one.status === 200 ? [one, other] : [other, one];
    expect(refused.body).toMatchObject({ code: 'credential/changed-meanwhile', current: saved.body });
  });

  it('a change that was overtaken after it was checked writes nothing', async () => {
    const { id, version } = await create();
    const credentials = credentialStore(api.deps.db, ada.workspaceId);
    const content = { ...(await credentials.getSealed(id)), name: 'Late' };
    await ada.call('PUT', `/credentials/${id}`, { name: 'First', settings: basic, version });
    expect(await credentials.update(id, version, content)).toBeNull();
    expect(await credentials.get(id)).toMatchObject({ name: 'First', version: version + 1 });
  });

  it('one in use is not deleted, and the integrations that use it are listed', async () => {
    const { id } = await create();
    const usedBy = [await use(id, 'Accounts'), await use(id, 'Cards')];
    expect(await ada.call('GET', `/credentials/${id}`)).toMatchObject({ body: { usedByCount: 2, usedBy } });
    const refused = await ada.call('DELETE', `/credentials/${id}`);
    expect(refused).toMatchObject({ status: 409, body: { code: 'credential/in-use', usedBy } });
    expect(refused.text).toContain('“Accounts” of AG Bank');
    expect((await ada.call('GET', `/credentials/${id}`)).status).toBe(200);
  });

  it('one that nothing uses is deleted', async () => {
    const { id } = await create();
    expect((await ada.call('DELETE', `/credentials/${id}`)).status).toBe(204);
    for (const method of ['GET', 'DELETE']) {
      expect(await ada.call(method, `/credentials/${id}`)).toMatchObject({ status: 404, body: { code: 'credential/not-found' } });
    }
  });

  it('wrong input is refused at its field', async () => {
    const answer = await ada.call('POST', '/credentials', { name: ' ', settings: { kind: 'api-key', in: 'header', name: 'a b', value: 'x\r\ny' } });
    expect(answer).toMatchObject({ status: 400, body: { code: 'request/invalid-body' } });
    expect(answer.body).toHaveProperty('issues', expect.arrayContaining([{ path: ['settings', 'name'], message: expect.any(String) }]));
  });
});

describe('testing a credential', () => {
  it('a token server in a private network is not called unless it is allowed', async () => {
    const { id } = await create(everyKind[3]);
    expect(await ada.call('POST', `/credentials/${id}/test`)).toMatchObject({
      status: 200,
      body: { kind: 'failed', status: null, answer: null, reason: expect.stringContaining('may not be called') },
    });
  });

  it('is offered for OAuth only', async () => {
    const { id } = await create();
    expect(await ada.call('POST', `/credentials/${id}/test`)).toMatchObject({ status: 400, body: { code: 'credential/not-testable' } });
  });
});

describe('another workspace', () => {
  it('can’t see, change, test, use or delete a credential', async () => {
    const { id, version } = await create();
    const change = { name: 'Taken', settings: basic, version };
    for (const [method, path, body] of [
      ['GET', `/credentials/${id}`],
      ['PUT', `/credentials/${id}`, change],
      ['POST', `/credentials/${id}/test`],
      ['DELETE', `/credentials/${id}`],
    ] as const) {
      expect(await eve.call(method, path, body)).toMatchObject({ status: 404, body: { code: 'credential/not-found' } });
    }
    expect((await eve.call('GET', '/credentials')).text).not.toContain(id);
    expect(await ada.call('GET', `/credentials/${id}`)).toMatchObject({ body: { name: 'Bank', version } });
  });

  it('and nobody who is not signed in gets anything', async () => {
    const { id } = await create();
    for (const [method, path] of [['GET', '/credentials'], ['GET', `/credentials/${id}`], ['POST', `/credentials/${id}/test`], ['DELETE', `/credentials/${id}`]] as const) {
      expect((await api.call(method, path)).status).toBe(401);
    }
  });
});
