import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { request } from 'undici';
import { toPageHash } from '@/lib/modules/web-view/web-view.fixture';
import { WEB_VIEW_PATH } from '@/lib/modules/web-view/web-view.wire';
import { startParley, startServer, type Parley } from './parley';
import { endProcess, startProcess } from './processes';

/** Connected at once. */
const CONNECTION_COUNT = 2_000;
/** Visitors of one channel from one address: fewer than may come in a minute. */
const CHANNEL_VISITOR_COUNT = 250;
const POST_COUNT = 500;
const SETTLE_MS = 10_000;

/** A messenger that is connected. */
interface Connected {
  conversationId: string;
  contactId: string;
  token: string;
  socket: net.Socket | null;
  /** Called once for the bot's next message. */
  onAnswer: (() => void) | null;
}

/** Measures live connections, with SQLite: memory of each, and the time from a page's post to the bot's message shown. */
export async function measureMessenger(): Promise<void> {
  const target = await startProcess(['bench/target-server.mjs']);
  const dataDir = await mkdtemp(path.join(tmpdir(), 'parley-bench-'));
  const maker = await startParley({ dataDir, databaseUrl: null, target });
  await maker.send('PUT', `/bots/${maker.botId}/web-view-settings`, { version: 0, settings: { postsPerMinute: 1_000_000 } });
  const visitors = await makeVisitors(maker);
  await endProcess(maker.server);
  // A fresh process, in which no memory is free that was used before.
  const parley = { ...maker, server: await startServer({ dataDir, databaseUrl: null, canCollect: true }) };

  process.stdout.write('\nFrom a page’s post to the bot’s message in a connected messenger, SQLite\n| connected | p50 | p95 | p99 |\n| --- | --- | --- | --- |\n');
  const [first] = visitors;
  if (!first) throw new Error('There are no visitors.');
  await connect(parley, first);
  await measurePosts(parley, [first]);
  await reportPosts(1, parley, [first]);
  const before = await readMemoryCollected(parley);
  for (let start = 1; start < visitors.length; start += 50) await Promise.all(visitors.slice(start, start + 50).map((visitor) => connect(parley, visitor)));
  await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
  const uncollected = await readMemory(parley);
  const after = await readMemoryCollected(parley);
  await reportPosts(visitors.length, parley, visitors);
  const each = (megabytes: number) => (((megabytes - before) * 1024) / (visitors.length - 1)).toFixed(1);
  process.stdout.write(
    `\nMemory of ${visitors.length} connected messengers: ${each(after)} KB each (resident, garbage collected; ${before.toFixed(0)} MB before, ${after.toFixed(0)} MB with them); ${each(uncollected)} KB each with what connecting them left behind\n`,
  );

  for (const { socket } of visitors) socket?.destroy();
  await endProcess(parley.server);
  await rm(dataDir, { recursive: true, force: true });
  await endProcess(target);
}

async function makeVisitors(parley: Parley): Promise<Connected[]> {
  const visitors: Connected[] = [];
  for (let start = 0; start < CONNECTION_COUNT; start += CHANNEL_VISITOR_COUNT) {
    const channel = (await parley.send('POST', '/channels', { name: `Bench ${start}`, botId: parley.botId, settings: {} })) as { id: string };
    for (let count = 0; count < CHANNEL_VISITOR_COUNT; count += 25) visitors.push(...(await Promise.all(Array.from({ length: 25 }, () => makeVisitor(parley, channel.id)))));
  }
  return visitors;
}

async function makeVisitor({ server }: Parley, channelId: string): Promise<Connected> {
  const post = async (route: string, body: object, token: string | null): Promise<unknown> => {
    const headers = { 'content-type': 'application/json', ...(token === null ? {} : { authorization: `Bearer ${token}` }) };
    const response = await request(`${server.address}/api/messenger${route}`, { method: 'POST', headers, body: JSON.stringify(body) });
    if (response.statusCode !== 201) throw new Error(`${route} answered ${response.statusCode}: ${await response.body.text()}`);
    return response.body.json();
  };
  const { token, contact } = (await post(`/channels/${channelId}/sessions`, {}, null)) as { token: string; contact: { id: string } };
  const { conversation } = (await post('/conversations', { requestId: randomUUID(), message: { messageId: randomUUID(), text: 'hi' } }, token)) as { conversation: { id: string } };
  return { conversationId: conversation.id, contactId: contact.id, token, socket: null, onAnswer: null };
}

/** Resolves when it has been greeted and has its history. */
async function connect({ server }: Parley, visitor: Connected): Promise<void> {
  const { hostname, port } = new URL(server.address);
  const socket = net.connect(Number(port), hostname);
  visitor.socket = socket;
  socket.write(`GET /api/messenger/events?conversationId=${visitor.conversationId} HTTP/1.1\r\nhost: ${hostname}:${port}\r\nauthorization: Bearer ${visitor.token}\r\n\r\n`);
  let tail = '';
  await new Promise<void>((resolve, reject) => {
    visitor.onAnswer = resolve;
    socket.on('error', reject).on('data', (chunk: Buffer) => {
      const text = tail + chunk.toString();
      // Of the bot's message, not of the line in the list.
      if (/event: message\n[^\n]*\ndata: [^\n]*"kind":"bot"/.test(text)) {
        tail = '';
        visitor.onAnswer?.();
        visitor.onAnswer = null;
      } else tail = text.slice(-4_000);
    });
  });
}

async function reportPosts(connectionCount: number, parley: Parley, visitors: Connected[]): Promise<void> {
  const timesMs = (await measurePosts(parley, visitors)).sort((a, b) => a - b);
  const quantile = (share: number) => `${timesMs[Math.min(timesMs.length - 1, Math.floor(timesMs.length * share))]?.toFixed(2)} ms`;
  process.stdout.write(`| ${connectionCount.toLocaleString('en')} | ${quantile(0.5)} | ${quantile(0.95)} | ${quantile(0.99)} |\n`);
}

/** One post after the other, each into another conversation where there are several. */
async function measurePosts({ server, botId }: Parley, visitors: Connected[]): Promise<number[]> {
  const timesMs: number[] = [];
  for (let count = 0; count < POST_COUNT; count += 1) {
    const visitor = visitors[(count * 7) % visitors.length];
    if (!visitor) continue;
    const { conversationId, contactId } = visitor;
    const answered = new Promise<void>((resolve) => {
      visitor.onAnswer = resolve;
    });
    const body = JSON.stringify({ botId, conversationId, userId: contactId, message: 'hi', contextVariables: [{ name: 'PaymentId', value: String(count) }] });
    const sentMs = performance.now();
    const posting = request(`${server.address}${WEB_VIEW_PATH}`, { method: 'POST', headers: { 'content-type': 'application/json', authorization: toPageHash({ conversationId, botId }), 'idempotency-key': randomUUID() }, body });
    await answered;
    timesMs.push(performance.now() - sentMs);
    const response = await posting;
    if (response.statusCode !== 200) throw new Error(`The post was answered ${response.statusCode}: ${await response.body.text()}`);
    await response.body.dump();
  }
  return timesMs;
}

/** Of a server started with `canCollect`, after its main thread has collected its garbage. */
async function readMemoryCollected(parley: Parley): Promise<number> {
  const { child } = parley.server;
  await new Promise<void>((resolve) => {
    child.stdout?.on('data', function hear(chunk: Buffer) {
      if (!chunk.toString().includes('garbage collected')) return;
      child.stdout?.off('data', hear);
      resolve();
    });
    child.kill('SIGUSR2');
  });
  return readMemory(parley);
}

/** Resident memory in megabytes. Source: proc(5). */
async function readMemory({ server }: Parley): Promise<number> {
  const status = await readFile(`/proc/${server.child.pid}/status`, 'utf8');
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1]) / 1024;
}
