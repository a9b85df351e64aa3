import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { MessengerEvent } from '@/lib/modules/messenger/messenger.schema';
import { createLiveConnection, type ConnectionStatus, type LiveConnection, type LiveTimes } from './live-connection';

const hello: MessengerEvent = { kind: 'hello', conversations: [] };
const working: MessengerEvent = { kind: 'activity', conversationId: 'c', isAnswering: true };
const toText = (event: MessengerEvent) => `event: ${event.kind}\ndata: ${JSON.stringify(event)}\n\n`;
const closers: (() => void)[] = [];

afterEach(() => {
  for (const close of closers.splice(0)) close();
});

/** A server that answers streams as told, one behaviour per connection, the last one for all further ones. */
async function connect(behaviours: ((response: ServerResponse) => void)[], { poll = () => Promise.resolve(), times = {} }: { poll?: () => Promise<void>; times?: Partial<LiveTimes> } = {}) {
  let count = 0;
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    behaviours[Math.min(count++, behaviours.length - 1)]?.(response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const seen: MessengerEvent[] = [];
  const statuses: ConnectionStatus[] = [];
  const connection: LiveConnection = createLiveConnection({
    open: (signal) => fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, { signal }),
    poll,
    onEvent: (event) => seen.push(event),
    onStatus: (status) => (statuses.at(-1) === status ? undefined : statuses.push(status)),
    times: { hello: 10_000, silence: 10_000, poll: 20, streamAgain: 400, ...times },
  });
  closers.push(() => {
    connection.stop();
    server.closeAllConnections();
    server.close();
  });
  connection.restart();
  return { connection, seen, statuses, connectionCount: () => count };
}

const speak = (...events: MessengerEvent[]) => (response: ServerResponse) => response.write(events.map(toText).join(''));
const speakAndEnd = (...events: MessengerEvent[]) => (response: ServerResponse) => response.end(events.map(toText).join(''));

describe('createLiveConnection', () => {
  it('tells events as they come', async () => {
    const { seen, statuses } = await connect([speak(hello, working)]);
    await vi.waitFor(() => expect(seen).toEqual([hello, working]));
    expect(statuses).toEqual(['connecting', 'live']);
  });

  it('connects again by itself when the server ends it', async () => {
    const { seen, statuses } = await connect([speakAndEnd(hello), speak(hello, working)]);
    await vi.waitFor(() => expect(seen).toEqual([hello, hello, working]), 3_000);
    expect(statuses.slice(0, 3)).toEqual(['connecting', 'live', 'lost']);
    expect(statuses.at(-1)).toBe('live');
  });

  it('reads an event that arrives in pieces', async () => {
    const text = toText(hello);
    const { seen } = await connect([
      (response) => {
        response.write(text.slice(0, 20));
        setTimeout(() => response.write(text.slice(20)), 30);
      },
    ]);
    await vi.waitFor(() => expect(seen).toEqual([hello]));
  });

  it('asks again and again where a proxy holds the stream back, and tries a stream again later', async () => {
    const poll = vi.fn(() => Promise.resolve());
    const { statuses } = await connect([() => undefined, speak(hello)], { poll, times: { hello: 500 } });
    await vi.waitFor(() => expect(statuses).toEqual(['connecting', 'polling', 'connecting', 'live']), 3_000);
    expect(poll.mock.calls.length).toBeGreaterThan(2);
  });

  it('takes a connection for dead that says nothing for long', async () => {
    const { connectionCount } = await connect([speak(hello), speak(hello)], { times: { silence: 200 } });
    await vi.waitFor(() => expect(connectionCount()).toBeGreaterThan(1), 3_000);
  });

  it('tries at once when it is woken', async () => {
    const { connection, statuses, seen } = await connect([speakAndEnd(), speakAndEnd(), speakAndEnd(), speak(hello)]);
    await vi.waitFor(
      () => {
        if (statuses.at(-1) === 'lost') connection.wake();
        expect(seen).toEqual([hello]);
      },
      { timeout: 3_000, interval: 10 },
    );
  });

  it('says nothing more once it is stopped', async () => {
    const { connection, statuses } = await connect([speak(hello)]);
    await vi.waitFor(() => expect(statuses.at(-1)).toBe('live'));
    connection.stop();
    expect(statuses.at(-1)).toBe('idle');
  });
});
