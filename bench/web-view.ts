import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { toPageHash } from '@/lib/modules/web-view/web-view.fixture';
import { WEB_VIEW_PATH } from '@/lib/modules/web-view/web-view.wire';
import { measureLoad, median, type Load, type LoadResult } from './load';
import { begin, hasPostgres, POSTGRES_URL, startParley, withPostgres, type Parley } from './parley';
import { endProcess, startProcess, type MeasuredProcess } from './processes';

const ROUNDS = 3;
const ROUND_MS = 3_000;

/** Measures posts of pages, with SQLite and, where it is reachable, PostgreSQL, beside a plain Node server that only verifies the hash. */
export async function measureWebView(): Promise<void> {
  const target = await startProcess(['bench/target-server.mjs']);
  const plain = await startProcess(['bench/plain-hash.mjs']);
  const schema = `parley_bench_${randomBytes(4).toString('hex')}`;
  const databases: [string, string | null][] = [['SQLite', null]];
  if (await hasPostgres()) databases.push(['PostgreSQL', `${POSTGRES_URL}?schema=${schema}`]);
  for (const [name, databaseUrl] of databases) {
    const dataDir = await mkdtemp(path.join(tmpdir(), 'parley-bench-'));
    const parley = await startParley({ dataDir, databaseUrl, target });
    await parley.send('PUT', `/bots/${parley.botId}/web-view-settings`, { version: 0, settings: { postsPerMinute: 1_000_000 } });
    await measurePosts(name, parley, plain);
    await endProcess(parley.server);
    await rm(dataDir, { recursive: true, force: true });
  }
  await Promise.all([endProcess(plain), endProcess(target)]);
  if (databases.length > 1) await withPostgres((client) => client.query(`DROP SCHEMA IF EXISTS ${schema} CASCADE`));
}

/** Kinds of post, with the status that they are answered with. */
const POSTS = [
  { what: 'variables only', message: undefined, status: 200 },
  { what: 'with a message', message: 'hi', status: 200 },
  { what: 'wrong hash', message: 'hi', status: 401 },
] as const;

async function measurePosts(name: string, parley: Parley, plain: MeasuredProcess): Promise<void> {
  process.stdout.write(`\nPosts of pages, ${name}\n| post | clients | Parley | p50 | p95 | p99 | plain Node | ratio |\n| --- | --- | --- | --- | --- | --- | --- | --- |\n`);
  for (const { what, message, status } of POSTS) {
    for (const clientCount of [1, 16]) {
      const load = await toLoad(parley, { message, status, clientCount });
      const plainLoad: Load = { ...load, address: plain.address, path: '/' };
      await measureLoad({ ...load, durationMs: 1_500 });
      await measureLoad({ ...plainLoad, durationMs: 1_000 });
      const rounds: [LoadResult, LoadResult][] = [];
      for (let round = 0; round < ROUNDS; round += 1) rounds.push([await measureLoad(load), await measureLoad(plainLoad)]);
      const middle = (pick: (own: LoadResult, other: LoadResult) => number) => median(rounds.map(([own, other]) => pick(own, other)));
      const times = [middle((own) => own.p50Ms), middle((own) => own.p95Ms), middle((own) => own.p99Ms)].map((ms) => `${ms.toFixed(2)} ms`).join(' | ');
      const ratio = middle((own, other) => own.requestsPerSecond / other.requestsPerSecond);
      process.stdout.write(`| ${what} | ${clientCount} | ${middle((own) => own.requestsPerSecond).toFixed(0)}/s | ${times} | ${middle((_, other) => other.requestsPerSecond).toFixed(0)}/s | ${ratio.toFixed(3)} |\n`);
    }
  }
}

/** Each client posts into a conversation of its own; no two posts are the same. */
async function toLoad(parley: Parley, { message, status, clientCount }: { message: string | undefined; status: number; clientCount: number }): Promise<Load> {
  const { botId, send, server } = parley;
  const pages = await Promise.all(
    Array.from({ length: clientCount }, async () => {
      const conversationId = await begin(parley);
      const { consumer } = (await send('GET', `/conversations/${conversationId}`)) as { consumer: { id: string } };
      const authorization = status === 200 ? toPageHash({ conversationId, botId }) : 'f'.repeat(64);
      return { authorization, ids: { botId, conversationId, userId: consumer.id } };
    }),
  );
  let count = 0;
  const toBody = (client: number) => JSON.stringify({ ...pages[client]?.ids, message, contextVariables: [{ name: 'PaymentId', value: String((count += 1)) }] });
  return { address: server.address, path: WEB_VIEW_PATH, body: toBody, headers: (client) => ({ authorization: pages[client]?.authorization ?? '' }), status, clientCount, durationMs: ROUND_MS };
}
