import net from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CredentialSettings } from '@/lib/modules/credential/credential.schema';
import { startTestServer } from '@/lib/platform/http/test-server';
import { startSampleBank, type RunningBank } from '@/samples/ag-bank/start-sample-bank';
import { createRunBench, type RunBench } from './run-integration.fixture';
import { toApiResult } from './run-outcome.rules';

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

const onBank = async (path: string, definition: object = {}, options: Parameters<RunBench['run']>[1] = {}) =>
  (await bench.run({ url: `${bank.url}${path}`, ...definition }, options)).record;
const noRetries = { retry: { retryCountMax: 0, scope: 'idempotent' } } as const;

/** A port of this machine on which nobody listens. */
async function findClosedPort(): Promise<number> {
  const server = net.createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

describe('the outcome of a run', () => {
  it('is success with the status, and the reference’s SUCCESS', async () => {
    const { outcome, response, attempts } = await onBank('/accounts');
    expect(outcome).toEqual({ kind: 'success', status: 200 });
    expect(toApiResult(outcome)).toBe('SUCCESS');
    expect(response).toMatchObject({ status: 200, format: 'json' });
    expect(attempts).toHaveLength(1);
  });

  it.each([401, 404, 422])('is http-failure for status %i, with the error document kept', async (status) => {
    const { outcome, response } = await onBank(`/status/${status}`);
    expect(outcome).toEqual({ kind: 'http-failure', status });
    expect(toApiResult(outcome)).toBe('FAILURE');
    expect(response?.bodyText).toContain(`You asked for ${status}.`);
  });

  it('stays http-failure when the script fails on the error document', async () => {
    const { outcome, script, fields } = await onBank('/status/404', {
      transformScript: 'var d = JSON.parse(botContext.getBotVariable("api_bank").jsonData).api_bank; print("seen"); d.accounts.length;',
      customDataFields: [{ key: 'message', path: '{$.api_bank.message}' }],
    });
    expect(outcome).toEqual({ kind: 'http-failure', status: 404 });
    expect(script?.console).toMatchObject([{ text: 'seen' }]);
    expect(fields).toMatchObject([{ key: 'message', values: [], count: 0, problem: expect.stringContaining('script failed') }]);
  });

  it('is timeout with the time that the designer set', async () => {
    const { outcome, response } = await onBank('/slow?ms=60000', { timeoutMs: 150 });
    expect(outcome).toEqual({ kind: 'timeout', timeoutMs: 150 });
    expect(response).toBeNull();
  });

  it('is connection-failed when nobody listens', async () => {
    const { record } = await bench.run({ url: `http://127.0.0.1:${await findClosedPort()}/`, ...noRetries });
    expect(record.outcome).toMatchObject({ kind: 'connection-failed', code: 'ECONNREFUSED', reason: expect.stringMatching(/\w/) });
  });

  it.each(['/reset', '/reset?when=body'])('is connection-failed when the server cuts the line: %s', async (path) => {
    const { outcome, response } = await onBank(path, noRetries);
    expect(outcome).toMatchObject({ kind: 'connection-failed', reason: expect.stringMatching(/\w/) });
    expect(response).toBeNull();
  });

  it('is blocked-address for a private address that is not allowed, and nothing arrives there', async () => {
    const server = await startTestServer((_, response) => response.end('{}'));
    const { record } = await bench.run({ url: `${server.url}/inside` }, { allow: '' });
    expect(record.outcome).toMatchObject({ kind: 'blocked-address', host: '127.0.0.1', address: '127.0.0.1' });
    expect(server.connectionCount()).toBe(0);
    await server.close();
  });

  it('is too-many-redirects after the fifth', async () => {
    expect((await onBank('/redirect?count=5')).outcome).toEqual({ kind: 'success', status: 200 });
    const { outcome, attempts } = await onBank('/redirect?count=6');
    expect(outcome).toEqual({ kind: 'too-many-redirects', redirectCountMax: 5 });
    expect(attempts[0]?.hops).toHaveLength(6);
  });

  it('is http-failure for a redirect that is not followed', async () => {
    expect((await onBank('/redirect', { followRedirects: false })).outcome).toEqual({ kind: 'http-failure', status: 302 });
  });

  it('is response-too-large beyond the limit, packed or not', async () => {
    const limited = { responseBytesMax: 10 * 1024 };
    expect((await onBank('/large?kb=64', limited)).outcome).toEqual({ kind: 'response-too-large', bytesMax: 10 * 1024 });
    expect((await onBank('/gzip?kb=512', limited)).outcome).toEqual({ kind: 'response-too-large', bytesMax: 10 * 1024 });
    expect((await onBank('/large?kb=9', limited)).outcome).toEqual({ kind: 'success', status: 200 });
  });

  it.each([
    ['/invalid-json', /declared as JSON.*Line 1/],
    ['/invalid-xml', /declared as XML/],
  ])('is invalid-response when the body is not what is declared: %s', async (path, reason) => {
    const { outcome, response, script } = await onBank(path, { transformScript: 'print("never")' });
    expect(outcome).toEqual({ kind: 'invalid-response', reason: expect.stringMatching(reason) });
    expect(response?.bodyText).not.toBe('');
    expect(script).toBeNull();
  });

  it('is invalid-request for a line break in a header’s variable, and nothing is sent', async () => {
    const server = await startTestServer((_, response) => response.end('{}'));
    const headers = [{ name: 'X-City', value: '{$botContext.city}', enabled: true, note: '' }];
    const { record } = await bench.run({ url: server.url, headers }, { variables: { bot: { city: 'Berlin\r\nX-Admin: yes' } } });
    expect(record.outcome).toMatchObject({ kind: 'invalid-request', field: 'headers.0.value', reason: expect.stringContaining('line break') });
    expect(record.request).toBeNull();
    expect(record.variables).toMatchObject([{ reference: '$botContext.city' }]);
    expect(server.connectionCount()).toBe(0);
    await server.close();
  });

  it('is credential-failed when the token server refuses, and the API is not called', async () => {
    const api = await startTestServer((_, response) => response.end('{}'));
    const { record } = await bench.run({ url: api.url }, { credential: oauth({ clientSecret: 'wrong secret' }) });
    expect(record.outcome).toMatchObject({ kind: 'credential-failed', reason: expect.stringContaining('invalid_client') });
    expect(JSON.stringify(record)).not.toContain('wrong secret');
    expect(api.seen).toEqual([]);
    await api.close();
  });
});

describe('cancelling', () => {
  it('ends a call under way, and the server sees the caller hang up', async () => {
    let hasHungUp = false;
    const stop = new AbortController();
    const api = await startTestServer((_, response) => {
      response.on('close', () => (hasHungUp = true));
      stop.abort();
    });
    const { record } = await bench.run({ url: api.url }, { signal: stop.signal });
    expect(record.outcome).toEqual({ kind: 'cancelled' });
    await expect.poll(() => hasHungUp).toBe(true);
    await api.close();
  });

  it('ends the wait before the next attempt', async () => {
    const stop = new AbortController();
    const api = await startTestServer((_, response) => {
      response.writeHead(503, { 'retry-after': '10' }).end();
      setTimeout(() => stop.abort(), 20);
    });
    const { record } = await bench.run({ url: api.url }, { signal: stop.signal });
    expect(record.outcome).toEqual({ kind: 'cancelled' });
    expect(api.seen).toHaveLength(1);
    await api.close();
  });

  it('ends a script under way; what it printed is kept', async () => {
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 300);
    const record = await onBank('/accounts', { transformScript: 'print("begun"); while (true) {}' }, { signal: stop.signal });
    expect(record.outcome).toEqual({ kind: 'cancelled' });
    expect(record.response?.status).toBe(200);
    expect(record.script?.console).toMatchObject([{ text: 'begun' }]);
  });

  it('ends the wait for a token', async () => {
    const stop = new AbortController();
    const tokens = await startTestServer(() => stop.abort());
    const record = await onBank('/secure/oauth', {}, { credential: oauth({ tokenUrl: tokens.url }), signal: stop.signal });
    expect(record.outcome).toEqual({ kind: 'cancelled' });
    await tokens.close();
  });

  it('ends the renewal of a token', async () => {
    const stop = new AbortController();
    const tokens = await startTestServer((_, response) => {
      if (tokens.seen.length === 1) response.setHeader('content-type', 'application/json').end('{"access_token":"stale","token_type":"Bearer","expires_in":300}');
      else stop.abort();
    });
    const record = await onBank('/secure/oauth', {}, { credential: oauth({ tokenUrl: tokens.url }), signal: stop.signal });
    expect(record.outcome).toEqual({ kind: 'cancelled' });
    await tokens.close();
  });

  it('is not needed when a token server hangs: the call’s time ends the renewal, and the 401 is the answer', async () => {
    const tokens = await startTestServer((_, response) => {
      if (tokens.seen.length === 1) response.setHeader('content-type', 'application/json').end('{"access_token":"stale","token_type":"Bearer","expires_in":300}');
    });
    const record = await onBank('/secure/oauth', { timeoutMs: 300 }, { credential: oauth({ tokenUrl: tokens.url }) });
    expect(record.outcome).toEqual({ kind: 'http-failure', status: 401 });
    await tokens.close();
  });
});

function oauth(changes: object = {}): CredentialSettings {
  return { kind: 'oauth-client-credentials', tokenUrl: `${bank.url}/oauth/token`, clientId: 'ag-bank-client', clientSecret: 'ag-bank-secret', scope: '', audience: '', secretIn: 'body', ...changes };
}
