import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { CredentialSettings } from '@/lib/modules/credential/credential.schema';
import type { IntegrationDefinition } from '@/lib/modules/integration/integration.schema';
import { startTestServer } from '@/lib/platform/http/test-server';
import { startSampleBank, type RunningBank } from '@/samples/ag-bank/start-sample-bank';
import { createRunBench, type RunBench } from './run-integration.fixture';

let bank: RunningBank;
let bench: RunBench;
beforeAll(async () => {
  bank = await startSampleBank();
  bench = createRunBench();
});
afterAll(async () => {
  await bench.close();
  await bank.close();
});

const echoSchema = z.object({
  method: z.string(),
  path: z.string(),
  queryText: z.string(),
  query: z.array(z.object({ name: z.string(), value: z.string() })),
  headers: z.record(z.string(), z.string()),
  body: z.string(),
});

/** Runs against the bank's echo and gives what arrived there. */
async function sendToEcho(definition: Partial<IntegrationDefinition> & { url?: string }, bot: Record<string, string> = {}) {
  const { record } = await bench.run({ url: `${bank.url}/echo`, ...definition }, { variables: { bot } });
  expect(record.outcome).toEqual({ kind: 'success', status: 200 });
  return { record, arrived: echoSchema.parse(JSON.parse(record.response?.bodyText ?? '')) };
}

const row = (name: string, value: string, enabled = true) => ({ name, value, enabled, note: '' });
const HOSTILE = 'a"b\\c\'d&e=f#g?h/../i%20j k\u00fc\u{1F600}<{$botContext.other}>';

describe('what arrives at the server', () => {
  it('is a parameter’s value unchanged, whatever it holds', async () => {
    const { arrived } = await sendToEcho({ parameters: [row('q', '{$botContext.text}'), row('off', 'x', false)] }, { text: HOSTILE, other: 'never' });
    expect(arrived.query).toEqual([{ name: 'q', value: HOSTILE }]);
  });

  it('is one path segment, so that a value can’t lead to another resource or add a parameter', async () => {
    const server = await startTestServer((_, response) => response.end('{}'));
    await bench.run({ url: `${server.url}/accounts/{$botContext.id}/cards` }, { variables: { bot: { id: '../../admin?all=true#' } } });
    expect(server.seen.map(({ url }) => url)).toEqual(['/accounts/..%2F..%2Fadmin%3Fall%3Dtrue%23/cards']);
    await server.close();
  });

  it('is a JSON body in which the value is one string', async () => {
    const text = `${HOSTILE}\n\t","admin":true,"x":"`;
    const { arrived } = await sendToEcho({ method: 'POST', postBody: { kind: 'json', text: '{"text":"{$botContext.text}","count":{$botContext.count}}' } }, { text, count: '3' });
    expect(JSON.parse(arrived.body)).toEqual({ text, count: 3 });
    expect(arrived.headers['content-type']).toBe('application/json;charset=UTF-8');
  });

  it('is a form in which the value is one field', async () => {
    const { arrived } = await sendToEcho({ method: 'POST', postBody: { kind: 'form', rows: [row('text', '{$botContext.text}')] } }, { text: HOSTILE });
    expect([...new URLSearchParams(arrived.body)]).toEqual([['text', HOSTILE]]);
    expect(arrived.headers['content-type']).toBe('application/x-www-form-urlencoded');
  });

  it('is a multipart body that the server can read', async () => {
    const rows = [{ ...row('note', '{$botContext.text}'), fileName: '', contentType: '' }, { ...row('file', '{$botContext.text}'), fileName: 'no"te.txt', contentType: 'text/plain' }];
    const text = 'first\r\n--parley\r\nlast';
    const { record } = await bench.run({ url: `${bank.url}/forms/upload`, method: 'POST', postBody: { kind: 'multipart', rows } }, { variables: { bot: { text } } });
    expect(JSON.parse(record.response?.bodyText ?? '')).toMatchObject({ parts: [{ name: 'note', value: text }, { name: 'file', contentType: 'text/plain', text }] });
  });

  it('is a header with the value, and the default headers beside it', async () => {
    const { arrived } = await sendToEcho({ headers: [row('X-City', '{$botContext.city}'), row('accept', 'text/csv')] }, { city: 'Bonn, "am" Rhein' });
    expect(arrived.headers).toMatchObject({ 'x-city': 'Bonn, "am" Rhein', accept: 'text/csv' });
  });

  it('is a value only once: what a variable holds is never read as a variable', async () => {
    const { arrived } = await sendToEcho({ parameters: [row('q', '{$botContext.outer}')] }, { outer: '{$botContext.inner}', inner: 'secret' });
    expect(arrived.query).toEqual([{ name: 'q', value: '{$botContext.inner}' }]);
  });

  it('is nothing for an unset variable, which the trace reports', async () => {
    const { arrived, record } = await sendToEcho({ parameters: [row('q', '[{$botContext.city}]')] });
    expect(arrived.query).toEqual([{ name: 'q', value: '[]' }]);
    expect(record.variables).toEqual([{ reference: '$botContext.city', scope: 'bot', value: '', source: 'unset' }]);
  });
});

describe('a credential', () => {
  const cases: [string, CredentialSettings][] = [
    ['basic', { kind: 'basic', userName: 'freddy', password: 'bank-pass' }],
    ['bearer', { kind: 'access-token', tokenType: 'Bearer', token: 'sample-token-123' }],
    ['api-key', { kind: 'api-key', in: 'header', name: 'X-Api-Key', value: 'sample-key-456' }],
    ['api-key', { kind: 'api-key', in: 'query', name: 'api_key', value: 'sample-key-456' }],
    ['oauth', { kind: 'oauth-client-credentials', tokenUrl: '', clientId: 'ag-bank-client', clientSecret: 'ag-bank-secret', scope: 'profile', audience: '', secretIn: 'header' }],
  ];
  it.each(cases)('opens /secure/%s', async (route, settings) => {
    const credential = settings.kind === 'oauth-client-credentials' ? { ...settings, tokenUrl: `${bank.url}/oauth/token` } : settings;
    const { record } = await bench.run({ url: `${bank.url}/secure/${route}` }, { credential });
    expect(record.outcome).toEqual({ kind: 'success', status: 200 });
    expect((await bench.run({ url: `${bank.url}/secure/${route}` })).record.outcome).toEqual({ kind: 'http-failure', status: 401 });
  });

  it('does not follow a redirect to another origin', async () => {
    const elsewhere = await startTestServer((_, response) => response.end('{}'));
    const credential = { kind: 'api-key', in: 'header', name: 'X-Own-Key', value: 'own-key-4711' } as const;
    const { record } = await bench.run({ url: `${bank.url}/redirect-to?url=${encodeURIComponent(elsewhere.url)}` }, { credential });
    expect(record.outcome).toEqual({ kind: 'success', status: 200 });
    expect(elsewhere.seen).toHaveLength(1);
    expect(JSON.stringify(elsewhere.seen)).not.toContain('own-key-4711');
    await elsewhere.close();
  });
});
