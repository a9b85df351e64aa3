import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { measureLoad, median, type Load, type LoadResult } from './load';
import { endProcess, startProcess } from './processes';

/** Rounds of each pair; Parley and the plain server take turns, so that a drifting machine speed cancels out. */
const ROUNDS = 3;
const ROUND_MS = 3_000;

const SCRIPT = `
var response = JSON.parse(botContext.getBotVariable('api_BENCH').jsonData).api_BENCH;
var open = [];
for (var i = 0; i < response.items.length; i++) {
  if (response.items[i].open) open.push({ name: response.items[i].title, amount: response.items[i].balance });
}
var result = botContext.getBotVariable('api_BENCH');
result.jsonData = JSON.stringify({ api_BENCH: { items: open } });
botContext.setBotVariable('api_BENCH', result, true, false);
`;

interface Parley {
  address: string;
  cookie: string;
  botId: string;
}

/** Measures integration runs through HTTP against a plain Node server that does the same job, and prints ratios. */
export async function measureIntegrationRuns(): Promise<void> {
  const target = await startProcess(['bench/target-server.mjs']);
  const plain = await startProcess(['bench/plain-server.mjs', target.address]);
  const dataDir = await mkdtemp(path.join(tmpdir(), 'parley-bench-'));
  const server = await startProcess(['dist/server.mjs'], {
    NODE_ENV: 'production',
    PORT: '0',
    DATA_DIR: dataDir,
    LOG_LEVEL: 'error',
    OUTBOUND_ALLOW: new URL(target.address).host,
  });
  const parley = await prepareBot(server.address);

  process.stdout.write('\nIntegration runs through HTTP: POST in, call a local server, transform, answer\n');
  process.stdout.write('| job | clients | Parley | plain Node | ratio | added p50 |\n| --- | --- | --- | --- | --- | --- |\n');
  for (const kb of [2, 690]) {
    for (const withScript of [false, true]) {
      const integrationId = await createIntegration(parley, { url: `${target.address}/?kb=${kb}`, withScript });
      for (const clientCount of [1, 16]) {
        const round = { clientCount, durationMs: ROUND_MS };
        const parleyLoad: Load = { ...round, address: parley.address, path: `/api/bots/${parley.botId}/integrations/${integrationId}/runs`, body: '{}', headers: { cookie: parley.cookie } };
        const plainLoad: Load = { ...round, address: plain.address, path: '/', body: JSON.stringify({ kb, withScript }) };
        printRow(`${kb} KB${withScript ? ' with script' : ''}`, clientCount, await measurePair(parleyLoad, plainLoad));
      }
    }
  }
  await Promise.all([endProcess(server), endProcess(plain), endProcess(target)]);
  await rm(dataDir, { recursive: true, force: true });
}

async function measurePair(a: Load, b: Load): Promise<{ a: LoadResult[]; b: LoadResult[] }> {
  const results = { a: [] as LoadResult[], b: [] as LoadResult[] };
  await measureLoad({ ...a, durationMs: 1_500 });
  await measureLoad({ ...b, durationMs: 1_500 });
  for (let round = 0; round < ROUNDS; round += 1) {
    results.a.push(await measureLoad(a));
    results.b.push(await measureLoad(b));
  }
  return results;
}

function printRow(job: string, clientCount: number, { a, b }: { a: LoadResult[]; b: LoadResult[] }): void {
  const rate = (results: LoadResult[]) => median(results.map((result) => result.requestsPerSecond));
  const ratio = median(a.map((result, index) => result.requestsPerSecond / (b[index]?.requestsPerSecond ?? Number.NaN)));
  const addedMs = median(a.map((result, index) => result.p50Ms - (b[index]?.p50Ms ?? Number.NaN)));
  process.stdout.write(`| ${job} | ${clientCount} | ${rate(a).toFixed(0)}/s | ${rate(b).toFixed(0)}/s | ${ratio.toFixed(3)} | ${addedMs.toFixed(2)} ms |\n`);
}

async function prepareBot(address: string): Promise<Parley> {
  const owner = await fetch(`${address}/api/setup/owner`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'Bench', email: 'bench@example.com', password: 'a pass phrase for the bench' }),
  });
  const cookie = owner.headers.getSetCookie().map((each) => each.split(';')[0]).join('; ');
  const bot = await post({ address, cookie }, '/api/bots', { name: 'Bench' });
  return { address, cookie, botId: bot.id };
}

async function createIntegration(parley: Parley, { url, withScript }: { url: string; withScript: boolean }): Promise<string> {
  const name = `Bench ${url} ${withScript}`;
  const definition = {
    name,
    responseVariable: 'BENCH',
    url,
    transformScript: withScript ? SCRIPT : '',
    customDataFields: [{ key: 'title', path: withScript ? '{$.api_BENCH.items[i].name}' : '{$.api_BENCH.items[i].title}' }],
  };
  // Every integration writes to a variable of its own bot.
  const bot = await post(parley, '/api/bots', { name });
  parley.botId = bot.id;
  return (await post(parley, `/api/bots/${bot.id}/integrations`, { definition })).id;
}

async function post({ address, cookie }: Pick<Parley, 'address' | 'cookie'>, route: string, body: unknown): Promise<{ id: string }> {
  const response = await fetch(`${address}${route}`, { method: 'POST', headers: { 'content-type': 'application/json', cookie }, body: JSON.stringify(body) });
  const answer: unknown = await response.json();
  if (!response.ok || typeof answer !== 'object' || answer === null || !('id' in answer)) throw new Error(`${route} answered ${response.status}: ${JSON.stringify(answer)}`);
  return { id: String(answer.id) };
}
