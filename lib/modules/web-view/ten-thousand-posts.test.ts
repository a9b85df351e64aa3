import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { request } from 'undici';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { startCalledApi, type CalledApi } from '@/lib/modules/conversation/called-api.fixture';
import { makeTestBot, type Send } from '@/lib/modules/conversation/test-bot.fixture';
import { openDatabase } from '@/lib/platform/db/open-database';
import { buildApiProcess, dropApiProcess, startApiProcess, type ApiProcess } from '@/scripts/test/start-api-process';
import { begin, until, type Talk } from '@/scripts/test/talk-to';
import { findTestDatabases, type TestDatabase } from '@/scripts/test/test-databases';
import { toPageHash } from './web-view.fixture';
import { WEB_VIEW_PATH } from './web-view.wire';

const eventIdSchema = z.object({ eventId: z.string() });
const CLIENT_COUNT = 16;
/** Ten thousand with `TEST_POST_COUNT=10000`; all posts go the same way, so fewer are enough for every run. */
const POSTS_OF_PAGE = Math.ceil(Number(process.env.TEST_POST_COUNT ?? 1_600) / CLIENT_COUNT);
const POST_COUNT = POSTS_OF_PAGE * CLIENT_COUNT;
/** Each so many posts say something too, so that a script counts them. */
const MESSAGE_EVERY = 5;
/** Posts after which a page goes on at the other process, as behind a load balancer. */
const PROCESS_EVERY = 25;
/** Shares of the posts after which a process is killed, the processes taking turns. */
const KILLS_AT = [0.15, 0.35, 0.55, 0.8];
/** Posts that go on when a process is killed, so that it is hit while it works. */
const POSTS_AT_KILL = CLIENT_COUNT * 4;
/** Between two kills, on a machine that is busy with other tests too. */
const PATIENCE_MS = 120_000 + POST_COUNT * 40;

beforeAll(() => buildApiProcess());
afterAll(() => dropApiProcess());

for (const kind of await findTestDatabases()) {
  const processCount = kind.provider === 'postgresql' ? 2 : 1;

  describe.skipIf(!kind.isThere)(`${POST_COUNT.toLocaleString('en')} posts of sixteen pages to ${processCount === 1 ? 'one process' : 'two processes'}, on ${kind.name}`, () => {
    let database: TestDatabase;
    let dataDir: string;
    let called: CalledApi;
    /** Each the process that answers there, or will once it is up again. */
    let servers: Promise<ApiProcess>[];
    /** Places where a process is up. */
    let upPlaces: number[];
    let cookie: string;
    let botId: string;
    /** Aborts when the test is over, so that no page goes on posting after one that failed. */
    let over: AbortController;

    const start = () => startApiProcess({ DATA_DIR: dataDir, DATABASE_URL: database.databaseUrl, OUTBOUND_ALLOW: '127.0.0.1' });
    const send: Send = async (method, route, body) => {
      const response = await fetch(`${(await servers[0])?.origin}/api${route}`, { method, headers: { cookie, 'content-type': 'application/json' }, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
      if (!response.ok) throw new Error(`${route} answered ${response.status}: ${await response.text()}`);
      return response.json();
    };

    beforeEach(async () => {
      database = await kind.create();
      dataDir = await mkdtemp(path.join(os.tmpdir(), 'parley-posts-'));
      called = await startCalledApi();
      over = new AbortController();
      servers = [];
      // One after the other: the first makes the tables.
      while (servers.length < processCount) await servers[servers.push(start()) - 1];
      upPlaces = [...servers.keys()];
      const owner = { name: 'Ada', email: 'ada@example.com', password: 'a long enough pass phrase 7' };
      const joined = await fetch(`${(await servers[0])?.origin}/api/setup/owner`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(owner) });
      cookie = joined.headers.getSetCookie().map((each) => each.split(';')[0]).join('; ');
      ({ botId } = await makeTestBot(send, called.origin));
      await send('PUT', `/bots/${botId}/web-view-settings`, { version: 0, settings: { postsPerMinute: 1_000_000 } });
    });
    afterEach(async () => {
      over.abort();
      for (const server of servers) await (await server).kill();
      await called.stop();
      await database.drop();
      await rm(dataDir, { recursive: true, force: true });
    });

    /** Kills a process; resolves once it is up again. */
    async function kill(place: number): Promise<void> {
      const killed = await servers[place];
      upPlaces = upPlaces.filter((each) => each !== place);
      servers[place] = Promise.resolve(killed?.kill()).then(start);
      await servers[place];
      upPlaces = [...upPlaces, place].sort();
    }

    /** Sends a post until somebody answers it, as a load balancer does: a process that is up, or, where none is, the first that comes up. */
    async function insist(turn: number, body: string, headers: Record<string, string>): Promise<{ status: number; answer: string }> {
      for (let attempt = turn; ; attempt += 1) {
        over.signal.throwIfAborted();
        const server = await (upPlaces.length === 0 ? Promise.any(servers) : servers[upPlaces[attempt % upPlaces.length] ?? 0]);
        const answered = await request(`${server?.origin}${WEB_VIEW_PATH}`, { method: 'POST', body, headers })
          .then(async ({ statusCode, body: answer }) => ({ status: statusCode, answer: await answer.text() }))
          .catch(() => null);
        if (answered) return answered;
      }
    }

    /** One page: posts its numbers in order, each until it is acknowledged. Gives the acknowledgements' event ids. */
    async function post(client: number, talk: Talk, { mayBegin, onAcknowledged }: { mayBegin: () => Promise<void>; onAcknowledged: () => void }): Promise<string[]> {
      const ids = { botId, conversationId: talk.id, userId: (await talk.detail()).consumer.id };
      const authorization = toPageHash(ids);
      const eventIds: string[] = [];
      for (let number = 0; number < POSTS_OF_PAGE; number += 1) {
        const body = { ...ids, ...(saysSomething(number) && { message: 'count' }), contextVariables: { number } };
        await mayBegin();
        const { status, answer } = await insist(client + Math.floor(number / PROCESS_EVERY), JSON.stringify(body), { authorization, 'idempotency-key': `post-${number}`, 'content-type': 'application/json' });
        if (status !== 200) throw new Error(`Post ${number} was answered ${status}: ${answer}`);
        eventIds.push(eventIdSchema.parse(JSON.parse(answer)).eventId);
        onAcknowledged();
      }
      return eventIds;
    }

    it('through kill -9 and restarts: every acknowledged one is applied exactly once, and in order', async () => {
      const talks = await Promise.all(Array.from({ length: CLIENT_COUNT }, () => begin(send, botId)));
      let acknowledgedCount = 0;
      let begunCount = 0;
      // However fast the pages are, each kill comes while they post, and while all processes are up.
      const killsAt = KILLS_AT.map((share) => POST_COUNT * share);
      let begunMax = (killsAt[0] ?? 0) + POSTS_AT_KILL;
      const mayBegin = async () => {
        if (begunCount >= begunMax) await until(() => Promise.resolve(over.signal.aborted || begunCount < begunMax), PATIENCE_MS);
        begunCount += 1;
      };
      const posting = Promise.all(talks.map((talk, client) => post(client, talk, { mayBegin, onAcknowledged: () => (acknowledgedCount += 1) })));
      for (const [index, killAt] of killsAt.entries()) {
        await Promise.race([until(() => Promise.resolve(acknowledgedCount >= killAt + CLIENT_COUNT), PATIENCE_MS), posting]);
        const killing = kill(index % servers.length);
        begunMax = killsAt[index + 1] ?? POST_COUNT;
        await killing;
        begunMax += POSTS_AT_KILL;
      }
      const eventIds = await posting;
      expect(acknowledgedCount).toBe(POST_COUNT);
      expect(new Set(eventIds.flat()).size).toBe(POST_COUNT);

      // What was queued while a process was killed follows by itself.
      const db = await openDatabase(database.databaseUrl);
      await until(async () => (await db.webViewPost.count({ where: { outcome: 'queued' } })) === 0, 30_000);
      for (const talk of talks) {
        const turns = await db.turn.findMany({ where: { conversationId: talk.id }, orderBy: { number: 'asc' }, select: { event: true, status: true } });
        const applied = turns.slice(1).map(({ event }) => Number((JSON.parse(event) as { variables: { number: string } }).variables.number));
        expect(applied).toEqual(Array.from({ length: POSTS_OF_PAGE }, (_, number) => number));
        expect(turns.every(({ status }) => status === 'done')).toBe(true);
        const { variables } = await talk.detail();
        expect(variables).toMatchObject({ webView: { number: String(POSTS_OF_PAGE - 1) }, session: { count: Math.ceil(POSTS_OF_PAGE / MESSAGE_EVERY) } });
      }
      await db.$disconnect();
    }, PATIENCE_MS * 2);
  });
}

function saysSomething(number: number): boolean {
  return number % MESSAGE_EVERY === 0;
}
