import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { Fault } from '@/lib/engine/fault';
import { createApi } from '@/lib/http/create-api';
import { withFramePolicy } from '@/lib/http/frame-policy';
import { toOriginForm } from '@/lib/http/origin-form';
import { getSharedDeps } from '@/lib/http/shared-deps';
import { tellClientAddress } from '@/lib/http/client-address';
import { moveSampleAddress } from '@/lib/modules/workspace/sample-address.store';
import { EnvError, readEnv, type Env } from '@/lib/platform/env';
import { openPages, type Pages } from '@/lib/platform/pages/open-pages';
import { seedSample } from '@/prisma/seed';
import { createSampleBank } from '@/samples/ag-bank/sample-bank';
import { findSampleChannelId } from '@/samples/ag-bank/sample-channel';

/** How long requests under way may take to finish after a stop was asked for. */
const STOP_GRACE_MS = 10_000;
/** Turns get a little less, so that those under way can be put down for the next process. */
const TURN_GRACE_MS = 8_000;
/** Longer than the proxies in front of us keep a connection (60 s by habit), so that none sends a request into one that we are closing. */
const KEEP_ALIVE_MS = 75_000;

async function main() {
  const env = readEnv();
  if (env.isProduction) Fault.callersFrameCount = 0;
  const [deps, pages] = await Promise.all([getSharedDeps(), startPages(env)]);
  // What nobody caught concerns one request or one turn; the others go on.
  for (const kind of ['uncaughtException', 'unhandledRejection']) process.on(kind, (error: unknown) => deps.log.error({ err: error }, `${kind}: nobody caught this`));
  const listeners = {
    api: getRequestListener(createApi(deps).fetch),
    sampleBank: getRequestListener(createSampleBank({ basePath: '/samples/ag-bank', findChannelId: () => findSampleChannelId(deps) }).fetch),
    pages: withFramePolicy(deps, pages.listener),
  };
  const server = createServer((request, response) => {
    request.url = toOriginForm(request.url ?? '/');
    tellClientAddress(request, env.publicUrl);
    chooseListener(listeners, request)(request, response);
  });
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(env.port, env.host, resolve));
  const address = toAddress(env, server.address() as AddressInfo);
  await seedSample(deps, address);
  await moveSampleAddress(deps.db, address);
  await deps.runtime.start();
  process.stdout.write(`Parley is at ${env.publicUrl ?? address}\nIts data lies in ${describeData(env)}\nStop it with Ctrl-C.\n`);

  let isStopping = false;
  const stop = async () => {
    if (isStopping) return;
    isStopping = true;
    process.stdout.write('Stopping: requests under way may finish.\n');
    // They would never finish.
    deps.eventStreams.close();
    const closed = new Promise((resolve) => server.close(resolve));
    // Those in use become idle with their answers.
    setInterval(() => server.closeIdleConnections(), 50);
    const finished = Promise.all([closed, deps.runtime.stop(TURN_GRACE_MS)]);
    await Promise.race([finished, new Promise((resolve) => setTimeout(resolve, STOP_GRACE_MS))]);
    await pages.close();
    await deps.close();
    process.exit(0);
  };
  process.on('SIGINT', () => void stop());
  process.on('SIGTERM', () => void stop());
}

interface Listeners {
  api: RequestListener;
  sampleBank: RequestListener;
  pages: RequestListener;
}

function chooseListener(listeners: Listeners, request: IncomingMessage): RequestListener {
  const path = request.url ?? '/';
  if (path.startsWith('/api/') || path === '/api' || path.startsWith('/thirdparty-services-0.1/')) return listeners.api;
  if (path === '/samples/ag-bank' || path.startsWith('/samples/ag-bank/') || path.startsWith('/samples/ag-bank?')) return listeners.sampleBank;
  return listeners.pages;
}

function startPages({ host, port, publicUrl }: Env): Promise<Pages> {
  const onFall = (error: Error, restartInMs: number) =>
    void getSharedDeps().then(({ log }) => log.error({ err: error, restartInMs }, 'the pages fell over and are started again; everything else goes on'));
  return openPages({ host, port, protocol: publicUrl?.startsWith('https:') ? 'https' : 'http', onFall });
}

function toAddress(env: Env, listening: AddressInfo): string {
  const host = env.host === '0.0.0.0' || env.host === '::' ? '127.0.0.1' : env.host;
  return `http://${host.includes(':') ? `[${host}]` : host}:${listening.port}`;
}

function describeData(env: Env): string {
  if (env.databaseUrl.startsWith('file:')) return env.dataDir;
  const { host, pathname } = new URL(env.databaseUrl);
  return `PostgreSQL ${host}${pathname}; its key lies in ${env.masterKey ? 'MASTER_KEY' : env.dataDir}`;
}

main().catch((error: unknown) => {
  const isInUse = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
  if (isInUse) process.stderr.write('Another program listens on this port. Stop it, or set PORT to a free one, and start again.\n');
  else if (error instanceof EnvError || error instanceof Fault) process.stderr.write(`${error.message}\n`);
  else process.stderr.write(`Parley could not start.\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
});
