import { connect } from 'node:net';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startCalledApi, type CalledApi } from '@/lib/modules/conversation/called-api.fixture';
import { makeTestBot, type Send } from '@/lib/modules/conversation/test-bot.fixture';
import { buildApiProcess, dropApiProcess, startApiProcess, type ApiProcess } from '@/scripts/test/start-api-process';
import { begin, toSaid, until, type Talk } from '@/scripts/test/talk-to';
import { webViewPostSchema } from './web-view-post.schema';
import { postAsPage, toPageHash, type PageAnswer } from './web-view.fixture';
import { WEB_VIEW_PATH } from './web-view.wire';

let dataDir: string;
let called: CalledApi;
let server: ApiProcess;
let cookie: string;
let botId: string;

beforeAll(() => buildApiProcess());
afterAll(() => dropApiProcess());
beforeEach(async () => {
  dataDir = await mkdtemp(path.join(os.tmpdir(), 'parley-posts-'));
  called = await startCalledApi();
  await start();
  const owner = { name: 'Ada', email: 'ada@example.com', password: 'a long enough pass phrase 7' };
  const joined = await fetch(`${server.origin}/api/setup/owner`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(owner) });
  cookie = joined.headers.getSetCookie().map((each) => each.split(';')[0]).join('; ');
  ({ botId } = await makeTestBot(send, called.origin));
});
afterEach(async () => {
  await server.kill();
  await called.stop();
  await rm(dataDir, { recursive: true, force: true });
});

const start = async () => {
  server = await startApiProcess({ DATA_DIR: dataDir, OUTBOUND_ALLOW: '127.0.0.1' });
};
const send: Send = async (method, route, body) => {
  const response = await fetch(`${server.origin}/api${route}`, { method, headers: { cookie, 'content-type': 'application/json' }, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
  if (!response.ok) throw new Error(`${route} answered ${response.status}: ${await response.text()}`);
  return response.json();
};
/** Null when nobody answers, or the answer breaks off. */
const tryPost = (body: { botId: string; conversationId: string; [name: string]: unknown }, key: string): Promise<PageAnswer | null> =>
  postAsPage(server.origin, body, { authorization: toPageHash(body), 'idempotency-key': key }).catch((error: unknown) => {
    if (error instanceof TypeError || error instanceof SyntaxError) return null;
    throw error;
  });
/** A post as it goes over the wire. */
function toRequestText(body: { botId: string; conversationId: string; [name: string]: unknown }): string {
  const text = JSON.stringify(body);
  return `POST ${WEB_VIEW_PATH} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nAuthorization: ${toPageHash(body)}\r\nContent-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`;
}
const toIds = async (talk: Talk) => ({ botId, conversationId: talk.id, userId: (await talk.detail()).consumer.id });
const inbox = async () => webViewPostSchema.array().parse(((await send('GET', `/bots/${botId}/web-view-posts`)) as { posts: unknown }).posts);

describe('posts while the bot is answering', () => {
  it('are answered as queued once they are on disk, and follow in their order', async () => {
    const talk = await begin(send, botId);
    const ids = await toIds(talk);
    const release = called.hold();
    const looking = talk.say('look here');
    await called.whenCalled(1);
    const answers: (PageAnswer | null)[] = [];
    for (const [index, message] of ['count', 'hi', null].entries()) answers.push(await tryPost({ ...ids, message, contextVariables: { index } }, `post-${index}`));
    expect(answers.map((answer) => [answer?.status, answer?.body.message, answer?.body.turn])).toEqual([[200, 'queued', null], [200, 'queued', null], [200, 'none', null]]);
    expect((await inbox()).map(({ outcome }) => outcome)).toEqual(['queued', 'queued', 'queued']);
    release();
    await looking;
    await until(async () => (await inbox()).every(({ outcome }) => outcome === 'applied'));
    expect(toSaid(await talk.messages(1))).toEqual(['consumer: look here', 'bot: One moment.', 'bot: Found ANSWER', 'consumer: count', 'bot: Count 1', 'consumer: hi', 'bot: Hello.']);
    expect((await talk.detail()).variables.webView).toEqual({ index: '2' });
    expect((await tryPost({ ...ids, message: 'count', contextVariables: { index: 0 } }, 'post-0'))?.body).toMatchObject({ eventId: answers[0]?.body.eventId, message: 'delivered', turn: 3 });
  });

  it('of another user, or of another bot’s conversation, are refused then too', async () => {
    const talk = await begin(send, botId);
    const release = called.hold();
    const looking = talk.say('look here');
    await called.whenCalled(1);
    expect(await tryPost({ ...(await toIds(talk)), userId: 'mallory' }, 'forged')).toMatchObject({ status: 403 });
    release();
    await looking;
    expect(await talk.turns()).toHaveLength(2);
    expect((await inbox()).map(({ outcome, reason }) => [outcome, reason?.code])).toEqual([['refused', 'web-view/wrong-user']]);
  });

  it('of one millisecond keep their order through a power cut', async () => {
    const talk = await begin(send, botId);
    const ids = await toIds(talk);
    const release = called.hold();
    void talk.say('look here').catch(() => undefined);
    await called.whenCalled(1);
    const numbers = Array.from({ length: 30 }, (_, index) => String(index));
    // One connection, all requests at once: they come in this order, several in a millisecond.
    const { hostname, port } = new URL(server.origin);
    const socket = connect(Number(port), hostname);
    let answered = '';
    socket.setEncoding('utf8').on('data', (text: string) => (answered += text));
    socket.write(numbers.map((number) => toRequestText({ ...ids, contextVariables: { number } })).join(''));
    await until(() => Promise.resolve(answered.split('"turn":null').length > numbers.length));
    socket.destroy();
    await server.kill();
    release();
    await start();
    await until(async () => (await inbox()).every(({ outcome }) => outcome === 'applied'));
    expect((await talk.turns()).flatMap(({ event }) => (event.kind === 'web-view-posted' ? [event.variables.number] : []))).toEqual(numbers);
  });

  it('are applied once after a power cut', async () => {
    const talk = await begin(send, botId);
    const ids = await toIds(talk);
    const release = called.hold();
    void talk.say('look here').catch(() => undefined);
    await called.whenCalled(1);
    const body = { ...ids, message: 'count' };
    const answer = await tryPost(body, 'once');
    expect(answer?.body.message).toBe('queued');
    await server.kill();
    release();
    await start();
    await until(async () => (await inbox())[0]?.outcome === 'applied');
    expect((await tryPost(body, 'once'))?.body).toMatchObject({ eventId: answer?.body.eventId, message: 'delivered' });
    expect(toSaid(await talk.messages()).filter((text) => text.includes('ount'))).toEqual(['consumer: count', 'bot: Count 1']);
  });
});

it('posts of sixteen pages through power cuts: every acknowledged one is applied exactly once, in order', async () => {
  const [clientCount, postCount] = [16, 60];
  const talks = await Promise.all(Array.from({ length: clientCount }, () => begin(send, botId)));
  let acknowledgedCount = 0;
  const drive = async (talk: Talk) => {
    const ids = await toIds(talk);
    for (let index = 0; index < postCount; index += 1) {
      const body = { ...ids, message: index % 3 === 0 ? null : 'count', contextVariables: { index } };
      const answer = await until(() => tryPost(body, `key-${index}`), 60_000);
      expect([index, answer.status]).toEqual([index, 200]);
      acknowledgedCount += 1;
    }
  };
  const driving = Promise.all(talks.map(drive));
  for (const share of [0.25, 0.6]) {
    await until(() => Promise.resolve(acknowledgedCount > clientCount * postCount * share), 60_000);
    await server.kill();
    await start();
  }
  await driving;
  for (const talk of talks) {
    const events = (await talk.turns()).flatMap(({ event }) => (event.kind === 'web-view-posted' ? [event.variables.index] : []));
    expect(events).toEqual(Array.from({ length: postCount }, (_, index) => String(index)));
    expect((await talk.detail()).variables.session).toMatchObject({ count: 40 });
  }
}, 120_000);
