import { createServer } from 'node:http';
import net from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeTestBot, type Send } from '@/lib/modules/conversation/test-bot.fixture';
import { openNodeSink, openWebSink, type EventSink } from '@/lib/platform/realtime/event-sink';
import { startTestApi, type TestApi } from '@/scripts/test/start-test-api';
import { toSend, until } from '@/scripts/test/talk-to';
import { makeChannel, visit } from '@/scripts/test/visit';

describe('a sink', () => {
  it('of Node: what a reader does not take waits and can be cut off; writing on does no harm', async () => {
    let answer: (sink: EventSink) => void = () => undefined;
    const opened = new Promise<EventSink>((resolve) => (answer = resolve));
    const server = createServer((_, response) => answer(openNodeSink(response, {})));
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    // A listening TCP server's address is an object.
    const socket = net.connect((server.address() as net.AddressInfo).port, '127.0.0.1');
    socket.pause();
    socket.write('GET / HTTP/1.1\r\nhost: x\r\n\r\n');
    const sink = await opened;
    let isOver = false;
    sink.onOver(() => {
      isOver = true;
    });
    for (let count = 0; count < 200; count += 1) sink.write('x'.repeat(100_000));
    expect(sink.waitingBytes()).toBeGreaterThan(1_000_000);
    sink.cut();
    sink.write('more');
    await sink.whenTaken();
    await until(() => Promise.resolve(isOver));
    socket.destroy();
    server.close();
  });

  it('of the web: tells what waits, and is over when its reader is gone', async () => {
    const stopping = new AbortController();
    const { sink, response } = openWebSink(stopping.signal, { 'x-request-id': 'r' });
    expect(response.headers.get('x-accel-buffering')).toBe('no');
    sink.write('one');
    const reader = response.body?.getReader();
    expect(new TextDecoder().decode((await reader?.read())?.value)).toBe('one');
    sink.write('x'.repeat(100_000));
    expect(sink.waitingBytes()).toBeGreaterThan(90_000);
    let isTaken = false;
    void sink.whenTaken().then(() => {
      isTaken = true;
    });
    await reader?.read();
    await until(() => Promise.resolve(isTaken));
    let isOver = false;
    sink.onOver(() => {
      isOver = true;
    });
    stopping.abort();
    expect(isOver).toBe(true);
    sink.write('more');
    sink.end();
  });
});

describe('a reader that takes nothing', () => {
  let api: TestApi;
  let send: Send;
  beforeAll(async () => {
    api = await startTestApi();
    send = toSend(await api.join('Slow'));
  });
  afterAll(() => api.stop());

  it('is cut off instead of filling the memory; others go on', async () => {
    const channelId = await makeChannel(send, (await makeTestBot(send, 'http://127.0.0.1:9')).botId);
    const visitor = await visit(api.origin, channelId);
    const { conversation } = await visitor.begin({ message: { messageId: 'a', text: 'hi' } });
    const { hostname, port } = new URL(api.origin);
    const slow = net.connect(Number(port), hostname);
    let isClosed = false;
    slow.on('error', () => undefined).on('close', () => {
      isClosed = true;
    });
    slow.pause();
    slow.write(`GET /api/messenger/events?conversationId=${conversation.id} HTTP/1.1\r\nhost: ${hostname}\r\nauthorization: Bearer ${visitor.token}\r\n\r\n`);
    const live = await visitor.listen({ conversationId: conversation.id });
    await live.until(({ kind }) => kind === 'message');
    // News as large as it gets, told as the runtime tells it: only the connections are looked at here.
    const news = (seq: number) => ({
      kind: 'turn' as const,
      conversation: { id: conversation.id, status: 'open' as const, createdAt: new Date().toISOString(), updatedAt: new Date().toISOString(), isAnswering: false },
      version: seq, seqBefore: seq - 1, lastSeq: seq, ownReadSeq: null, notices: [],
      messages: [{ id: `m${seq}`, seq, actor: { kind: 'bot' as const, id: 'b' }, parts: [], plainText: 'x'.repeat(500_000), delayMs: 0, inReplyTo: null, createdAt: new Date().toISOString(), clientMessageId: null }],
    });
    for (let seq = 3; seq < 40; seq += 1) {
      api.deps.realtime.publish(`consumer:${visitor.contactId}`, news(seq));
      await live.until((event) => event.kind === 'message' && event.message.seq === seq);
    }
    slow.resume();
    await until(() => Promise.resolve(isClosed));
    expect(live.seqs().at(-1)).toBe(39);
    live.stop();
  });

  it('connections end at once when the server stops, and no new ones are taken', async () => {
    const own = await startTestApi();
    const ownSend = toSend(await own.join('Stop'));
    const visitor = await visit(own.origin, await makeChannel(ownSend, (await makeTestBot(ownSend, 'http://127.0.0.1:9')).botId));
    const live = await visitor.listen();
    await live.until(({ kind }) => kind === 'hello');
    own.deps.eventStreams.close();
    await live.ended;
    expect((await visitor.listen()).status).toBe(429);
    await own.stop();
  });
});
