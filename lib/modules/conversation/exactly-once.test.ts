import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestApi, type TestApi } from '@/scripts/test/start-test-api';
import { findTestDatabases, type TestDatabase } from '@/scripts/test/test-databases';
import { startCalledApi, type CalledApi } from './called-api.fixture';
import { begin, talkTo, toSaid, toSend, until } from '@/scripts/test/talk-to';
import { makeTestBot, type Send, type TestBot } from './test-bot.fixture';

for (const kind of await findTestDatabases()) {
  describe.skipIf(!kind.isThere)(`turns on ${kind.name}`, () => {
    let database: TestDatabase;
    let called: CalledApi;
    let api: TestApi;
    let send: Send;
    let bot: TestBot;
    beforeAll(async () => {
      database = await kind.create();
      called = await startCalledApi();
      api = await startTestApi({ DATABASE_URL: database.databaseUrl, OUTBOUND_ALLOW: '127.0.0.1' });
      send = toSend(await api.join('ada'));
      bot = await makeTestBot(send, called.origin);
    });
    afterAll(async () => {
      await api.stop();
      await called.stop();
      await database.drop();
    });

    it('the same message again gives the same answer and has no second effect', async () => {
      const talk = await begin(send, bot.botId);
      const answer = await talk.say('count', 'first');
      expect(await talk.say('count', 'first')).toEqual(answer);
      await Promise.all(Array.from({ length: 30 }, (_, index) => talk.say('count', `more-${index}`)));
      expect(await talk.say('count', 'first')).toEqual(answer);
      expect((await talk.detail()).variables.session).toMatchObject({ count: 31 });
      expect(await talk.messages()).toHaveLength(1 + 2 * 31);
    });

    it('the same message while the first is under way waits for it and calls nothing', async () => {
      const talk = await begin(send, bot.botId);
      const release = called.hold();
      const count = called.calls.length;
      const [first, second] = [talk.say('pay 1', 'pay'), talk.say('pay 1', 'pay')];
      await called.whenCalled(count + 1);
      release();
      expect(await second).toEqual(await first);
      expect(called.calls).toHaveLength(count + 1);
      expect(toSaid(await talk.messages(1))).toEqual(['consumer: pay 1', 'bot: One moment.', 'bot: Paid.']);
    });

    it('messages of one conversation at once are answered one after the other, each once', async () => {
      const talk = await begin(send, bot.botId);
      const ids = Array.from({ length: 40 }, () => randomUUID());
      const answers = await Promise.all(ids.map((id, index) => talk.say(index % 4 === 0 ? 'look here' : 'count', id)));
      const messages = await talk.messages();
      expect(messages.map(({ seq }) => seq)).toEqual(messages.map((_, index) => index + 1));
      expect(new Set(answers.map(({ turn }) => turn.number)).size).toBe(40);
      const counts = messages.flatMap(({ plainText }) => /^Count (\d+)$/.exec(plainText)?.[1] ?? []);
      expect(counts).toEqual(Array.from({ length: 30 }, (_, index) => String(index + 1)));
      for (const answer of answers) expect(answer.messages).toEqual(messages.filter(({ seq }) => answer.messages.some((message) => message.seq === seq)));
    });

    it('200 conversations at once each get their own answers', async () => {
      const talks = await Promise.all(Array.from({ length: 200 }, () => begin(send, bot.botId)));
      await Promise.all(talks.map((talk) => talk.say('count')));
      const answers = await Promise.all(talks.map((talk) => talk.say('count')));
      for (const answer of answers) expect(toSaid(answer.messages)).toEqual(['consumer: count', 'bot: Count 2']);
      expect(new Set(answers.flatMap(({ messages }) => messages.map(({ id }) => id))).size).toBe(400);
    });

    it('one message that is there already does not keep others from being written with it', async () => {
      const talks = await Promise.all(Array.from({ length: 10 }, () => begin(send, bot.botId)));
      const firsts = await Promise.all(talks.map((talk) => talk.say('count', 'same')));
      // Forgotten by this process, so that only the database knows them.
      for (const talk of talks) await api.deps.db.conversation.updateMany({ where: { id: talk.id }, data: { version: { increment: 1 } } });
      const mixed = await Promise.all(talks.map((talk, index) => talk.say('count', index % 2 === 0 ? 'same' : 'other')));
      mixed.forEach((answer, index) => (index % 2 === 0 ? expect(answer).toEqual(firsts[index]) : expect(toSaid(answer.messages)).toEqual(['consumer: count', 'bot: Count 2'])));
    });

    it('a turn that breaks down in its middle keeps what was said, apologizes, says so each time, and the conversation goes on', async () => {
      const own = await makeTestBot(send, called.origin);
      const { db } = api.deps;
      const release = await db.release.findFirstOrThrow({ where: { botId: own.botId } });
      const broken = JSON.stringify(release.program).replaceAll('"method":"POST"', '"method":"NONE"');
      await db.release.update({ where: { id: release.id }, data: { program: JSON.parse(broken) } });
      const talk = await begin(send, own.botId);
      const answer = await talk.say('pay 1', 'breaks');
      expect(answer.turn).toEqual({ number: 2, status: 'failed' });
      expect(toSaid(answer.messages)).toEqual(['consumer: pay 1', 'bot: One moment.', 'bot: Sorry, something went wrong. Please try again.']);
      expect(await talk.say('pay 1', 'breaks')).toEqual(answer);
      expect(toSaid((await talk.say('count')).messages)).toEqual(['consumer: count', 'bot: Count 1']);
      expect((await talk.messages()).map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6]);
    });

    it('who lost the race against another writer steps again from what that one left', async () => {
      const talk = await begin(send, bot.botId);
      await talk.say('count');
      const { db } = api.deps;
      const row = await db.conversation.findUniqueOrThrow({ where: { id: talk.id } });
      await db.conversation.update({ where: { id: talk.id }, data: { version: row.version + 1, state: row.state.replace('"count":1', '"count":41') } });
      expect(toSaid((await talk.say('count')).messages)).toEqual(['consumer: count', 'bot: Count 42']);
    });
  });

  describe.skipIf(!kind.isThere)(`after a restart on ${kind.name}`, () => {
    let database: TestDatabase;
    let called: CalledApi;
    let apis: TestApi[];
    beforeEach(async () => {
      database = await kind.create();
      called = await startCalledApi();
      apis = [];
    });
    afterEach(async () => {
      for (const api of apis) await api.stop();
      await called.stop();
      await database.drop();
    });

    /** A server on the same database; the cookie of an earlier one stays good where both share the key. */
    const start = async () => {
      const api = await startTestApi({ DATABASE_URL: database.databaseUrl, OUTBOUND_ALLOW: '127.0.0.1', MASTER_KEY: 'a'.repeat(64) });
      apis.push(api);
      return api;
    };
    const withCookie = (api: TestApi, cookie: string): Send => async (method, path, body) => {
      const response = await fetch(`${api.origin}/api${path}`, { method, headers: { cookie, 'content-type': 'application/json' }, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
      expect(response.status).toBeLessThan(300);
      return response.json();
    };

    it('the same message still gives the same answer', async () => {
      const first = await start();
      const ada = await first.join('ada');
      const bot = await makeTestBot(toSend(ada), called.origin);
      const talk = await begin(toSend(ada), bot.botId);
      const answer = await talk.say('pay 3', 'once');
      await first.stop();
      apis = [];
      const again = talkTo(withCookie(await start(), ada.cookie), talk.id);
      expect(await again.say('pay 3', 'once')).toEqual(answer);
      expect(toSaid((await again.say('count')).messages)).toEqual(['consumer: count', 'bot: Count 1']);
      expect(called.calls).toHaveLength(1);
    });

    it('a stop lets turns under way finish', async () => {
      const first = await start();
      const ada = await first.join('ada');
      const talk = await begin(toSend(ada), (await makeTestBot(toSend(ada), called.origin)).botId);
      const release = called.hold();
      void talk.say('pay 3', 'once').catch(() => undefined);
      await called.whenCalled(1);
      const stopping = first.deps.runtime.stop(10_000);
      release();
      await stopping;
      expect(await first.deps.db.turn.findFirst({ where: { conversationId: talk.id, number: 2 } })).toMatchObject({ status: 'done' });
    });

    it.each([
      ['pay 3', 'a call that must not be repeated ends as interrupted', ['consumer: pay 3', 'bot: One moment.', 'bot: Cut off.'], 1],
      ['look 3', 'a call that may be repeated is repeated', ['consumer: look 3', 'bot: One moment.', 'bot: Found ANSWER'], 2],
    ])('after “%s” was cut off by the stop, %s', async (text, _, said, callCount) => {
      const first = await start();
      const ada = await first.join('ada');
      const talk = await begin(toSend(ada), (await makeTestBot(toSend(ada), called.origin)).botId);
      const release = called.hold();
      void talk.say(text, 'once').catch(() => undefined);
      await called.whenCalled(1);
      await first.deps.runtime.stop(0);
      // PostgreSQL may belong to several processes: the turn is free when its lease has run out.
      await first.deps.db.turn.updateMany({ where: { conversationId: talk.id, status: 'running' }, data: { leaseUntil: new Date(0) } });
      release();
      await first.stop();
      apis = [];
      const again = talkTo(withCookie(await start(), ada.cookie), talk.id);
      await until(async () => (await again.turns()).at(-1)?.status === 'done');
      expect(toSaid(await again.messages(1))).toEqual(said);
      expect(toSaid((await again.say(text, 'once')).messages)).toEqual(said);
      expect(called.calls).toHaveLength(callCount);
    });
  });
}

for (const kind of await findTestDatabases()) {
  describe.skipIf(!kind.isThere || kind.provider === 'sqlite')(`two processes on ${kind.name}`, () => {
    let database: TestDatabase;
    let called: CalledApi;
    let apis: [TestApi, TestApi];
    let sends: [Send, Send];
    let bot: TestBot;
    beforeAll(async () => {
      database = await kind.create();
      called = await startCalledApi(20);
      const env = { DATABASE_URL: database.databaseUrl, OUTBOUND_ALLOW: '127.0.0.1', MASTER_KEY: 'a'.repeat(64) };
      apis = [await startTestApi(env), await startTestApi(env)];
      const ada = await apis[0].join('ada');
      const other = (path: string, init: RequestInit) => fetch(`${apis[1].origin}/api${path}`, { ...init, headers: { cookie: ada.cookie, 'content-type': 'application/json' } });
      sends = [
        toSend(ada),
        async (method, path, body) => {
          const response = await other(path, { method, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
          const answer: unknown = await response.json();
          expect([response.status, answer]).toEqual([expect.toSatisfy((status: number) => status < 300), expect.anything()]);
          return answer;
        },
      ];
      bot = await makeTestBot(sends[0], called.origin);
    });
    afterAll(async () => {
      for (const api of apis) await api.stop();
      await called.stop();
      await database.drop();
    });

    it('take messages of one conversation in one order, each once, calls included', async () => {
      const { id } = await begin(sends[0], bot.botId);
      const talks = sends.map((send) => talkTo(send, id));
      await Promise.all(talks.flatMap((talk, process) => Array.from({ length: 12 }, (_, index) => talk.say(index % 3 === 0 ? `pay ${process}-${index}` : 'count'))));
      const messages = await talkTo(sends[0], id).messages();
      expect(messages.map(({ seq }) => seq)).toEqual(messages.map((_, index) => index + 1));
      expect(messages.filter(({ plainText }) => plainText.startsWith('Count')).map(({ plainText }) => plainText)).toEqual(Array.from({ length: 16 }, (_, index) => `Count ${index + 1}`));
      expect(messages.filter(({ plainText }) => plainText === 'Paid.')).toHaveLength(8);
      expect(called.calls.map(({ said }) => said).sort()).toEqual(talks.flatMap((_, process) => [0, 3, 6, 9].map((index) => `pay ${process}-${index}`)).sort());
    });

    it('answer the same message alike, whichever gets it', async () => {
      const { id } = await begin(sends[0], bot.botId);
      const [first, second] = await Promise.all(sends.map((send) => talkTo(send, id).say('look twice', 'same')));
      expect(second).toEqual(first);
      expect(called.calls.filter(({ said }) => said === 'look twice')).toHaveLength(1);
    });

    it('let a timer go off once', async () => {
      const talks = await Promise.all(Array.from({ length: 10 }, (_, index) => begin(sends[index % 2 === 0 ? 0 : 1], bot.botId)));
      await Promise.all(talks.map((talk) => talk.say('form')));
      for (const talk of talks) {
        await until(async () => (await talk.messages(3)).at(0));
        expect((await talk.turns()).map(({ event }) => event.kind)).toEqual(['started', 'message-received', 'timer-fired']);
      }
    });
  });
}
