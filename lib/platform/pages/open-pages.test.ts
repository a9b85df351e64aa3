import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer, request as sendRequest, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { tellClientAddress } from '@/lib/http/client-address';
import { openPages, type Pages } from './open-pages';

/** What stands in for Next: it answers with what it was asked, and does as some paths say. */
const THREAD = `
import { createServer } from 'node:http';
import { parentPort, workerData } from 'node:worker_threads';
const held = new Map();
const server = createServer((request, response) => {
  const [, what] = request.url.split('/');
  if (what === 'fall') throw new Error('a page threw');
  if (what === 'unchanged') return response.writeHead(304, { etag: '"1"' }).end();
  if (what === 'two-parts') {
    response.writeHead(200, [['Set-Cookie', 'a=1'], ['Set-Cookie', 'b=2'], ['Content-Security-Policy', "default-src 'self'"], ['X-Page', 'yes']]);
    response.write('first ');
    return held.set('two-parts', response);
  }
  if (what === 'second-part') held.get('two-parts').end('second');
  if (what === 'never') return response.once('close', () => held.set('hung-up', true));
  let body = '';
  request.on('data', (chunk) => (body += chunk));
  request.on('end', () => response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ method: request.method, url: request.url, headers: request.headers, body, hasHungUp: held.has('hung-up') })));
});
server.keepAliveTimeout = 0;
server.listen(workerData.socketPath, () => parentPort.postMessage('listening'));
`;

let folder: string;
let threadFile: string;
let pages: Pages;
let server: Server;
let address: string;
const falls: [string, number][] = [];

async function open(listenerOf: (pages: Pages) => RequestListener = ({ listener }) => listener) {
  pages = await openPages({ host: '127.0.0.1', port: 0, protocol: 'https', threadFile, onFall: (error, restartInMs) => falls.push([error.message, restartInMs]) });
  const listener = listenerOf(pages);
  server = createServer((request, response) => {
    tellClientAddress(request, null);
    listener(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

beforeEach(async () => {
  falls.length = 0;
  folder = await mkdtemp(path.join(tmpdir(), 'pages-test-'));
  threadFile = path.join(folder, 'thread.mjs');
  await writeFile(threadFile, THREAD);
});
afterEach(async () => {
  server.closeAllConnections();
  server.close();
  await pages.close();
  await rm(folder, { recursive: true });
});

/** What the thread was asked. */
const ask = async (route: string, init: RequestInit = {}) => (await (await fetch(`${address}${route}`, init)).json()) as { method: string; url: string; headers: Record<string, string>; body: string; hasHungUp: boolean };

it('asks for what was asked: method, path, headers, body', async () => {
  await open();
  const asked = await ask('/a%20page?q=1&q=2', { method: 'POST', body: 'text', headers: { 'accept-language': 'de' } });
  expect(asked).toMatchObject({ method: 'POST', url: '/a%20page?q=1&q=2', body: 'text', headers: { host: new URL(address).host, 'accept-language': 'de' } });
});

it('tells who asks and how, whatever the caller claims', async () => {
  await open();
  const { headers } = await ask('/', { headers: { 'x-forwarded-for': '203.0.113.9', 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'gopher', 'x-parley-client-address': '203.0.113.9' } });
  expect(headers).toMatchObject({ 'x-forwarded-for': '127.0.0.1', 'x-forwarded-host': new URL(address).host, 'x-forwarded-proto': 'https', 'x-parley-client-address': '127.0.0.1' });
});

it('hands an answer on as it comes, and what our server has set already wins', async () => {
  await open(({ listener }) => (request, response) => {
    response.setHeader('Content-Security-Policy', 'frame-ancestors https://bank.example');
    listener(request, response);
  });
  const response = await fetch(`${address}/two-parts`);
  expect(response.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
  expect(Object.fromEntries(response.headers)).toMatchObject({ 'content-security-policy': 'frame-ancestors https://bank.example', 'x-page': 'yes' });
  const reader = response.body?.getReader();
  expect(new TextDecoder().decode((await reader?.read())?.value)).toBe('first ');
  await ask('/second-part');
  expect(new TextDecoder().decode((await reader?.read())?.value)).toBe('second');
});

it('answers HEAD, and that nothing has changed, without a body', async () => {
  await open();
  const head = await fetch(`${address}/`, { method: 'HEAD' });
  expect([head.status, head.headers.get('content-type'), await head.text()]).toEqual([200, 'application/json', '']);
  const unchanged = await fetch(`${address}/unchanged`);
  expect([unchanged.status, unchanged.headers.get('etag'), await unchanged.text()]).toEqual([304, '"1"', '']);
});

it('ends the request there when the caller hangs up', async () => {
  await open();
  const sent = sendRequest(`${address}/never`).on('error', () => undefined);
  sent.end();
  // Its answer says that the one before has arrived.
  await ask('/');
  sent.destroy();
  await vi.waitFor(async () => expect((await ask('/')).hasHungUp).toBe(true));
});

it('starts the thread again when a page fells it, and says so meanwhile on a readable page', async () => {
  await open();
  const fallen = await fetch(`${address}/fall`);
  expect([fallen.status, fallen.headers.get('retry-after'), await fallen.text()]).toEqual([502, '2', expect.stringContaining('Parley’s pages are starting again')]);
  await vi.waitFor(() => expect(falls).toEqual([['a page threw', 250]]));
  expect((await fetch(`${address}/`, { method: 'HEAD' })).status).toBe(502);
  await vi.waitFor(async () => expect((await ask('/')).url).toBe('/'), { timeout: 5_000 });
  // Falling again soon after, it waits longer.
  await fetch(`${address}/fall`);
  await vi.waitFor(() => expect(falls.at(-1)).toEqual(['a page threw', 500]));
});

it('goes on trying while the thread can’t start', async () => {
  await open();
  await writeFile(threadFile, 'throw new Error("no build");');
  await fetch(`${address}/fall`);
  await vi.waitFor(() => expect(falls.map(([reason]) => reason)).toEqual(['a page threw', 'no build', 'no build']), { timeout: 5_000 });
  await writeFile(threadFile, THREAD);
  await vi.waitFor(async () => expect((await ask('/')).url).toBe('/'), { timeout: 5_000 });
});

it('rejects when the first start fails', async () => {
  await open();
  await writeFile(threadFile, 'throw new Error("no build");');
  await expect(openPages({ host: '127.0.0.1', port: 0, protocol: 'http', threadFile, onFall: () => undefined })).rejects.toThrow('no build');
});

it('leaves no file behind', async () => {
  const before = new Set((await readdir(tmpdir())).filter((name) => name.startsWith('parley-pages-')));
  await open();
  const own = (await readdir(tmpdir())).filter((name) => name.startsWith('parley-pages-') && !before.has(name));
  expect(own.length).toBeGreaterThan(0);
  await pages.close();
  expect((await readdir(tmpdir())).filter((name) => own.includes(name))).toEqual([]);
});
