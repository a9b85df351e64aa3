import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTestApi, type TestApi } from '@/scripts/test/start-test-api';
import { begin, talkTo, toSaid, toSend, until } from '@/scripts/test/talk-to';
import { findTestDatabases, type TestDatabase } from '@/scripts/test/test-databases';
import { startCalledApi, type CalledApi } from './called-api.fixture';
import { makeTestBot, type Send } from './test-bot.fixture';

for (const kind of await findTestDatabases()) {
  describe.skipIf(!kind.isThere)(`a turn that ends its process each time, on ${kind.name}`, () => {
    let database: TestDatabase;
    let called: CalledApi;
    let api: TestApi | null = null;
    beforeEach(async () => {
      database = await kind.create();
      called = await startCalledApi();
    });
    afterEach(async () => {
      await api?.stop();
      await called.stop();
      await database.drop();
    });

    const start = async () => (api = await startTestApi({ DATABASE_URL: database.databaseUrl, OUTBOUND_ALLOW: '127.0.0.1', MASTER_KEY: 'a'.repeat(64) }));

    /** Ends the server while the call is under way, as the turn would by itself, and lets another process have the turn at once. */
    const cutOff = async (server: TestApi, release: () => void) => {
      await server.deps.runtime.stop(0);
      await server.deps.db.turn.updateMany({ where: { status: 'running' }, data: { leaseUntil: new Date(0) } });
      release();
      await server.stop();
      api = null;
    };

    it('is given up after three tries: the consumer is told, the trace says why, and the conversation goes on', async () => {
      const first = await start();
      const ada = await first.join('ada');
      const talk = await begin(toSend(ada), (await makeTestBot(toSend(ada), called.origin)).botId);
      let release = called.hold();
      void talk.say('look 1', 'kills').catch(() => undefined);
      let server = first;
      for (const tries of [1, 2, 3]) {
        await called.whenCalled(tries);
        await cutOff(server, release);
        release = called.hold();
        server = await start();
      }
      const send: Send = async (method, path, body) => {
        const response = await fetch(`${server.origin}/api${path}`, { method, headers: { cookie: ada.cookie, 'content-type': 'application/json' }, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
        return response.json();
      };
      const again = talkTo(send, talk.id);
      await until(async () => (await again.turns()).at(-1)?.status === 'failed');
      const said = ['consumer: look 1', 'bot: One moment.', 'bot: Sorry, something went wrong. Please try again.'];
      expect(toSaid(await again.messages(1))).toEqual(said);
      const answer = await again.say('look 1', 'kills');
      expect(toSaid(answer.messages)).toEqual(said);
      expect((await again.turn(answer.turn.number)).trace).toEqual(expect.arrayContaining([expect.objectContaining({ kind: 'fault', code: 'turn/given-up' })]));
      expect(called.calls).toHaveLength(3);
      expect(toSaid((await again.say('count')).messages)).toEqual(['consumer: count', 'bot: Count 1']);
    });
  });
}
