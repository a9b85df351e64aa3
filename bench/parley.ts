import pg from 'pg';
import { makeTestBot, type Send } from '@/lib/modules/conversation/test-bot.fixture';
import { startProcess, type MeasuredProcess } from './processes';

/** Where PostgreSQL is expected. */
export const POSTGRES_URL = process.env.BENCH_POSTGRES_URL ?? 'postgres://postgres@127.0.0.1:5432/test';
/** What is measured: the built server, unless told otherwise. */
const SERVER = (process.env.BENCH_SERVER ?? 'dist/server.mjs').split(' ');

/** The measured server, with somebody signed in and the test bot. */
export interface Parley {
  server: MeasuredProcess;
  cookie: string;
  botId: string;
  send: Send;
}

/** Where a measured server keeps what. */
interface ServerPlace {
  dataDir: string;
  databaseUrl: string | null;
  /** Whether it collects its garbage when it is told to. */
  canCollect?: boolean;
}

/** Starts the server alone. */
export function startServer({ dataDir, databaseUrl, canCollect = false }: ServerPlace): Promise<MeasuredProcess> {
  const env = { NODE_ENV: 'production', PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'error', OUTBOUND_ALLOW: '127.0.0.1' };
  const args = [...(canCollect ? ['--import', './bench/collect-garbage.mjs'] : []), ...SERVER];
  return startProcess(args, { ...env, ...(databaseUrl === null ? {} : { DATABASE_URL: databaseUrl }) });
}

/** Starts it on an empty database. */
export async function startParley({ target, ...place }: ServerPlace & { target: MeasuredProcess }): Promise<Parley> {
  const server = await startServer(place);
  const owner = { name: 'Bench', email: 'bench@example.com', password: 'a pass phrase for the bench' };
  const joined = await fetch(`${server.address}/api/setup/owner`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(owner) });
  const cookie = joined.headers.getSetCookie().map((each) => each.split(';')[0]).join('; ');
  const send: Send = async (method, route, body) => {
    const response = await fetch(`${server.address}/api${route}`, { method, headers: { cookie, 'content-type': 'application/json' }, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
    if (!response.ok) throw new Error(`${route} answered ${response.status}: ${await response.text()}`);
    return response.json();
  };
  const { botId } = await makeTestBot(send, target.address);
  return { server, cookie, botId, send };
}

/** Begins a live conversation; gives its id. */
export async function begin({ send, botId }: Parley): Promise<string> {
  const answer = await send('POST', `/bots/${botId}/conversations`, { kind: 'live' });
  return (answer as { conversation: { id: string } }).conversation.id;
}

/** Whether PostgreSQL can be measured. */
export async function hasPostgres(): Promise<boolean> {
  return withPostgres(() => Promise.resolve()).then(() => true, () => false);
}

/** Does something in PostgreSQL. */
export async function withPostgres(work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: POSTGRES_URL, connectionTimeoutMillis: 2_000 });
  await client.connect();
  await work(client).finally(() => client.end());
}
