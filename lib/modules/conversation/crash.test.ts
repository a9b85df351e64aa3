import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Message } from '@/lib/engine/messages/message.schema';
import { openDatabase } from '@/lib/platform/db/open-database';
import { unpackJson } from '@/lib/platform/db/packed-json';
import { buildApiProcess, dropApiProcess, startApiProcess, type ApiProcess } from '@/scripts/test/start-api-process';
import { findTestDatabases, type TestDatabase } from '@/scripts/test/test-databases';
import { startCalledApi, type CalledApi } from './called-api.fixture';
import type { TurnAnswer } from './conversation.contract';
import { journalEntrySchema } from './conversation.schema';
import { begin, talkTo, toSaid, until } from '@/scripts/test/talk-to';
import { makeTestBot, type Send, type TestBot } from './test-bot.fixture';

/** A machine that is busy with other tests too takes long to start a process, and each cut off turn waits for some. */
const PATIENCE_MS = 240_000;
/** A turn that is cut off five times may be the cause and is given up, so a storm that must give none up has fewer; between storms all turns end. */
const KILLS_IN_STORM = 4;

beforeAll(() => buildApiProcess());
afterAll(() => dropApiProcess());

for (const kind of await findTestDatabases()) {
  describe.skipIf(!kind.isThere)(`a power cut, on ${kind.name}`, { timeout: PATIENCE_MS }, () => {
    let database: TestDatabase;
    let dataDir: string;
    let called: CalledApi;
    let server: ApiProcess;
    let cookie: string;
    let bot: TestBot;

    const start = async () => {
      server = await startApiProcess({ DATA_DIR: dataDir, DATABASE_URL: database.databaseUrl, OUTBOUND_ALLOW: '127.0.0.1' });
    };
    /** Null when nobody answers, or the answer breaks off. */
    const trySend = async (method: string, route: string, body?: unknown): Promise<unknown> => {
      try {
        const response = await fetch(`${server.origin}/api${route}`, { method, headers: { cookie, 'content-type': 'application/json' }, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
        const answer: unknown = await response.json();
        if (!response.ok) throw new Error(`${route} answered ${response.status}: ${JSON.stringify(answer)}`);
        return answer;
      } catch (error) {
        if (error instanceof TypeError || error instanceof SyntaxError) return null;
        throw error;
      }
    };
    /** Sends the same again until there is an answer. */
    const send: Send = (method, route, body) => until(() => trySend(method, route, body), PATIENCE_MS);

    const countCalls = (text: string) => called.calls.filter((call) => call.said === text).length;

    beforeEach(async () => {
      database = await kind.create();
      dataDir = await mkdtemp(path.join(os.tmpdir(), 'parley-crash-'));
      called = await startCalledApi(25);
      await start();
      const owner = { name: 'Ada', email: 'ada@example.com', password: 'a long enough pass phrase 7' };
      const joined = await fetch(`${server.origin}/api/setup/owner`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(owner) });
      cookie = joined.headers.getSetCookie().map((each) => each.split(';')[0]).join('; ');
      bot = await makeTestBot(send, called.origin);
    });
    afterEach(async () => {
      await server.kill();
      await called.stop();
      await database.drop();
      await rm(dataDir, { recursive: true, force: true });
    });

    /** While nobody runs: what was written of the turns that were cut off; with PostgreSQL, lets the next process have them at once. */
    async function inspect() {
      const db = await openDatabase(database.databaseUrl);
      const turns = await db.turn.findMany({ where: { status: 'running' } });
      await db.turn.updateMany({ where: { status: 'running' }, data: { leaseUntil: new Date(0) } });
      const clientMessageIds = (await db.message.findMany({ select: { clientMessageId: true } })).map((row) => row.clientMessageId);
      const journals = await Promise.all(turns.map(async ({ event, journal }) => ({ said: (JSON.parse(event) as { text: string }).text, calls: journal ? journalEntrySchema.array().parse(await unpackJson(journal)) : [] })));
      await db.$disconnect();
      return { journals, clientMessageIds: new Set(clientMessageIds) };
    }

    /** While nobody runs: turns that nobody but their owner may go on with. */
    async function listLeasedTurns() {
      const db = await openDatabase(database.databaseUrl);
      const turns = await db.turn.findMany({ where: { status: 'running', leaseUntil: { gt: new Date() } }, select: { number: true } });
      await db.$disconnect();
      return turns;
    }

    it.each([
      ['pay 1', ['consumer: pay 1', 'bot: One moment.', 'bot: Cut off.'], 1],
      ['look 1', ['consumer: look 1', 'bot: One moment.', 'bot: Found ANSWER'], 2],
    ])('while the call of “%s” is under way: the turn goes on by itself, and a call that must not be repeated is not', async (text, said, callCount) => {
      const talk = await begin(send, bot.botId);
      const release = called.hold();
      const waiting = trySend('POST', `/conversations/${talk.id}/messages`, { messageId: 'once', text });
      await called.whenCalled(1);
      await server.kill();
      expect(await waiting).toBeNull();
      release();
      expect((await inspect()).journals).toMatchObject([{ said: text, calls: [{ kind: 'call-integration', result: null }] }]);
      await start();
      const again = talkTo(send, talk.id);
      await until(async () => (await again.turns()).at(-1)?.status === 'done');
      expect(toSaid(await again.messages(1))).toEqual(said);
      expect(toSaid((await again.say(text, 'once')).messages)).toEqual(said);
      expect(called.calls).toHaveLength(callCount);
    });

    it('during a second call: the first, whose answer is recorded, is not made again', async () => {
      const talk = await begin(send, bot.botId);
      const release = called.hold({ method: 'POST' });
      void trySend('POST', `/conversations/${talk.id}/messages`, { messageId: 'once', text: 'both 1' });
      await called.whenCalled(2);
      expect(toSaid(await talk.messages(1))).toEqual(['consumer: both 1', 'bot: Found ANSWER']);
      await server.kill();
      release();
      expect((await inspect()).journals).toMatchObject([{ calls: [{ result: { kind: 'call-finished' } }, { result: null }] }]);
      await start();
      expect(toSaid((await talkTo(send, talk.id).say('both 1', 'once')).messages)).toEqual(['consumer: both 1', 'bot: Found ANSWER', 'bot: Cut off.']);
      expect(called.calls.map(({ method }) => method)).toEqual(['GET', 'POST']);
    });

    it('each time that one turn is carried out: tried alone at last, it is given up; the consumer is told, and nobody else’s turn is', async () => {
      const [guilty, innocent] = [await begin(send, bot.botId), await begin(send, bot.botId)];
      let release = called.hold();
      for (const [talk, text] of [[guilty, 'look 1'], [innocent, 'look 2']] as const) void trySend('POST', `/conversations/${talk.id}/messages`, { messageId: 'once', text });
      for (let kills = 1; kills <= 5; kills += 1) {
        // After two cuts either may be the one, but only the guilty one is hit while it is alone.
        await until(() => Promise.resolve(countCalls('look 1') === kills && (kills > 2 || countCalls('look 2') === kills)), 30_000);
        await server.kill();
        release();
        release = called.hold(kills < 2 ? {} : { said: 'look 1' });
        await inspect();
        await start();
      }
      const again = talkTo(send, guilty.id);
      await until(async () => (await again.turns()).at(-1)?.status === 'failed', 30_000);
      const said = ['consumer: look 1', 'bot: One moment.', 'bot: Sorry, something went wrong. Please try again.'];
      expect(toSaid(await again.messages(1))).toEqual(said);
      const answer = await again.say('look 1', 'once');
      expect(toSaid(answer.messages)).toEqual(said);
      expect((await again.turn(answer.turn.number)).trace).toEqual(expect.arrayContaining([expect.objectContaining({ kind: 'fault', code: 'turn/given-up' })]));
      expect(countCalls('look 1')).toBe(5);
      expect(toSaid((await again.say('count')).messages)).toEqual(['consumer: count', 'bot: Count 1']);
      expect(toSaid((await talkTo(send, innocent.id).say('look 2', 'once')).messages)).toEqual(['consumer: look 2', 'bot: One moment.', 'bot: Found ANSWER']);
    });

    it('that was a stop in good order: it is noted, so that it never counts, and the next process may go on at once', async () => {
      const talk = await begin(send, bot.botId);
      const release = called.hold();
      void trySend('POST', `/conversations/${talk.id}/messages`, { messageId: 'once', text: 'look 1' }).catch(() => undefined);
      for (let stops = 1; stops <= 2; stops += 1) {
        await called.whenCalled(stops);
        await server.stop();
        expect(await listLeasedTurns()).toEqual([]);
        if (stops === 1) await start();
      }
      expect((await inspect()).journals.map(({ calls }) => calls.map(({ kind }) => kind))).toEqual([['call-integration', 'stop', 'try', 'stop']]);
      release();
      await start();
      expect(toSaid((await talkTo(send, talk.id).say('look 1', 'once')).messages)).toEqual(['consumer: look 1', 'bot: One moment.', 'bot: Found ANSWER']);
    });

    it('at many moments: nothing acknowledged is lost, no message and no recorded call is repeated', async () => {
      const storms = kind.provider === 'sqlite' ? 2 : 1;
      let isOver = false;
      const consumers = await Promise.all(Array.from({ length: 6 }, async () => ({ talk: await begin(send, bot.botId), said: [] as string[], answers: new Map<string, TurnAnswer>() })));
      const chat = async ({ talk, said, answers }: (typeof consumers)[number], consumer: number) => {
        for (let number = said.length; !isOver; number += 1) {
          const text = number % 3 === 0 ? 'count' : `${number % 3 === 1 ? 'pay' : 'look'} ${consumer}-${number}`;
          const messageId = randomUUID();
          said.push(text);
          answers.set(messageId, await talk.say(text, messageId));
        }
      };

      /** How often each recorded call had been made when its answer was found on the disk of a dead server. */
      const recorded = new Map<string, number>();
      const cut = async (kill: number) => {
        // The API answers after 25 ms: the cut comes before, during and after calls.
        await called.whenCalled(called.calls.length + 4 + (kill % 7));
        await new Promise((resolve) => setTimeout(resolve, (kill * 11) % 45));
        await server.kill();
        const acknowledged = consumers.flatMap(({ answers }) => [...answers.keys()]);
        const { journals, clientMessageIds } = await inspect();
        for (const id of acknowledged) expect(clientMessageIds).toContain(id);
        for (const { said, calls } of journals) if (calls.some(({ result }) => result !== null)) recorded.set(said, countCalls(said));
        await start();
      };
      for (let storm = 0; storm < storms; storm += 1) {
        isOver = false;
        const chatting = Promise.all(consumers.map(chat));
        // Fails with the first consumer who gets no answer.
        for (let kill = 0; kill < KILLS_IN_STORM; kill += 1) await Promise.race([cut(storm * KILLS_IN_STORM + kill), chatting]);
        isOver = true;
        await chatting;
        // Whose turn is cut again and again waits longer each time, so one alone may have said little.
        for (const { answers, said } of consumers) expect([answers.size, said.length]).toEqual([expect.toSatisfy((count: number) => count > storm), answers.size]);
      }

      for (const { talk, said, answers } of consumers) {
        const messages = (await talk.messages()).filter(({ seq }) => seq > 1);
        expect(messages.map(({ seq }) => seq)).toEqual(messages.map((_, index) => index + 2));
        expect(messages.filter(({ actor }) => actor.kind === 'consumer').map(({ plainText }) => plainText)).toEqual(said);
        const counts = messages.flatMap(({ plainText }) => /^Count (\d+)$/.exec(plainText)?.[1] ?? []);
        expect(counts).toEqual(counts.map((_, index) => String(index + 1)));
        for (const answer of answers.values()) expect(messages).toEqual(expect.arrayContaining(answer.messages));
        expect(answerTexts(messages)).toEqual(said.map((text) => expect.stringMatching(expectedAnswer(text))));
        for (const [text, answer] of said.map((each, index) => [each, answerTexts(messages)[index]] as const)) {
          if (text.startsWith('pay')) expect([text, countCalls(text)]).toEqual([text, answer === 'Paid.' ? 1 : expect.toSatisfy((count: number) => count <= 1)]);
        }
      }
      for (const [text, count] of recorded) expect([text, countCalls(text)]).toEqual([text, count]);
    });
  });
}

/** The last thing that the bot said to each of the consumer's messages. */
function answerTexts(messages: Message[]): string[] {
  return messages.filter(({ actor }, index) => actor.kind === 'bot' && messages[index + 1]?.actor.kind !== 'bot').map(({ plainText }) => plainText);
}

/** No turn is cut off often enough to be given up. */
function expectedAnswer(text: string): RegExp {
  if (text === 'count') return /^Count \d+$/;
  return text.startsWith('pay') ? /^(Paid|Cut off)\.$/ : /^Found ANSWER$/;
}

