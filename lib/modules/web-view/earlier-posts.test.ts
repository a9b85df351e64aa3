import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startCalledApi, type CalledApi } from '@/lib/modules/conversation/called-api.fixture';
import { makeTestBot, type Send } from '@/lib/modules/conversation/test-bot.fixture';
import { startTestApi, type TestApi } from '@/scripts/test/start-test-api';
import { begin, toSaid, toSend, until } from '@/scripts/test/talk-to';
import { findTestDatabases, type TestDatabase } from '@/scripts/test/test-databases';
import { webViewPostSchema } from './web-view-post.schema';
import { everyPostStore, type PostEntry } from './web-view-post.store';
import { postAsPage, toPageHash } from './web-view.fixture';

for (const kind of await findTestDatabases()) {
  describe.skipIf(!kind.isThere)(`posts that another process accepted and left waiting, on ${kind.name}`, () => {
    let database: TestDatabase;
    let called: CalledApi;
    let api: TestApi;
    let send: Send;
    let botId: string;
    beforeAll(async () => {
      called = await startCalledApi();
      database = await kind.create();
      // Goes on with nothing by itself: so what is seen to go on is what a post brought along.
      api = await startTestApi({ DATABASE_URL: database.databaseUrl }, { isQuiet: true });
      send = toSend(await api.join('ada'));
      ({ botId } = await makeTestBot(send, called.origin));
    });
    afterAll(async () => {
      await api.stop();
      await database.drop();
      await called.stop();
    });

    const leaveWaiting = (conversationId: string, ...messages: string[]) => {
      const entries = messages.map((message, index): PostEntry => ({
        id: `${conversationId}-${index}`, botId, conversationId, receivedAtMs: Date.now() - 1_000 + index, outcome: 'queued', postId: `left-${index}`, reason: null,
        message, fate: 'queued', variableNames: ['index'], variables: { index: String(index) }, turnNumber: null, count: 1,
      }));
      return everyPostStore(api.deps.db, database.databaseUrl).insert(entries);
    };
    const inbox = async () => webViewPostSchema.array().parse(((await send('GET', `/bots/${botId}/web-view-posts`)) as { posts: unknown }).posts);

    it('come before the next post to their conversation, in their order, and those of other conversations stay where they are', async () => {
      const [talk, other] = [await begin(send, botId), await begin(send, botId)];
      await leaveWaiting(talk.id, 'count', 'hi');
      await leaveWaiting(other.id, 'hi');
      const ids = { botId, conversationId: talk.id, userId: (await talk.detail()).consumer.id };
      const answer = await postAsPage(api.origin, { ...ids, message: 'count', contextVariables: { index: 2 } }, { authorization: toPageHash(ids) });
      expect(answer).toMatchObject({ status: 200, body: { message: 'delivered', turn: 4 } });
      expect(toSaid(await talk.messages(1))).toEqual(['consumer: count', 'bot: Count 1', 'consumer: hi', 'bot: Hello.', 'consumer: count', 'bot: Count 2']);
      expect((await talk.detail()).variables.webView).toEqual({ index: '2' });
      expect(await other.messages(1)).toEqual([]);
      await until(async () => {
        await api.deps.webViews.flush();
        const outcomes = (await inbox()).filter(({ conversationId }) => conversationId === talk.id).map(({ outcome }) => outcome);
        return outcomes.length === 3 && outcomes.every((outcome) => outcome === 'applied');
      });
    });

    it('are applied once, whoever comes to them first', async () => {
      const talk = await begin(send, botId);
      await leaveWaiting(talk.id, 'count');
      const ids = { botId, conversationId: talk.id, userId: (await talk.detail()).consumer.id };
      const answers = await Promise.all(['hi', 'hello'].map((message) => postAsPage(api.origin, { ...ids, message }, { authorization: toPageHash(ids) })));
      expect(answers.map(({ status }) => status)).toEqual([200, 200]);
      expect(toSaid(await talk.messages(1)).slice(0, 2)).toEqual(['consumer: count', 'bot: Count 1']);
      expect(await talk.turns()).toHaveLength(4);
    });
  });
}
