import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { get } from 'node:http';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, request, test, type APIRequestContext } from '@playwright/test';
import { startParley, type RunningParley } from '../fixtures/start-parley';
import { OWNER } from '../fixtures/test';

/** The server as a process: how it starts, stops and comes back. No browser. */

let dataDir: string;
const running: RunningParley[] = [];
const contexts: APIRequestContext[] = [];
test.beforeEach(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'parley-process-'));
});
test.afterEach(async () => {
  for (const context of contexts.splice(0)) await context.dispose();
  for (const parley of running.splice(0)) await parley.kill();
  await rm(dataDir, { recursive: true, force: true });
});

async function start(env: Record<string, string> = {}, options: { isObserved?: boolean } = {}): Promise<RunningParley> {
  const parley = await startParley({ DATA_DIR: dataDir, ...env }, options);
  running.push(parley);
  return parley;
}

/** Starts a process that is expected to give up, and tells what it said. */
function startInVain(env: Record<string, string>): Promise<{ exitCode: number | null; output: string }> {
  const child = spawn(process.execPath, ['dist/server.mjs'], { env: { ...process.env, NODE_ENV: 'production', LOG_LEVEL: 'warn', DATA_DIR: dataDir, PORT: '0', ...env } });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return new Promise((resolve) => child.once('close', (exitCode) => resolve({ exitCode, output })));
}

type Session = Awaited<ReturnType<APIRequestContext['storageState']>>;

/** The owner, made and signed in; with an earlier session that one goes on. */
async function enter(parley: RunningParley, session?: Session): Promise<APIRequestContext> {
  const api = await request.newContext({ baseURL: parley.address, ...(session ? { storageState: session } : {}) });
  contexts.push(api);
  if (!session) expect((await api.post('/api/setup/owner', { data: OWNER })).status()).toBe(204);
  return api;
}

async function findFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function readBankUrl(api: APIRequestContext): Promise<string> {
  const { environments } = await (await api.get('/api/environments')).json();
  const { variables } = await (await api.get(`/api/environments/${environments[0].id}`)).json();
  return variables.find(({ key }: { key: string }) => key === 'bankUrl').value;
}

async function findOAuthCredentialId(api: APIRequestContext): Promise<string> {
  const { credentials } = await (await api.get('/api/credentials')).json();
  return credentials.find(({ settings }: { settings: { kind: string } }) => settings.kind === 'oauth-client-credentials').id;
}

/** Runs the sample bot's first integration. */
async function runSample(api: APIRequestContext) {
  const { bots } = await (await api.get('/api/bots')).json();
  const { integrations } = await (await api.get(`/api/bots/${bots.at(-1).id}/integrations`)).json();
  const { id } = integrations.find(({ name }: { name: string }) => name === 'List accounts');
  const place = `/api/bots/${bots.at(-1).id}/integrations/${id}`;
  const { testValues } = await (await api.get(place)).json();
  const { run } = await (await api.post(`${place}/runs`, { data: { testValues } })).json();
  return { place, run };
}

test('a request with the whole address in its first line is answered as any other', async () => {
  const { address } = await start();
  const { hostname, port } = new URL(address);
  const status = await new Promise((resolve, reject) => get({ hostname, port, path: `${address}/api/health` }, (response) => resolve(response.resume().statusCode)).on('error', reject));
  expect(status).toBe(200);
});

test('asked to stop, it lets a request under way finish and ends with code 0', async () => {
  const parley = await start();
  const api = await enter(parley);
  let hasFinished = false;
  const slow = api.get('/samples/ag-bank/slow?ms=1500').then((response) => {
    hasFinished = true;
    return response;
  });
  // The answer to a later request says that the slow one has arrived.
  await api.get('/api/health');
  expect(hasFinished).toBe(false);
  await parley.stop();
  expect((await slow).status()).toBe(200);
  expect(parley.exitCode()).toBe(0);
  await expect(fetch(`${parley.address}/api/health`)).rejects.toThrow();
});

test('asked to stop while it renders pages, it lets them finish', async () => {
  const parley = await start();
  const api = await enter(parley);
  const pages = Array.from({ length: 12 }, () => api.get('/bots'));
  // The answer to a later request says that the pages' requests have arrived.
  await api.get('/api/health');
  await parley.stop();
  for (const page of await Promise.all(pages)) expect([page.status(), await page.text()]).toEqual([200, expect.stringContaining('</html>')]);
  expect(parley.exitCode()).toBe(0);
});

test('when the pages fall over, everything else goes on, the log says so, and they come back', async () => {
  const parley = await start({}, { isObserved: true });
  const api = await enter(parley);
  expect((await api.get('/bots')).status()).toBe(200);
  parley.fellPages();
  await expect.poll(parley.output).toContain('the pages fell over');
  expect((await runSample(api)).run.outcome).toEqual({ kind: 'success', status: 200 });
  await expect.poll(async () => (await api.get('/bots')).status(), { timeout: 30_000 }).toBe(200);
  expect(parley.output()).toContain('ended with code 7');
  await parley.stop();
  expect(parley.exitCode()).toBe(0);
});

test('neither pages nor sessions make the promises of the main thread dearer', async () => {
  const parley = await start({}, { isObserved: true });
  const api = await enter(parley);
  expect((await api.get('/bots')).status()).toBe(200);
  expect((await api.post('/api/auth/sign-in/email', { data: { email: OWNER.email, password: OWNER.password }, headers: { origin: parley.address } })).status()).toBe(200);
  expect((await runSample(api)).run.outcome).toEqual({ kind: 'success', status: 200 });
  // Node 20 follows every promise of a thread in which anybody has used an AsyncLocalStorage, until that is disabled.
  expect(await parley.followsPromises()).toBe(false);
});

test('killed and started again, it has everything that was acknowledged, and nobody is signed out', async () => {
  const first = await start();
  const api = await enter(first);
  const created = await (await api.post('/api/bots', { data: { name: 'Survivor' } })).json();
  expect((await api.put(`/api/bots/${created.id}`, { data: { name: 'Survivor', description: 'saved just before', version: 1 } })).status()).toBe(200);
  const session = await api.storageState();
  await first.kill();
  const again = await enter(await start(), session);
  expect(await (await again.get(`/api/bots/${created.id}`)).json()).toMatchObject({ description: 'saved just before', version: 2 });
  expect((await runSample(again)).run.outcome).toEqual({ kind: 'success', status: 200 });
});

test('stopped right after a run, it keeps the run', async () => {
  const first = await start();
  const api = await enter(first);
  const { place, run } = await runSample(api);
  const session = await api.storageState();
  await first.stop();
  const again = await enter(await start(), session);
  expect((await (await again.get(`${place}/runs`)).json()).runs).toMatchObject([{ id: run.id }]);
});

test('on another port, the sample follows: its address, its token URL and the allow-list', async () => {
  const first = await start();
  const api = await enter(first);
  expect(await readBankUrl(api)).toBe(`${first.address}/samples/ag-bank`);
  const session = await api.storageState();
  await first.stop();
  const second = await start({ PORT: String(await findFreePort()) });
  expect(second.address).not.toBe(first.address);
  const again = await enter(second, session);
  expect(await readBankUrl(again)).toBe(`${second.address}/samples/ag-bank`);
  expect((await (await again.get('/api/workspace')).json()).outboundAllow).toBe(new URL(second.address).host);
  const tested = await again.post(`/api/credentials/${await findOAuthCredentialId(again)}/test`);
  expect(await tested.json()).toMatchObject({ kind: 'token', status: 200 });
  expect((await runSample(again)).run.outcome).toEqual({ kind: 'success', status: 200 });
});

test('on a port that is taken, it says so and ends with code 1', async () => {
  const parley = await start();
  const otherDir = await mkdtemp(path.join(tmpdir(), 'parley-other-'));
  const { exitCode, output } = await startInVain({ PORT: new URL(parley.address).port, DATA_DIR: otherDir });
  await rm(otherDir, { recursive: true, force: true });
  expect(output).toContain('Another program listens on this port. Stop it, or set PORT to a free one, and start again.');
  expect(output).not.toContain('    at ');
  expect(exitCode).toBe(1);
});

for (const [what, env, message] of [
  ['a port that is none', { PORT: 'eighty' }, 'PORT must be a whole number from 0 to 65535'],
  ['a database address that is none', { DATABASE_URL: 'mysql://localhost' }, 'DATABASE_URL must begin with file:, postgres:// or postgresql://'],
  ['a public address that is none', { PUBLIC_URL: 'parley.example.com' }, 'PUBLIC_URL must be an absolute http:// or https:// address'],
  ['a master key that is none', { MASTER_KEY: 'short' }, 'MASTER_KEY'],
] as const) {
  test(`with ${what}, it says what to correct and ends with code 1`, async () => {
    const { exitCode, output } = await startInVain(env);
    expect(output).toContain(message);
    expect(output).not.toContain('    at ');
    expect(exitCode).toBe(1);
  });
}

test('with another master key, secrets stay closed and the answer says why', async () => {
  const first = await start({ MASTER_KEY: 'a'.repeat(64) });
  await enter(first);
  await first.stop();
  const second = await start({ MASTER_KEY: 'b'.repeat(64) });
  const api = await request.newContext({ baseURL: second.address });
  contexts.push(api);
  expect((await api.post('/api/auth/sign-in/email', { data: { email: OWNER.email, password: OWNER.password } })).status()).toBe(200);
  const tested = await api.post(`/api/credentials/${await findOAuthCredentialId(api)}/test`);
  expect(await tested.json()).toMatchObject({ code: 'vault/wrong-key', detail: expect.stringMatching(/key/i) });
});
