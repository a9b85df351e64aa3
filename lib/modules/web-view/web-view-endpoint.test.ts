import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startCalledApi, type CalledApi } from '@/lib/modules/conversation/called-api.fixture';
import { begin, toSaid, toSend, type Talk } from '@/scripts/test/talk-to';
import { makeTestBot, type Send } from '@/lib/modules/conversation/test-bot.fixture';
import { startTestApi, type TestApi, type TestPerson } from '@/scripts/test/start-test-api';
import { webViewPostSchema } from './web-view-post.schema';
import { postAsPage, toPageHash } from './web-view.fixture';
import { WEB_VIEW_PATH } from './web-view.wire';
import { findTestDatabases, type TestDatabase } from '@/scripts/test/test-databases';

for (const kind of await findTestDatabases()) {
  describe.skipIf(!kind.isThere)(`the endpoint on ${kind.name}`, () => {
    let database: TestDatabase;
    let api: TestApi;
    let called: CalledApi;
    let ada: TestPerson;
    let send: Send;
    let botId: string;
    beforeAll(async () => {
      called = await startCalledApi();
      database = await kind.create();
      api = await startTestApi({ DATABASE_URL: database.databaseUrl, OUTBOUND_ALLOW: '127.0.0.1' });
      ada = await api.join('ada');
      send = toSend(ada);
      ({ botId } = await makeTestBot(send, called.origin));
    });
    afterAll(async () => {
      await api.stop();
      await database.drop();
      await called.stop();
    });

    async function open(ofBotId = botId): Promise<{ talk: Talk; ids: { botId: string; conversationId: string; userId: string } }> {
      const talk = await begin(send, ofBotId);
      return { talk, ids: { botId: ofBotId, conversationId: talk.id, userId: (await talk.detail()).consumer.id } };
    }
    const post = (body: { botId: string; conversationId: string; [name: string]: unknown }, headers: Record<string, string | undefined> = {}) => postAsPage(api.origin, body, { authorization: toPageHash(body), ...headers });
    const change = async (settings: object) => {
      const { version } = (await send('GET', `/bots/${botId}/web-view-settings`)) as { version: number };
      await send('PUT', `/bots/${botId}/web-view-settings`, { version, settings });
    };
    const inbox = async (ofBotId = botId) => webViewPostSchema.array().parse(((await send('GET', `/bots/${ofBotId}/web-view-posts`)) as { posts: unknown }).posts);

    describe('a post', () => {
      it('sets variables and says its message, in one turn', async () => {
        const { talk, ids } = await open();
        const answer = await post({ ...ids, message: 'count', contextVariables: [{ name: 'PaymentId', value: '7' }] });
        expect(answer).toMatchObject({ status: 200, body: { variables: ['PaymentId'], message: 'delivered', turn: 2, eventId: expect.any(String) } });
        expect(toSaid(await talk.messages(1))).toEqual(['consumer: count', 'bot: Count 1']);
        expect((await talk.detail()).variables.webView).toEqual({ PaymentId: '7' });
        expect((await talk.turns()).map(({ event }) => event.kind)).toEqual(['started', 'web-view-posted']);
      });

      it('without a message only sets variables, also as an object and with values that are no texts', async () => {
        const { talk, ids } = await open();
        const answer = await post({ ...ids, message: ' ', contextVariables: { amount: 12.5, list: [1, 'a'], none: null, text: 'x' } });
        expect(answer).toMatchObject({ status: 200, body: { variables: ['amount', 'list', 'none', 'text'], message: 'none', turn: 2 } });
        expect((await talk.detail()).variables.webView).toEqual({ amount: '12.5', list: '[1,"a"]', none: 'null', text: 'x' });
        expect(await talk.messages(1)).toEqual([]);
      });

      it('lets a web view question go on', async () => {
        const { talk, ids } = await open();
        await talk.say('form');
        expect((await post(ids)).status).toBe(200);
        expect(toSaid(await talk.messages(3))).toEqual(['bot: Thank you.']);
      });

      it('is accepted with the hash in either case', async () => {
        const { ids } = await open();
        expect((await post(ids, { authorization: toPageHash(ids).toUpperCase() })).status).toBe(200);
      });

      it('sent again within ten seconds has one effect and the same answer', async () => {
        const { talk, ids } = await open();
        const body = { ...ids, message: 'count' };
        const answers = await Promise.all([post(body), post(body), post(body)]);
        for (const answer of answers) expect(answer.body).toEqual(answers[0]?.body);
        await post({ ...ids, message: 'hi' });
        expect((await post(body)).body).toEqual(answers[0]?.body);
        expect(toSaid(await talk.messages(1))).toEqual(['consumer: count', 'bot: Count 1', 'consumer: hi', 'bot: Hello.']);
        expect((await inbox()).filter(({ conversationId }) => conversationId === ids.conversationId).map(({ outcome }) => outcome).sort()).toEqual(['applied', 'applied', 'repeated', 'repeated', 'repeated']);
      });

      it('with keys of their own, equal posts each have their effect; one key stands for one post', async () => {
        const { talk, ids } = await open();
        const body = { ...ids, message: 'count' };
        const first = await post(body, { 'idempotency-key': 'a' });
        await post(body, { 'idempotency-key': 'b' });
        expect((await post(body, { 'idempotency-key': 'a' })).body).toEqual(first.body);
        expect((await talk.detail()).variables.session).toMatchObject({ count: 2 });
        expect(await post({ ...ids, message: 'hi' }, { 'idempotency-key': 'a' })).toMatchObject({ status: 422, body: { code: 'web-view/key-reused' } });
      });

      it('in a conversation that a person has taken over is said, and the bot keeps silent', async () => {
        const { talk, ids } = await open();
        await talk.say('agent');
        await talk.post('hand-over', { result: 'accepted' });
        expect((await post({ ...ids, message: 'paid' })).body).toMatchObject({ message: 'delivered' });
        expect(toSaid(await talk.messages()).at(-1)).toBe('consumer: paid');
      });
    });

    describe('refused as a problem document, and changing nothing, is', () => {
      it.each<[string, object | string, Record<string, string | undefined>, number, string]>([
        ['a missing credential', {}, { authorization: undefined }, 401, 'web-view/credential-missing'],
        ['a wrong hash', {}, { authorization: 'a'.repeat(64) }, 401, 'web-view/wrong-hash'],
        ['a hash with a word before it', {}, { authorization: 'Basic abc' }, 401, 'web-view/wrong-hash'],
        ['a forged token', {}, { authorization: `Bearer wv1.2.zzzzzz.${'A'.repeat(43)}` }, 401, 'web-view/wrong-token'],
        ['another user', { userId: 'somebody-else' }, {}, 403, 'web-view/wrong-user'],
        ['an unknown bot', { botId: 'nobody' }, {}, 404, 'bot/not-found'],
        ['an unknown conversation', { conversationId: 'nowhere' }, {}, 404, 'conversation/not-found'],
        ['no user', { userId: undefined }, {}, 400, 'request/invalid-body'],
        ['a token without its word', {}, { authorization: `wv1.2.zzzzzz.${'A'.repeat(43)}` }, 401, 'web-view/wrong-token'],
        ['the word without a token', {}, { authorization: 'Bearer' }, 401, 'web-view/wrong-token'],
        ['a number that has lost digits', '{"botId":"b","conversationId":"c","userId":"u","contextVariables":{"account":12345678901234567890}}', {}, 400, 'request/invalid-body'],
        ['a number beyond all numbers', '{"botId":"b","conversationId":"c","userId":"u","contextVariables":[{"name":"a","value":{"deep":[1e999]}}]}', {}, 400, 'request/invalid-body'],
        ['an empty idempotency key', {}, { 'idempotency-key': '' }, 400, 'web-view/invalid-key'],
        ['another media type', {}, { 'content-type': 'text/plain' }, 415, 'request/unsupported-media-type'],
        ['what is no JSON', '{"botId":', { authorization: 'x' }, 400, 'request/invalid-json'],
        ['a body over 64 KB', { message: 'x'.repeat(64 * 1024) }, {}, 413, 'request/too-large'],
      ])('%s', async (_, part, headers, status, code) => {
        const { talk, ids } = await open();
        const body = typeof part === 'string' ? part : { ...ids, message: 'hi', contextVariables: { taken: 'over' }, ...part };
        const authorization = typeof body === 'string' ? '' : toPageHash(body);
        const answer = await postAsPage(api.origin, body, { authorization, ...headers });
        expect(answer).toMatchObject({ status, body: { code, status } });
        expect(answer.headers.get('content-type')).toBe('application/problem+json');
        expect(answer.headers.get('access-control-allow-origin')).toBe('*');
        expect(answer.headers.get('www-authenticate')).toBe(status === 401 ? 'Bearer' : null);
        expect(await talk.turns()).toHaveLength(1);
      });

      it('a post with several mistakes, naming each', async () => {
        const answer = await postAsPage(api.origin, { botId: '', message: 5, contextVariables: [{ name: 'a' }, { value: 'b' }, 'c', { name: '__proto__', value: '1' }] }, {});
        expect(answer.status).toBe(400);
        expect(answer.body.issues?.map(({ path }) => path.join('.'))).toEqual(['botId', 'conversationId', 'userId', 'message', 'contextVariables.0.value', 'contextVariables.1.name', 'contextVariables.2.name', 'contextVariables.3.name']);
        expect(answer.body.detail).toBe('The post is not valid. botId: Give the bot id. conversationId: Give the conversation id as text. userId: Give the user id as text. And 5 more.');
      });

      it('what is no object, in words', async () => {
        expect((await postAsPage(api.origin, '[]', {})).body.detail).toBe('The post is not valid. Send a JSON object.');
      });

      it('a post to a closed conversation', async () => {
        const { talk, ids } = await open();
        await talk.post('close', {});
        expect(await post(ids)).toMatchObject({ status: 409, body: { code: 'conversation/closed' } });
      });

      it('a post with the ids of a conversation of another bot', async () => {
        const { ids } = await open();
        const other = await makeTestBot(send, called.origin);
        expect(await post({ ...ids, botId: other.botId })).toMatchObject({ status: 404, body: { code: 'conversation/not-found' } });
      });

      it('what is not on the list of variables, or of another type', async () => {
        const { talk, ids } = await open();
        await change({ variables: [{ name: 'amount', type: 'number' }, { name: 'paid', type: 'boolean' }, { name: 'day', type: 'date' }] });
        const answer = await post({ ...ids, contextVariables: { amount: 'much', paid: 'yes', day: '2026-02-30', other: 'x' } });
        expect(answer).toMatchObject({ status: 422, body: { code: 'web-view/variable-not-allowed' } });
        expect(answer.body.detail).toContain('contextVariables.amount: Must be a number such as 12 or -3.5. contextVariables.paid: Must be true or false. contextVariables.day: Must be a date');
        expect(answer.body.detail).toContain('And 1 more.');
        expect(answer.body.issues?.map(({ path }) => path.at(-1))).toEqual(['amount', 'paid', 'day', 'other']);
        expect(await post({ ...ids, contextVariables: { amount: 12, paid: true, day: '2026-02-28' } })).toMatchObject({ status: 200 });
        await change({});
        expect((await talk.detail()).variables.webView).toEqual({ amount: '12', paid: 'true', day: '2026-02-28' });
      });

      it('more posts than the bot takes, with the time to wait', async () => {
        const { ids } = await open();
        await change({ postsPerMinute: 2 });
        const statuses = [];
        for (let count = 0; count < 3; count += 1) statuses.push((await post({ ...ids, contextVariables: { count } })).status);
        const answer = await post({ ...ids, contextVariables: { last: 1 } });
        await change({});
        expect(statuses).toEqual([200, 200, 429]);
        expect(answer).toMatchObject({ status: 429, body: { code: 'web-view/too-many-posts' } });
        expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
      });
    });

    describe('browsers', () => {
      it('of any origin may ask and post, without cookies', async () => {
        const { ids } = await open();
        const preflight = await fetch(`${api.origin}${WEB_VIEW_PATH}`, { method: 'OPTIONS', headers: { origin: 'https://shop.example', 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization,content-type' } });
        expect(preflight.status).toBe(204);
        expect(preflight.headers.get('access-control-allow-origin')).toBe('*');
        expect(preflight.headers.get('access-control-allow-methods')).toBe('POST');
        expect(preflight.headers.get('access-control-allow-headers')).toBe('authorization, content-type, idempotency-key');
        const answer = await post(ids, { origin: 'https://shop.example', 'sec-fetch-site': 'cross-site' });
        expect(answer.status).toBe(200);
        expect(answer.headers.get('access-control-allow-origin')).toBe('*');
        expect([preflight.headers, answer.headers].map((headers) => [headers.get('access-control-allow-credentials'), headers.get('set-cookie')])).toEqual([[null, null], [null, null]]);
      });

      it('says that it takes POST when it is asked otherwise', async () => {
        const answer = await fetch(`${api.origin}${WEB_VIEW_PATH}`);
        expect(answer.status).toBe(405);
        expect(answer.headers.get('allow')).toBe('POST, OPTIONS');
        expect(await answer.json()).toMatchObject({ status: 405, code: 'request/method-not-allowed', detail: expect.stringContaining('POST') });
      });

      it('of an origin that is not listed are refused and can’t read the answer; servers are not concerned', async () => {
        const { ids } = await open();
        await change({ allowedOrigins: ['https://Shop.example/'] });
        const refused = await post(ids, { origin: 'https://evil.example' });
        const listed = await post({ ...ids, contextVariables: { a: 1 } }, { origin: 'https://shop.example' });
        const server = await post({ ...ids, contextVariables: { b: 1 } });
        await change({});
        expect(refused).toMatchObject({ status: 403, body: { code: 'web-view/origin-not-allowed', detail: expect.stringContaining('https://evil.example') } });
        expect(refused.headers.get('access-control-allow-origin')).toBeNull();
        expect([listed.status, server.status]).toEqual([200, 200]);
      });
    });

    describe('a message', () => {
      it('more than 24 hours after the consumer’s latest one is ignored, its variables are set; the rule can be changed', async () => {
        const { talk, ids } = await open();
        await talk.say('hi');
        const { db } = api.deps;
        const other = await begin(send, botId);
        const row = await db.conversation.findUniqueOrThrow({ where: { id: talk.id } });
        // As if it had begun the day before yesterday.
        const dayAgo = (at: number) => at - 25 * 3_600_000;
        const state = JSON.parse(row.state) as { lastConsumerMessageAtMs: number; conversationId: string };
        const id = randomUUID();
        await db.conversation.create({ data: { ...row, id, createdAt: new Date(dayAgo(row.createdAt.getTime())), state: JSON.stringify({ ...state, conversationId: id, lastConsumerMessageAtMs: dayAgo(state.lastConsumerMessageAtMs) }) } });
        const old = { ...ids, conversationId: id };
        const body = { ...old, message: 'count', contextVariables: { late: 'yes' } };
        expect((await post(body)).body).toMatchObject({ message: 'ignored-too-old', variables: ['late'] });
        expect((await post(body)).body).toMatchObject({ message: 'ignored-too-old' });
        await change({ messageWithinHours: 26 });
        expect((await post({ ...body, contextVariables: { late: 'no' } })).body).toMatchObject({ message: 'delivered' });
        await change({});
        expect(other.id).not.toBe(id);
      });
    });

    describe('the inbox', () => {
      it('tells each post, hides values until asked, and counts a flood of refusals as one', async () => {
        const { botId: ownId } = await makeTestBot(send, called.origin);
        const { talk, ids } = await open(ownId);
        await post({ ...ids, message: 'count', contextVariables: { secret: 'hidden-value' } });
        await Promise.all(Array.from({ length: 30 }, () => post({ ...ids, contextVariables: { forged: 'by-nobody' } }, { authorization: 'f'.repeat(64) })));
        const posts = await inbox(ownId);
        expect(JSON.stringify(posts)).not.toContain('hidden-value');
        const [applied] = posts.filter(({ outcome }) => outcome === 'applied');
        expect(applied).toMatchObject({ message: 'count', messageFate: 'delivered', variableNames: ['secret'], turnNumber: 2, conversationId: talk.id, canApplyAgain: true });
        const refused = posts.filter(({ outcome }) => outcome === 'refused');
        expect(refused.length).toBeLessThan(5);
        expect(refused.reduce((sum, { count }) => sum + count, 0)).toBe(30);
        expect(refused[0]).toMatchObject({ reason: { code: 'web-view/wrong-hash' }, canApplyAgain: false });
        expect(await send('GET', `/bots/${ownId}/web-view-posts/${applied?.id}`)).toMatchObject({ variables: { secret: 'hidden-value' } });
        expect(await send('GET', `/bots/${ownId}/web-view-posts/${refused[0]?.id}`)).toMatchObject({ variables: null });
      });

      it('applies a post again, as a new one', async () => {
        const { botId: ownId } = await makeTestBot(send, called.origin);
        const { talk, ids } = await open(ownId);
        const first = await post({ ...ids, message: 'count' });
        const [entry] = await inbox(ownId);
        const again = (await send('POST', `/bots/${ownId}/web-view-posts/${entry?.id}/apply`)) as { eventId: string };
        expect(again).toMatchObject({ message: 'delivered', turn: 3 });
        expect(again.eventId).not.toBe(first.body.eventId);
        expect((await talk.detail()).variables.session).toMatchObject({ count: 2 });
      });

      it('a test post goes into previews only', async () => {
        const preview = await begin(send, botId, { kind: 'preview' });
        const test = (conversationId: string) => ada.call('POST', `/bots/${botId}/web-view-test-posts`, { conversationId, message: 'count', variables: { a: 'b' } });
        expect(await test(preview.id)).toMatchObject({ status: 200, body: { message: 'delivered', variables: ['a'] } });
        const live = await begin(send, botId);
        expect(await test(live.id)).toMatchObject({ status: 409, body: { code: 'conversation/previews-only' } });
      });

      it('keeps the newest thousand', async () => {
        const { botId: ownId } = await makeTestBot(send, called.origin);
        const { ids } = await open(ownId);
        const { db } = api.deps;
        const { workspaceId } = await db.bot.findUniqueOrThrow({ where: { id: ownId } });
        const old = Array.from({ length: 1_000 }, (_, index) => ({ id: `${ownId}-${index}`, workspaceId, botId: ownId, conversationId: 'c', receivedAt: new Date(index * 1_000), outcome: index === 3 ? 'queued' : 'applied', variableNames: '[]' }));
        await db.webViewPost.createMany({ data: old });
        await post(ids);
        expect(await inbox(ownId)).toHaveLength(200);
        const kept = await db.webViewPost.findMany({ where: { botId: ownId }, orderBy: { receivedAt: 'asc' }, select: { id: true } });
        expect(kept.map(({ id }) => id).slice(0, 3)).toEqual([`${ownId}-1`, `${ownId}-2`, `${ownId}-3`]);
        expect(kept).toHaveLength(1_000);
      });
    });
  });
}
