import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startCalledApi, type CalledApi } from '@/lib/modules/conversation/called-api.fixture';
import { makeTestBot, type Send } from '@/lib/modules/conversation/test-bot.fixture';
import { loadMasterKey } from '@/lib/platform/vault/load-master-key';
import { generateMasterKey } from '@/lib/platform/vault/master-key';
import { startTestApi, type TestApi } from '@/scripts/test/start-test-api';
import { begin, toSaid, toSend, type Talk } from '@/scripts/test/talk-to';
import { createPageTokens } from './page-tokens';
import { postAsPage, toPageHash } from './web-view.fixture';
import { findTestDatabases, type TestDatabase } from '@/scripts/test/test-databases';

for (const kind of await findTestDatabases()) {
  describe.skipIf(!kind.isThere)(`signed links on ${kind.name}`, () => {
    let database: TestDatabase;
    let api: TestApi;
    let called: CalledApi;
    let send: Send;
    let botId: string;
    beforeAll(async () => {
      called = await startCalledApi();
      database = await kind.create();
      api = await startTestApi({ DATABASE_URL: database.databaseUrl, OUTBOUND_ALLOW: '127.0.0.1' });
      send = toSend(await api.join('ada'));
      ({ botId } = await makeTestBot(send, called.origin));
    });
    beforeEach(() => demandLinks(botId));
    afterAll(async () => {
      await api.stop();
      await database.drop();
      await called.stop();
    });

    async function demandLinks(ofBotId: string, more: object = {}): Promise<void> {
      const { version } = (await send('GET', `/bots/${ofBotId}/web-view-settings`)) as { version: number };
      await send('PUT', `/bots/${ofBotId}/web-view-settings`, { version, settings: { mode: 'signed', ...more } });
    }

    /** Lets the bot ask for a page, and gives what its link carries. */
    async function getLink(ofBotId = botId): Promise<{ talk: Talk; ids: { botId: string; conversationId: string; userId: string }; token: string }> {
      const talk = await begin(send, ofBotId);
      return { talk, ...(await askAgain(talk)) };
    }
    async function askAgain(talk: Talk) {
      const { messages } = await talk.say('form');
      const part = messages.flatMap(({ parts }) => parts).find(({ kind }) => kind === 'url-button');
      if (part?.kind !== 'url-button') throw new Error('The bot sent no link.');
      const query = new URL(part.url).searchParams;
      const read = (name: string) => query.get(name) ?? '';
      return { ids: { botId: read('botId'), conversationId: read('convId'), userId: read('userId') }, token: read('token') };
    }
    const post = (body: object, token: string, headers: Record<string, string | undefined> = {}) => postAsPage(api.origin, body, { authorization: `Bearer ${token}`, ...headers });

    describe('where signed links are demanded', () => {
      it('the link of a web view question lets its page post', async () => {
        const { talk, ids, token } = await getLink();
        expect(await post({ ...ids, contextVariables: { done: 'yes' } }, token)).toMatchObject({ status: 200, body: { variables: ['done'] } });
        expect(toSaid(await talk.messages()).at(-1)).toBe('bot: Thank you.');
      });

      it('the hash is refused', async () => {
        const { ids } = await getLink();
        expect(await postAsPage(api.origin, ids, { authorization: toPageHash(ids) })).toMatchObject({ status: 401, body: { code: 'web-view/signed-link-required' } });
      });

      it('a link takes one post: the same again gives the same answer, another one is a replay and refused, with whatever key', async () => {
        const { talk, ids, token } = await getLink();
        const body = { ...ids, message: 'count' };
        const answers = await Promise.all([post(body, token), post(body, token)]);
        expect(answers[1]?.body).toEqual(answers[0]?.body);
        expect((await post(body, token, { 'idempotency-key': 'new' })).body).toEqual(answers[0]?.body);
        const turnCount = (await talk.turns()).length;
        for (const headers of [{}, { 'idempotency-key': 'other' }]) expect(await post({ ...ids, message: 'hi' }, token, headers)).toMatchObject({ status: 401, body: { code: 'web-view/token-used' } });
        expect(await talk.turns()).toHaveLength(turnCount);
      });

      it('of two posts at once over one link only one has an effect', async () => {
        const { talk, ids, token } = await getLink();
        const answers = await Promise.all(['a', 'b', 'c'].map((value) => post({ ...ids, contextVariables: { value } }, token)));
        expect(answers.map(({ status }) => status).sort()).toEqual([200, 401, 401]);
        expect((await talk.turns()).filter(({ event }) => event.kind === 'web-view-posted')).toHaveLength(1);
      });

      it('a link may take several posts where the bot allows it', async () => {
        await demandLinks(botId, { isTokenSingleUse: false });
        const { ids, token } = await getLink();
        const statuses = [await post({ ...ids, message: 'count' }, token), await post({ ...ids, message: 'hi' }, token)].map(({ status }) => status);
        expect(statuses).toEqual([200, 200]);
      });

      it('a new link works after an old one was used', async () => {
        const { talk, ids, token } = await getLink();
        await post(ids, token);
        const next = await askAgain(talk);
        expect(next.token).not.toBe(token);
        expect((await post({ ...ids, message: 'count' }, next.token)).status).toBe(200);
      });

      it('another user can’t post over it', async () => {
        const { ids, token } = await getLink();
        expect(await post({ ...ids, userId: 'mallory' }, token)).toMatchObject({ status: 403, body: { code: 'web-view/wrong-user' } });
        expect((await post(ids, token)).status).toBe(200);
        expect(await post({ ...ids, userId: 'mallory' }, token)).toMatchObject({ status: 403 });
      });
    });

    describe('refused is', () => {
      const refused = async (body: object, token: string, code = 'web-view/wrong-token') => expect(await post(body, token)).toMatchObject({ status: 401, body: { code } });

      it('the token of another conversation', async () => {
        const [mine, others] = [await getLink(), await getLink()];
        await refused(others.ids, mine.token);
      });

      it('the token of another bot', async () => {
        const other = await makeTestBot(send, called.origin);
        await demandLinks(other.botId);
        const [mine, others] = [await getLink(), await getLink(other.botId)];
        await refused(others.ids, mine.token);
        await refused({ ...others.ids, conversationId: mine.ids.conversationId }, mine.token);
      });

      it('a forged token: another turn, a later expiry, another signature, none', async () => {
        const { ids, token } = await getLink();
        const [version, turn, expiry = '', signature = ''] = token.split('.');
        const flipped = `${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}`;
        const forged = [[version, '9', expiry, signature], [version, turn, `${expiry.slice(0, -1)}${expiry.endsWith('z') ? '0' : 'z'}`, signature], [version, turn, expiry, flipped], [version, turn, expiry, ''], ['wv2', turn, expiry, signature]];
        for (const parts of forged) await refused(ids, parts.join('.'));
        expect((await post(ids, token)).status).toBe(200);
      });

      it('an expired token, and one signed by another installation', async () => {
        const { ids } = await getLink();
        const grant = { botId: ids.botId, conversationId: ids.conversationId, turnNumber: 2 };
        const own = createPageTokens(loadMasterKey(api.dataDir, null));
        await refused(ids, own.sign({ ...grant, expiresAtMs: Date.now() - 1_000 }), 'web-view/token-expired');
        const strange = generateMasterKey();
        await refused(ids, createPageTokens({ keys: [strange], currentKeyId: strange.id }).sign({ ...grant, expiresAtMs: Date.now() + 60_000 }));
        expect((await post(ids, own.sign({ ...grant, expiresAtMs: Date.now() + 60_000 }))).status).toBe(200);
      });
    });

    it('after a rotation of the master key, links signed before it still work', () => {
      const [old, next] = [generateMasterKey(), generateMasterKey()];
      const grant = { botId: 'b', conversationId: 'c', turnNumber: 40, expiresAtMs: 1_700_000_000_000 };
      const token = createPageTokens({ keys: [old], currentKeyId: old.id }).sign(grant);
      expect(createPageTokens({ keys: [next, old], currentKeyId: next.id }).verify(token, grant)).toEqual(grant);
      expect(createPageTokens({ keys: [next], currentKeyId: next.id }).verify(token, grant)).toBeNull();
    });

    it('where links are not demanded, the addresses of pages stay as they are', async () => {
      const other = await makeTestBot(send, called.origin);
      const talk = await begin(send, other.botId);
      expect(toSaid((await talk.say('form')).messages).at(-1)).toBe('bot: Fill this in.\nOpen: https://example.com/form');
    });
  });
}
