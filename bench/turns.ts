import { randomBytes, randomUUID } from 'node:crypto';
import { readFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { measureLoad, median, type Load, type LoadResult } from './load';
import { begin, hasPostgres, POSTGRES_URL, startParley, withPostgres, type Parley } from './parley';
import { endProcess, startProcess, type MeasuredProcess } from './processes';

const ROUNDS = 3;
const ROUND_MS = 3_000;

/** Measures turns through HTTP, with SQLite and, where it is reachable, PostgreSQL, beside a plain Node server doing the same exchange. */
export async function measureTurns(): Promise<void> {
  const target = await startProcess(['bench/target-server.mjs']);
  const plain = await startProcess(['bench/plain-turns.mjs', target.address]);
  const schema = `parley_bench_${randomBytes(4).toString('hex')}`;
  const databases: [string, string | null][] = [['SQLite', null]];
  if (await hasPostgres()) databases.push(['PostgreSQL', `${POSTGRES_URL}?schema=${schema}`]);
  else process.stdout.write(`\nPostgreSQL is not reachable at ${POSTGRES_URL}: only SQLite is measured.\n`);
  for (const [name, databaseUrl] of databases) {
    const dataDir = await mkdtemp(path.join(tmpdir(), 'parley-bench-'));
    const parley = await startParley({ dataDir, databaseUrl, target });
    await measureThroughput(name, parley, plain);
    await measureLengths(name, parley);
    await measureMemory(name, parley);
    await endProcess(parley.server);
    await rm(dataDir, { recursive: true, force: true });
  }
  await Promise.all([endProcess(plain), endProcess(target)]);
  if (databases.length > 1) await withPostgres((client) => client.query(`DROP SCHEMA IF EXISTS ${schema} CASCADE`));
}

async function measureThroughput(name: string, parley: Parley, plain: MeasuredProcess): Promise<void> {
  process.stdout.write(`\nTurns through HTTP, ${name}\n| turn | clients | Parley | p50 | p95 | p99 | plain Node | ratio |\n| --- | --- | --- | --- | --- | --- | --- | --- |\n`);
  for (const [turn, text] of [['no call', 'hi'], ['one call + transform', 'look here']] as const) {
    for (const clientCount of [1, 16]) {
      const ids = await Promise.all(Array.from({ length: clientCount }, () => begin(parley)));
      const load: Load = { ...toLoad(parley, text), path: (client) => `/api/conversations/${ids[client]}/messages`, clientCount, durationMs: ROUND_MS };
      const plainLoad: Load = { address: plain.address, path: '/', body: load.body, clientCount, durationMs: ROUND_MS };
      await measureLoad({ ...load, durationMs: 1_500 });
      await measureLoad({ ...plainLoad, durationMs: 1_000 });
      const rounds: [LoadResult, LoadResult][] = [];
      for (let round = 0; round < ROUNDS; round += 1) rounds.push([await measureLoad(load), await measureLoad(plainLoad)]);
      const middle = (pick: (own: LoadResult, other: LoadResult) => number) => median(rounds.map(([own, other]) => pick(own, other)));
      const times = [middle((own) => own.p50Ms), middle((own) => own.p95Ms), middle((own) => own.p99Ms)].map((ms) => `${ms.toFixed(2)} ms`).join(' | ');
      const ratio = middle((own, other) => own.requestsPerSecond / other.requestsPerSecond);
      process.stdout.write(`| ${turn} | ${clientCount} | ${middle((own) => own.requestsPerSecond).toFixed(0)}/s | ${times} | ${middle((_, other) => other.requestsPerSecond).toFixed(0)}/s | ${ratio.toFixed(3)} |\n`);
    }
  }
}

/** Three conversations of different lengths take turns, so that a drifting machine speed hits all alike. */
async function measureLengths(name: string, parley: Parley): Promise<void> {
  const lengths = [10, 1_000, 10_000];
  const ids: string[] = [];
  for (const length of lengths) ids.push(await fill(parley, length));
  const results: LoadResult[][] = lengths.map(() => []);
  for (let round = 0; round < 9; round += 1) {
    for (const [index, id] of ids.entries()) results[index]?.push(await measureLoad({ ...toLoad(parley, 'hi'), path: `/api/conversations/${id}/messages`, clientCount: 1, durationMs: 700 }));
  }
  process.stdout.write(`\nCost of a turn by the conversation's length, one client, ${name}\n| messages | p50 | against the first |\n| --- | --- | --- |\n`);
  const times = results.map((rounds) => median(rounds.map(({ p50Ms }) => p50Ms)));
  for (const [index, length] of lengths.entries()) process.stdout.write(`| ${length} | ${times[index]?.toFixed(2)} ms | ${((times[index] ?? 0) / (times[0] ?? 1)).toFixed(3)} |\n`);
}

async function measureMemory(name: string, parley: Parley): Promise<void> {
  const before = await readMemory(parley.server);
  const count = 10_000;
  for (let start = 0; start < count; start += 50) await Promise.all(Array.from({ length: 50 }, () => begin(parley)));
  const after = await readMemory(parley.server);
  process.stdout.write(`\nMemory of 10,000 idle conversations, ${name}: ${(after - before).toFixed(0)} MB (resident, ${before.toFixed(0)} MB before)\n`);
}

/** A conversation with about that many messages. */
async function fill(parley: Parley, messageCount: number): Promise<string> {
  const id = await begin(parley);
  for (let count = 1; count < messageCount; count += 2) await parley.send('POST', `/conversations/${id}/messages`, { messageId: randomUUID(), text: 'hi' });
  return id;
}

function toLoad({ server, cookie }: Parley, text: string) {
  return { address: server.address, body: () => JSON.stringify({ messageId: randomUUID(), text }), headers: { cookie } };
}

/** Resident memory in megabytes. Source: proc(5). */
async function readMemory({ child }: MeasuredProcess): Promise<number> {
  const status = await readFile(`/proc/${child.pid}/status`, 'utf8');
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1]) / 1024;
}
