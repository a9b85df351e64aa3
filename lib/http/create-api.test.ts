import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApi, type TestApi, type TestPerson } from '@/scripts/test/start-test-api';
import { until } from '@/scripts/test/talk-to';
import { problemSchema } from './route/problem';

let api: TestApi;
let ada: TestPerson;
beforeAll(async () => {
  api = await startTestApi({ LOG_LEVEL: 'info' });
  ada = await api.join('ada');
});
afterAll(() => api.stop());

const send = (path: string, init: RequestInit = {}) =>
  fetch(`${api.origin}/api${path}`, { ...init, headers: { cookie: ada.cookie, ...init.headers } });
const json = { 'content-type': 'application/json' };
const post = (body: string | ReadableStream, headers: Record<string, string> = json) =>
  send('/bots', { method: 'POST', body, headers, ...(typeof body === 'string' ? {} : { duplex: 'half' }) } as RequestInit);

async function readProblem(response: Response) {
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  expect(response.headers.get('cache-control')).toBe('no-store');
  const problem = problemSchema.parse(await response.json());
  expect(problem).toMatchObject({ type: 'about:blank', status: response.status, title: expect.stringMatching(/\w/), detail: expect.stringMatching(/\w/) });
  expect(response.headers.get('x-request-id')).toBe(problem.requestId);
  return problem;
}

describe('a refused request', () => {
  it('for invalid input tells every field and reason', async () => {
    const problem = await readProblem(await post(JSON.stringify({ name: '', description: 5 })));
    expect(problem).toMatchObject({
      status: 400, code: 'request/invalid-body',
      issues: [{ path: ['name'], message: 'Enter a name.' }, { path: ['description'], message: expect.any(String) }],
    });
  });

  it.each([
    ['text/plain', 415, 'request/unsupported-media-type'],
    ['application/x-www-form-urlencoded', 415, 'request/unsupported-media-type'],
    ['', 415, 'request/unsupported-media-type'],
    ['application/jsonx', 415, 'request/unsupported-media-type'],
  ])('with the content type “%s” is answered %i', async (contentType, status, code) => {
    expect(await readProblem(await post('{"name":"B"}', contentType ? { 'content-type': contentType } : { 'content-type': '' }))).toMatchObject({ status, code });
  });

  it.each(['application/json; charset=utf-8', 'APPLICATION/JSON', 'application/vnd.parley+json'])('is not one with the content type %s', async (contentType) => {
    expect((await post('{"name":"B"}', { 'content-type': contentType })).status).toBe(201);
  });

  it('with broken JSON, an empty body or no object is answered 400', async () => {
    expect(await readProblem(await post('{"name":'))).toMatchObject({ status: 400, code: 'request/invalid-json' });
    expect(await readProblem(await post(''))).toMatchObject({ status: 400, code: 'request/invalid-json' });
    const nested = (depth: number) => `{"name":${'['.repeat(depth - 1)}${']'.repeat(depth - 1)}}`;
    expect(await readProblem(await post(nested(100)))).toMatchObject({ status: 400, code: 'request/invalid-body' });
    for (const depth of [101, 500_000]) expect(await readProblem(await post(nested(depth)))).toMatchObject({ status: 400, code: 'request/invalid-json', detail: expect.stringContaining('100 levels') });
    expect(await readProblem(await post('[]'))).toMatchObject({ status: 400, code: 'request/invalid-body' });
  });

  it('with a body that is packed, or not UTF-8, says so instead of reading something else', async () => {
    const send = (body: Uint8Array<ArrayBuffer>, headers: Record<string, string>) => fetch(`${api.origin}/api/bots`, { method: 'POST', body, headers: { cookie: ada.cookie, ...json, ...headers } });
    expect(await readProblem(await send(new Uint8Array(gzipSync('{"name":"B"}')), { 'content-encoding': 'gzip' }))).toMatchObject({ status: 415, code: 'request/unsupported-media-type', detail: expect.stringContaining('gzip') });
    expect(await readProblem(await send(new Uint8Array(Buffer.from('{"name":"Bé"}', 'latin1')), {}))).toMatchObject({ status: 400, code: 'request/not-utf-8' });
    expect((await send(new Uint8Array(Buffer.from('\ufeff{"name":"Bé"}')), { 'content-encoding': 'identity' })).status).toBe(201);
    expect((await post(new Blob(['\ufeff{"name":"Bé"}']).stream())).status).toBe(201);
  });

  it('that breaks off is no failure of ours in the log', async () => {
    const { hostname, port } = new URL(api.origin);
    const requestId = 'broken-off-in-the-middle';
    const socket = connect(Number(port), hostname);
    socket.end(`POST /api/bots HTTP/1.1\r\nHost: ${hostname}\r\nCookie: ${ada.cookie}\r\nContent-Type: application/json\r\nX-Request-Id: ${requestId}\r\nContent-Length: 50\r\n\r\n{"name"`);
    const line = await until(() => Promise.resolve(api.logLines.find((each) => each.includes(requestId)) ?? null));
    expect(JSON.parse(line)).toMatchObject({ level: 30, code: 'request/cut-off' });
  });

  it('with a body beyond the limit is answered 413, with its length told or not', async () => {
    const body = JSON.stringify({ name: 'B', description: 'x'.repeat(3 * 1024 * 1024) });
    expect(await readProblem(await post(body))).toMatchObject({ status: 413, code: 'request/too-large' });
    expect(await readProblem(await post(new Blob([body]).stream()))).toMatchObject({ status: 413, code: 'request/too-large' });
    expect((await send('/bots')).status).toBe(200);
  });

  it('at an address or with a method that is not there is answered 404', async () => {
    for (const response of [await send('/nothing'), await send('/bots/', { method: 'PATCH' }), await send('/'), await send('/bots/x/y/z')]) {
      expect(await readProblem(response)).toMatchObject({ status: 404, code: 'request/not-found' });
    }
  });

  it('for a query that is not valid names the parameter', async () => {
    expect(await readProblem(await send(`/search?q=${'x'.repeat(201)}`))).toMatchObject({ status: 400, code: 'request/invalid-query', issues: [{ path: ['q'] }] });
  });

  it('tells nothing of what broke inside, and the log has it under the same request id', async () => {
    await api.deps.db.$executeRawUnsafe('ALTER TABLE "Credential" RENAME TO "Hidden"');
    const problem = await readProblem(await send('/credentials'));
    await api.deps.db.$executeRawUnsafe('ALTER TABLE "Hidden" RENAME TO "Credential"');
    expect(problem).toMatchObject({ status: 500, code: 'request/broken' });
    expect(JSON.stringify(problem)).not.toMatch(/table|prisma|sqlite|\.ts/i);
    expect(api.logLines.filter((line) => line.includes(problem.requestId) && line.includes('Credential'))).toHaveLength(1);
  });
});

describe('request ids', () => {
  it('are taken over from the caller, and made where there is none', async () => {
    expect((await send('/bots', { headers: { 'x-request-id': 'caller-chosen-1' } })).headers.get('x-request-id')).toBe('caller-chosen-1');
    expect((await send('/bots')).headers.get('x-request-id')).toMatch(/^[\w-]{36}$/);
  });

  it.each(['short', 'x'.repeat(65), 'forged","level":60', 'semi;colon-here'])('that could spoil a log are replaced: %s', async (id) => {
    expect((await send('/bots', { headers: { 'x-request-id': id } })).headers.get('x-request-id')).toMatch(/^[\w-]{36}$/);
  });
});

describe('another site', () => {
  const create = (headers: Record<string, string>) => post('{"name":"Forged"}', { ...json, ...headers });

  it.each<[string, Record<string, string>]>([
    ['by fetch', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
    ['from a neighbouring subdomain', { origin: 'http://evil.127.0.0.1', 'sec-fetch-site': 'same-site' }],
    ['with an old browser that sends the origin only', { origin: 'https://evil.example' }],
    ['from a sandboxed frame', { origin: 'null' }],
  ])('can’t act with a signed-in person’s cookie: %s', async (_, headers) => {
    const before = await api.deps.db.bot.count();
    expect(await readProblem(await create(headers))).toMatchObject({ status: 403, code: 'request/cross-site' });
    for (const method of ['PUT', 'DELETE']) {
      expect((await send('/bots/x', { method, headers: { ...json, ...headers }, ...(method === 'PUT' ? { body: '{}' } : {}) })).status).toBe(403);
    }
    expect((await fetch(`${api.origin}/api/auth/sign-out`, { method: 'POST', headers: { ...json, ...headers, cookie: ada.cookie }, body: '{}' })).status).toBe(403);
    expect(await api.deps.db.bot.count()).toBe(before);
  });

  it.each<[string, Record<string, string>]>([
    ['our own pages', { 'sec-fetch-site': 'same-origin' }],
    ['an address typed in', { 'sec-fetch-site': 'none' }],
    ['a program', {}],
  ])('is not: %s', async (_, headers) => {
    expect((await create(headers)).status).toBe(201);
  });

  it('is not our own origin in an old browser', async () => {
    expect((await create({ origin: api.origin })).status).toBe(201);
  });

  it('is given no permission to read answers', async () => {
    const response = await send('/bots', { headers: { origin: 'https://evil.example' } });
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
  });
});

describe('health', () => {
  it('answers without signing in: alive, and ready while the database answers', async () => {
    expect(await api.call('GET', '/health')).toMatchObject({ status: 200, body: { status: 'alive' } });
    expect(await api.call('GET', '/ready')).toMatchObject({ status: 200, body: { status: 'ready' } });
  });
});
