import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { startTestServer } from '@/lib/platform/http/test-server';
import { startTestApi, type TestApi, type TestPerson } from '@/scripts/test/start-test-api';
import { startSampleBank, type RunningBank } from '@/samples/ag-bank/start-sample-bank';
import { runResultSchema } from './integration-run.contract';
import { runRecordSchema, runSummarySchema } from './run-record.schema';

let api: TestApi;
let bank: RunningBank;
let ada: TestPerson;
let botId: string;
let integrationId: string;

beforeAll(async () => {
  bank = await startSampleBank();
  api = await startTestApi({ OUTBOUND_ALLOW: '127.0.0.1' });
  ada = await api.join('ada');
});
beforeEach(async () => {
  botId = z.object({ id: z.string() }).parse((await ada.call('POST', '/bots', { name: 'AG Bank' })).body).id;
  integrationId = randomUUID();
});
afterAll(async () => {
  await api.stop();
  await bank.close();
});

const at = (rest: string) => `/bots/${botId}/integrations/${integrationId}${rest}`;
const define = (changes: object = {}) => ({ name: 'Accounts', responseVariable: 'accounts', url: `${bank.url}/accounts`, ...changes });
const save = async (changes: object = {}) => expect((await ada.call('POST', `/bots/${botId}/integrations`, { id: integrationId, definition: define(changes) })).status).toBe(201);
const run = async (body: object = {}) => {
  const answer = await ada.call('POST', at('/runs'), body);
  expect(answer.status).toBe(200);
  return runResultSchema.parse(answer.body);
};
const list = async () => z.object({ runs: z.array(runSummarySchema) }).parse((await ada.call('GET', at('/runs'))).body).runs;

describe('running an integration', () => {
  it('that was never saved uses the definition sent, and keeps the run for the id', async () => {
    const { run: record } = await run({ definition: define() });
    expect(record).toMatchObject({ integrationId, mode: 'live', outcome: { kind: 'success', status: 200 } });
    expect((await ada.call('GET', at(`/runs/${record.id}`))).body).toEqual(record);
    await save();
    expect(await list()).toMatchObject([{ id: record.id, attemptCount: 1, bodyBytes: record.response?.bodyBytes }]);
  });

  it('that is saved uses the saved definition; unsaved changes win and are not kept', async () => {
    await save();
    expect((await run()).run.request?.url).toBe(`${bank.url}/accounts`);
    expect((await run({ definition: define({ url: `${bank.url}/branches` }) })).run.request?.url).toBe(`${bank.url}/branches`);
    expect((await ada.call('GET', at(''))).body).toMatchObject({ version: 1, definition: { url: `${bank.url}/accounts` } });
  });

  it('sees a saved change at once', async () => {
    await save();
    await run();
    await ada.call('PUT', at(''), { version: 1, definition: define({ url: `${bank.url}/branches` }) });
    expect((await run()).run.request?.url).toBe(`${bank.url}/branches`);
  });

  it('sees another environment of its bot and changed values in it at once', async () => {
    await save({ url: `${bank.url}/{$env.page}` });
    expect((await run()).run.request?.url).toBe(`${bank.url}/`);
    const { id, version } = z.object({ id: z.string(), version: z.number() }).parse((await ada.call('POST', '/environments', { name: integrationId, variables: [{ key: 'page', value: 'accounts' }] })).body);
    await ada.call('PUT', `/bots/${botId}`, { name: 'AG Bank', environmentId: id, version: 1 });
    expect((await run()).run.request?.url).toBe(`${bank.url}/accounts`);
    await ada.call('PUT', `/environments/${id}`, { name: integrationId, version, variables: [{ key: 'page', value: 'branches' }] });
    expect((await run()).run.request?.url).toBe(`${bank.url}/branches`);
  });

  it('takes test values for this run, and the environment of the bot', async () => {
    const environment = z.object({ id: z.string() }).parse((await ada.call('POST', '/environments', { name: 'E', variables: [{ key: 'bankUrl', value: bank.url }] })).body);
    await ada.call('PUT', `/bots/${botId}`, { name: 'AG Bank', environmentId: environment.id, version: 1 });
    const { run: record } = await run({ definition: define({ url: '{$env.bankUrl}/accounts/{$botContext.id}' }), testValues: { '$botContext.id': 'acc-1001' } });
    expect(record.request?.url).toBe(`${bank.url}/accounts/acc-1001`);
    expect(record.variables).toMatchObject([{ reference: '$env.bankUrl', source: 'environment' }, { reference: '$botContext.id', source: 'test-value', value: 'acc-1001' }]);
  });

  it('answers 200 with the outcome whatever became of the call', async () => {
    expect((await run({ definition: define({ url: `${bank.url}/status/404` }) })).run.outcome).toEqual({ kind: 'http-failure', status: 404 });
  });

  it('is refused when there is neither a saved one nor a definition, no bot, or no credential', async () => {
    expect(await ada.call('POST', at('/runs'), {})).toMatchObject({ status: 404, body: { code: 'integration/not-found' } });
    expect(await ada.call('POST', `/bots/gone/integrations/${integrationId}/runs`, { definition: define() })).toMatchObject({ status: 404, body: { code: 'bot/not-found' } });
    expect(await ada.call('POST', at('/runs'), { definition: define({ credentialId: 'none' }) })).toMatchObject({ status: 404, body: { code: 'credential/not-found' } });
    expect(await ada.call('POST', at('/runs'), { definition: define({ url: '' }) })).toMatchObject({ status: 400, body: { issues: [{ path: ['definition', 'url'] }, ...[{}]] } });
    expect(await list()).toEqual([]);
  });

  it('is cancelled by hanging up, and kept as cancelled', async () => {
    const arrived = new Promise<void>((resolve) => void (onCall = resolve));
    const slow = await startTestServer(() => onCall());
    const stop = new AbortController();
    const answer = fetch(`${api.origin}/api${at('/runs')}`, {
      method: 'POST', signal: stop.signal, headers: { 'content-type': 'application/json', cookie: ada.cookie }, body: JSON.stringify({ definition: define({ url: slow.url }) }),
    });
    await arrived;
    stop.abort();
    await expect(answer).rejects.toThrow();
    await expect.poll(async () => (await list()).map(({ outcome }) => outcome.kind)).toEqual(['cancelled']);
    await slow.close();
  });
});

let onCall: () => void = () => undefined;

describe('kept runs', () => {
  it('are the newest fifty of each integration, newest first', async () => {
    const definition = define({ url: 'http://127.0.0.1:9/' });
    const ids: string[] = [];
    for (let number = 0; number < 53; number += 1) {
      ids.unshift((await run({ definition })).run.id);
      if (number % 20 === 0) await api.deps.recorder.flush();
    }
    expect((await list()).map(({ id }) => id)).toEqual(ids.slice(0, 50));
    expect(await ada.call('GET', at(`/runs/${ids[52]}`))).toMatchObject({ status: 404, body: { code: 'integration-run/not-found' } });
    expect(await api.deps.db.integrationRun.count({ where: { integrationId } })).toBe(50);
  });

  it('come back as they were, large ones too', async () => {
    const { run: record } = await run({ definition: define({ url: `${bank.url}/large?kb=600` }) });
    expect(runRecordSchema.parse((await ada.call('GET', at(`/runs/${record.id}`))).body)).toEqual(record);
  });

  it('of another integration are not found here', async () => {
    const { run: record } = await run({ definition: define() });
    expect((await ada.call('GET', `/bots/${botId}/integrations/${randomUUID()}/runs/${record.id}`)).status).toBe(404);
  });
});

describe('the sample', () => {
  it('is the response of a kept run; running on it calls nobody', async () => {
    const server = await startTestServer((_, response) => response.setHeader('content-type', 'application/json').end('{"items":[{"id":1},{"id":2}]}'));
    const definition = define({ url: server.url, customDataFields: [{ key: 'id', path: '{$.api_accounts.items[i].id}' }] });
    await save({ url: server.url });
    expect(await ada.call('GET', at('/sample'))).toMatchObject({ status: 404, body: { code: 'integration/no-sample' } });
    expect(await ada.call('POST', at('/runs'), { mode: 'sample' })).toMatchObject({ status: 404, body: { code: 'integration/no-sample' } });
    const { run: live } = await run();
    expect(await ada.call('PUT', at('/sample'), { runId: live.id })).toMatchObject({ status: 200, body: { status: 200, bodyText: '{"items":[{"id":1},{"id":2}]}' } });
    expect((await ada.call('GET', at(''))).body).toMatchObject({ hasSample: true });
    await server.close();
    const { run: offline } = await run({ mode: 'sample', definition });
    expect(offline).toMatchObject({ mode: 'sample', outcome: { kind: 'success' }, attempts: [], fields: [{ values: [1, 2], count: 2 }] });
    expect(server.seen).toHaveLength(1);
  });

  it('can’t be made from a run without a response, nor from one that is gone', async () => {
    await save();
    const { run: failed } = await run({ definition: define({ url: 'http://127.0.0.1:9/' }) });
    expect(await ada.call('PUT', at('/sample'), { runId: failed.id })).toMatchObject({ status: 409, body: { code: 'integration-run/no-response' } });
    expect(await ada.call('PUT', at('/sample'), { runId: 'gone' })).toMatchObject({ status: 404, body: { code: 'integration-run/not-found' } });
  });
});

describe('the response’s shape', () => {
  it('is remembered; a field that vanishes is drift until it is accepted', async () => {
    let body = '{"items":[{"id":1,"title":"a"}]}';
    const server = await startTestServer((_, response) => response.setHeader('content-type', 'application/json').end(body));
    await save({ url: server.url, customDataFields: [{ key: 'title', path: '{$.api_accounts.items[i].title}' }] });
    expect(await ada.call('GET', at('/response-type'))).toMatchObject({ status: 200, body: { responseType: null, drift: [] } });
    const first = await run();
    expect(first.drift).toEqual([]);
    expect(first.responseType).toContain('title');

    body = '{"items":[{"id":1}]}';
    const drift = [{ path: expect.stringContaining('title'), change: 'missing', before: 'string', after: expect.any(String) }];
    expect((await run()).drift).toEqual(drift);
    expect((await ada.call('GET', at('/response-type'))).body).toMatchObject({ drift });
    expect((await ada.call('POST', at('/response-type/accept'))).body).toMatchObject({ drift: [] });
    expect((await run()).drift).toEqual([]);
    await server.close();
  });

  it('is not touched by a failed call', async () => {
    await save();
    const before = (await run()).responseType;
    await run({ definition: define({ url: `${bank.url}/status/500`, retry: { retryCountMax: 0, scope: 'idempotent' } }) });
    expect((await ada.call('GET', at('/response-type'))).body).toMatchObject({ responseType: before, drift: [] });
  });

  it('accepted through another bot changes nothing', async () => {
    await save({ customDataFields: [{ key: 'x', path: '{$.api_accounts.accounts}' }] });
    await run();
    await run({ definition: define({ url: `${bank.url}/branches` }) });
    const before = await api.deps.db.integration.findUniqueOrThrow({ where: { id: integrationId } });
    const other = z.object({ id: z.string() }).parse((await ada.call('POST', '/bots', { name: 'Other' })).body);
    expect((await ada.call('POST', `/bots/${other.id}/integrations/${integrationId}/response-type/accept`)).status).toBe(404);
    expect(await api.deps.db.integration.findUniqueOrThrow({ where: { id: integrationId } })).toEqual(before);
  });
});
