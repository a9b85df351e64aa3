import { rm, mkdtemp } from 'node:fs/promises';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startCalledApi } from '@/lib/modules/conversation/called-api.fixture';
import { makeTestBot, type Send } from '@/lib/modules/conversation/test-bot.fixture';
import { buildApiProcess, startApiProcess } from '@/scripts/test/start-api-process';
import { startTestApi, type TestApi } from '@/scripts/test/start-test-api';
import { toSend } from '@/scripts/test/talk-to';
import { findTestDatabases } from '@/scripts/test/test-databases';
import { listen, makeChannel, visit } from '@/scripts/test/visit';
import type { MessengerEvent } from '../messenger.schema';

const REDIS_PORT = 6379;
const isRedisThere = await canReachRedis();
const postgres = (await findTestDatabases()).find(({ provider }) => provider === 'postgresql');

const isSeq = (seq: number) => (event: MessengerEvent) => event.kind === 'message' && event.message.seq === seq;
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

/** A way to Redis that can be cut. */
async function startRedisProxy() {
  const sockets = new Set<net.Socket>();
  let isCut = false;
  const server = net.createServer((near) => {
    if (isCut) return near.destroy();
    const far = net.connect(REDIS_PORT, '127.0.0.1');
    for (const [one, other] of [[near, far], [far, near]] as const) {
      sockets.add(one);
      one.on('error', () => undefined).on('close', () => {
        sockets.delete(one);
        other.destroy();
      });
      one.pipe(other);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A listening TCP server's address is an object.
  const { port } = server.address() as net.AddressInfo;
  return {
    url: `redis://127.0.0.1:${port}`,
    cut() {
      isCut = true;
      for (const socket of sockets) socket.destroy();
    },
    mend() {
      isCut = false;
    },
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}

describe.skipIf(!postgres?.isThere)('two processes with PostgreSQL at 127.0.0.1:5432', () => {
  const ways = [
    { name: 'and Redis at 127.0.0.1:6379', isThere: isRedisThere, hasRedis: true },
    { name: 'without Redis', isThere: true, hasRedis: false },
  ];
  describe.each(ways.filter(({ isThere }) => isThere))('$name', ({ hasRedis }) => {
    let one: TestApi;
    let other: TestApi;
    let proxy: Awaited<ReturnType<typeof startRedisProxy>>;
    let drop: () => Promise<void>;
    let send: Send;
    let channelId: string;

    beforeAll(async () => {
      if (!postgres) return;
      const place = await postgres.create();
      ({ drop } = place);
      proxy = await startRedisProxy();
      const env = { DATABASE_URL: place.databaseUrl, MASTER_KEY: Buffer.alloc(32, 7).toString('base64') };
      one = await startTestApi({ ...env, ...(hasRedis ? { REDIS_URL: `redis://127.0.0.1:${REDIS_PORT}` } : {}) });
      other = await startTestApi({ ...env, ...(hasRedis ? { REDIS_URL: proxy.url } : {}) });
      send = toSend(await one.join('Two'));
      channelId = await makeChannel(send, (await makeTestBot(send, 'http://127.0.0.1:9')).botId);
    });
    afterAll(async () => {
      await one.stop();
      await other.stop();
      await proxy.stop();
      await drop();
    });

    it('what is said through one is heard through the other, in order and once; so is what was read', async () => {
      const visitor = await visit(one.origin, channelId);
      const { conversation } = await visitor.begin({ message: { messageId: 'a', text: 'hi' } });
      const live = await listen(other.origin, visitor.token, { conversationId: conversation.id });
      await live.until(isSeq(2));
      for (let count = 0; count < 5; count += 1) await visitor.say(conversation.id, 'count');
      await live.until(isSeq(12));
      expect(live.seqs()).toEqual(upTo(12));
      await visitor.call('PUT', `/messenger/conversations/${conversation.id}/read`, { seq: 12 });
      await live.until((event) => event.kind === 'conversation' && event.conversation.unreadCount === 0 && event.conversation.readSeq === 12);
      live.stop();
    });

    it('messages through both at once come in one order', async () => {
      const visitor = await visit(one.origin, channelId);
      const elsewhere = await visit(other.origin, channelId, { token: visitor.token });
      const { conversation } = await visitor.begin({ message: { messageId: 'a', text: 'hi' } });
      const lives = await Promise.all([one, other].map(({ origin }) => listen(origin, visitor.token, { conversationId: conversation.id })));
      await Promise.all([visitor, elsewhere].map(async (each) => {
        for (let count = 0; count < 10; count += 1) await each.say(conversation.id, 'count');
      }));
      for (const live of lives) {
        await live.until(isSeq(42));
        expect(live.seqs()).toEqual(upTo(42));
        live.stop();
      }
    });

    it.skipIf(!hasRedis)('what was said while a process was cut off from Redis is not lost', async () => {
      const visitor = await visit(one.origin, channelId);
      const { conversation } = await visitor.begin({ message: { messageId: 'a', text: 'hi' } });
      const live = await listen(other.origin, visitor.token, { conversationId: conversation.id });
      await live.until(isSeq(2));
      proxy.cut();
      await visitor.say(conversation.id, 'count');
      expect(live.seqs()).toEqual([1, 2]);
      proxy.mend();
      await live.until(isSeq(4));
      await visitor.say(conversation.id, 'count');
      await live.until(isSeq(6));
      expect(live.seqs()).toEqual(upTo(6));
      live.stop();
    });

    it('what a process wrote that died before it could tell is found by looking', async () => {
      const visitor = await visit(one.origin, channelId);
      const { conversation } = await visitor.begin({ message: { messageId: 'a', text: 'hi' } });
      const live = await visitor.listen({ conversationId: conversation.id });
      await live.until(isSeq(2));
      const { content, ...message } = await one.deps.db.message.findUniqueOrThrow({ where: { conversationId_seq: { conversationId: conversation.id, seq: 2 } } });
      await one.deps.db.message.create({ data: { ...message, seq: 3, content: JSON.stringify({ ...(JSON.parse(content) as object), seq: 3 }) } });
      await one.deps.db.conversation.update({ where: { id: conversation.id }, data: { version: { increment: 1 }, lastSeq: 3 } });
      await one.deps.eventStreams.lookAfter();
      await live.until(isSeq(3));
      live.stop();
    });
  });
});

describe('a process that ends', () => {
  it('a live connection resumes at the next one where it was cut off', async () => {
    await buildApiProcess();
    const dataDir = await mkdtemp(path.join(os.tmpdir(), 'parley-live-'));
    const called = await startCalledApi();
    // Makes the bot and its channel, and lets go of the database.
    const maker = await startTestApi({ DATABASE_URL: `file:${path.join(dataDir, 'parley.db')}`, MASTER_KEY: Buffer.alloc(32, 7).toString('base64') });
    const send = toSend(await maker.join('Restart'));
    const channelId = await makeChannel(send, (await makeTestBot(send, called.origin)).botId);
    await maker.stop();
    const env = { DATA_DIR: dataDir, MASTER_KEY: Buffer.alloc(32, 7).toString('base64') };
    const first = await startApiProcess(env);
    const visitor = await visit(first.origin, channelId);
    const { conversation } = await visitor.begin({ message: { messageId: 'a', text: 'hi' } });
    const before = await visitor.listen({ conversationId: conversation.id });
    await before.until(isSeq(2));
    await visitor.say(conversation.id, 'count', { messageId: 'b' });
    await before.until(isSeq(4));
    await first.kill();
    await before.ended;

    const second = await startApiProcess(env);
    const back = await visit(second.origin, channelId, { token: visitor.token });
    expect(back.contactId).toBe(visitor.contactId);
    await back.say(conversation.id, 'count');
    const lastEventId = before.lastEventId();
    expect(lastEventId).toBe(`${conversation.id}:4`);
    const after = await back.listen({ conversationId: conversation.id, lastEventId: lastEventId ?? '' });
    await after.until(isSeq(6));
    expect(after.seqs()).toEqual([5, 6]);
    await second.kill();
    await called.stop();
    await rm(dataDir, { recursive: true, force: true });
  }, 90_000);
});

async function canReachRedis(): Promise<boolean> {
  const redis = new Redis({ port: REDIS_PORT, host: '127.0.0.1', lazyConnect: true, maxRetriesPerRequest: 1, retryStrategy: () => null });
  redis.on('error', () => undefined);
  return redis.connect().then(
    () => {
      redis.disconnect();
      return true;
    },
    () => false,
  );
}
