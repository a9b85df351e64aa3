import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { startTestApi, type TestApi, type TestPerson } from '@/scripts/test/start-test-api';
import { withFramePolicy } from './frame-policy';

let api: TestApi;
let ada: TestPerson;
let pages: Server;
let pagesOrigin: string;
let botId: string;
const idSchema = z.object({ id: z.string() });

beforeAll(async () => {
  api = await startTestApi();
  ada = await api.join('ada');
  botId = idSchema.parse((await ada.call('POST', '/bots', { name: 'Bot' })).body).id;
  // In the place of Next, which sets no policy for these pages.
  pages = createServer(withFramePolicy(api.deps, (_request, response) => void response.end('page')));
  await new Promise<void>((resolve) => pages.listen(0, '127.0.0.1', resolve));
  // A listening TCP server's address is an object.
  pagesOrigin = `http://127.0.0.1:${(pages.address() as AddressInfo).port}`;
});
afterAll(async () => {
  pages.closeAllConnections();
  await new Promise((resolve) => pages.close(resolve));
  await api.stop();
});

const makeChannel = async (allowedOrigins: string[]) => idSchema.parse((await ada.call('POST', '/channels', { name: 'Messenger', botId, settings: { allowedOrigins } })).body).id;

/** The directive of a page's policy; null without one, undefined without a policy. */
async function readAncestors(path: string): Promise<string | null | undefined> {
  const response = await fetch(pagesOrigin + path);
  expect(await response.text()).toBe('page');
  const policy = response.headers.get('content-security-policy');
  return policy === null ? undefined : (/frame-ancestors ([^;]*)/.exec(policy)?.[1] ?? null);
}

describe('the messenger’s page', () => {
  it('may be shown by the channel’s origins and our own, and by no other', async () => {
    const channelId = await makeChannel(['https://shop.example', 'http://localhost:8080']);
    for (const path of [`/messenger/${channelId}`, `/messenger/${channelId}?x=1`, `/messenger/${channelId}/`, `/Messenger/${channelId}`]) {
      expect([path, await readAncestors(path)]).toEqual([path, "'self' https://shop.example http://localhost:8080"]);
    }
  });

  it('may be shown anywhere while the channel names no origins', async () => {
    expect(await readAncestors(`/messenger/${await makeChannel([])}`)).toBeNull();
  });

  it('of an unknown channel may be shown, so that it can say so', async () => {
    expect(await readAncestors('/messenger/nobody')).toBeNull();
    expect(await readAncestors('/messenger/%E0%A4%A')).toBeNull();
  });

  it('follows a change of the origins at once', async () => {
    const channelId = await makeChannel([]);
    await readAncestors(`/messenger/${channelId}`);
    await ada.call('PUT', `/channels/${channelId}`, { name: 'Messenger', botId, settings: { allowedOrigins: ['https://one.example'] }, version: 1 });
    expect(await readAncestors(`/messenger/${channelId}`)).toBe("'self' https://one.example");
  });

  it('loads scripts from nowhere else, and other pages are left alone', async () => {
    const response = await fetch(`${pagesOrigin}/messenger/any`);
    expect(response.headers.get('content-security-policy')).toContain("script-src 'self' 'unsafe-inline';");
    expect(await readAncestors('/bots/messenger/1')).toBeUndefined();
    expect(await readAncestors('/messengers')).toBeUndefined();
  });
});
