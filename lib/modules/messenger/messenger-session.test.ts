import { SignJWT } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { emptyBotContent } from '@/lib/engine/program/bot-content.schema';
import { dialogSchema } from '@/lib/engine/program/dialog.schema';
import { interactionSchema } from '@/lib/engine/program/interaction.schema';
import { changeContent, publish, type Send } from '@/lib/modules/conversation/test-bot.fixture';
import { readOwnContactIds } from '@/lib/modules/contact/read-own-contact-ids';
import { contactSchema } from '@/lib/modules/contact/contact.schema';
import { startTestApi, type TestApi, type TestPerson } from '@/scripts/test/start-test-api';
import { talkTo, toSaid, toSend } from '@/scripts/test/talk-to';
import { findTestDatabases, type TestDatabase } from '@/scripts/test/test-databases';
import { messengerSessionSchema, type MessengerSession } from './messenger.schema';

const WHO = `var personal = botContext.getLPUserPersonalInfo(), customer = botContext.getLPCustomerInfo();
botContext.sendMessage([botContext.getUserName(), botContext.getEmail(), personal && personal.firstname, personal && personal.lastname, customer && customer.plan].join('|'));`;

for (const kind of await findTestDatabases()) {
  describe.skipIf(!kind.isThere)(`messengers’ sessions on ${kind.name}`, () => {
    let database: TestDatabase;
    let api: TestApi;
    let ada: TestPerson;
    let send: Send;
    let botId: string;
    let channelId: string;
    let secret: string;

    beforeAll(async () => {
      database = await kind.create();
      api = await startTestApi({ DATABASE_URL: database.databaseUrl });
      ada = await api.join('ada');
      send = toSend(ada);
      botId = z.object({ id: z.string() }).parse(await send('POST', '/bots', { name: 'Bot' })).id;
      const interaction = interactionSchema.parse({ kind: 'text', id: 'who-text', name: 'who', text: 'So it is.', preProcess: WHO, next: { kind: 'end' } });
      const dialog = dialogSchema.parse({ id: 'who', name: 'who', kind: 'standard', starter: { patterns: ['who'] }, interactionIds: ['who-text'] });
      await changeContent(send, botId, () => ({ ...emptyBotContent(), dialogIds: ['who'], dialogs: { who: dialog }, interactions: { 'who-text': interaction } }));
      await publish(send, botId);
    });
    afterAll(async () => {
      await api.stop();
      await database.drop();
    });
    beforeEach(async () => {
      ({ channelId, secret } = await makeChannel());
    });

    const makeChannel = async () => {
      const { id } = z.object({ id: z.string() }).parse(await send('POST', '/channels', { name: 'Messenger', botId }));
      return { channelId: id, ...z.object({ secret: z.string() }).parse(await send('POST', `/channels/${id}/identity-secret`)) };
    };
    const sign = (claims: object, { key = secret, lifeS = 600 } = {}) => {
      const nowS = Math.floor(Date.now() / 1_000);
      return new SignJWT({ iat: nowS, exp: nowS + lifeS, ...claims }).setProtectedHeader({ alg: 'HS256' }).sign(new TextEncoder().encode(key));
    };
    const ask = (request: object = {}, channel = channelId) => api.call('POST', `/messenger/channels/${channel}/sessions`, request);
    const open = async (request: object = {}, channel = channelId): Promise<MessengerSession> => {
      const answer = await ask(request, channel);
      expect([answer.status, answer.text]).toEqual([201, expect.any(String)]);
      return messengerSessionSchema.parse(answer.body);
    };
    const patch = async (token: string, change: object) => {
      const response = await fetch(`${api.origin}/api/messenger/contact`, { method: 'PATCH', headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` }, body: JSON.stringify(change) });
      const body: unknown = await response.json();
      return { status: response.status, body };
    };
    const talkAs = async ({ token }: MessengerSession) => {
      const body = JSON.stringify({ requestId: crypto.randomUUID(), message: { messageId: crypto.randomUUID(), text: 'who' } });
      const response = await fetch(`${api.origin}/api/messenger/conversations`, { method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` }, body });
      const { conversation } = z.object({ conversation: z.object({ id: z.string() }) }).parse(await response.json());
      return talkTo(send, conversation.id);
    };
    const daysUntil = ({ expiresAt }: MessengerSession) => (Date.parse(expiresAt) - Date.now()) / 86_400_000;

    it('somebody new is anonymous, is the same with their token, and is known for a year from each visit', async () => {
      const first = await open({ language: 'de-CH' });
      expect(first).toMatchObject({ contact: { isIdentified: false, info: {}, customData: {} }, conversations: [] });
      const second = await open({ token: first.token });
      expect(second.contact).toEqual(first.contact);
      expect(daysUntil(second)).toBeCloseTo(365, 1);
      expect((await open()).contact.id).not.toBe(first.contact.id);
    });

    it.each([
      ['rubbish', () => Promise.resolve('rubbish')],
      ['of a contact of another channel', async () => (await open({}, (await makeChannel()).channelId)).token],
      ['that has expired', async () => api.deps.messengerTokens.sign({ contactId: (await open()).contact.id, channelId, workspaceId: ada.workspaceId, isIdentified: false, expiresAtMs: Date.now() - 1_000 })],
    ])('a token %s is ignored: it is somebody new', async (_what, make) => {
      const token = await make();
      const session = await open({ token });
      expect(api.deps.messengerTokens.verify(token)?.contactId).not.toBe(session.contact.id);
      expect(session.contact.isIdentified).toBe(false);
    });

    it('somebody identified is one contact on every device, and their session ends with the identity', async () => {
      const identity = await sign({ sub: 'c-81', name: 'Ada Lovelace', email: 'ada@example.com' });
      const [first, second] = await Promise.all([open({ identity }), open({ identity })]);
      expect(first.contact).toEqual({ id: second.contact.id, isIdentified: true, info: { name: 'Ada Lovelace', email: 'ada@example.com' }, customData: {} });
      expect(daysUntil(first)).toBeLessThan(0.01);
      expect(daysUntil(await open({ identity: await sign({ sub: 'c-81' }, { lifeS: 30 * 86_400 }) }))).toBeCloseTo(1, 2);
      const later = await open({ token: first.token });
      expect([later.contact.id, later.expiresAt]).toEqual([first.contact.id, first.expiresAt]);
    });

    it.each([
      ['without a signature of ours', async () => sign({ sub: 'c-81' }, { key: 'wrong' }), 401, 'messenger/wrong-identity'],
      ['signed for another channel', async () => sign({ sub: 'c-81' }, { key: (await makeChannel()).secret }), 401, 'messenger/wrong-identity'],
      ['that has expired', () => sign({ sub: 'c-81' }, { lifeS: -600 }), 401, 'messenger/identity-expired'],
    ])('an identity %s is refused', async (_what, make, status, code) => {
      expect(await ask({ identity: await make() })).toMatchObject({ status, body: { code } });
    });

    it('an identity is refused by a channel without a secret, and by one whose secret was renewed', async () => {
      const identity = await sign({ sub: 'c-81' });
      await send('POST', `/channels/${channelId}/identity-secret`);
      expect(await ask({ identity })).toMatchObject({ status: 401, body: { code: 'messenger/wrong-identity' } });
      const bare = z.object({ id: z.string() }).parse(await send('POST', '/channels', { name: 'Bare', botId })).id;
      expect(await ask({ identity }, bare)).toMatchObject({ status: 409, body: { code: 'messenger/no-identity-secret' } });
      expect(await ask({}, 'nobody')).toMatchObject({ status: 404, body: { code: 'channel/not-found' } });
    });

    it('what somebody anonymous said comes along when they are identified, and their old token is good for nothing', async () => {
      const before = await open();
      await patch(before.token, { info: { city: 'London', name: 'A' }, customData: { plan: 'gold' } });
      const talk = await talkAs(before);
      const after = await open({ token: before.token, identity: await sign({ sub: 'c-7', name: 'Ada Lovelace' }) });
      expect(after.contact).toMatchObject({ isIdentified: true, info: { name: 'Ada Lovelace', city: 'London' }, customData: { plan: 'gold' } });
      expect(after.conversations.map(({ id }) => id)).toEqual([talk.id]);
      expect((await open({ identity: await sign({ sub: 'c-7' }) })).conversations.map(({ id }) => id)).toEqual([talk.id]);

      expect(await patch(before.token, { info: { name: 'Eve' } })).toMatchObject({ status: 401, body: { code: 'messenger/session-required' } });
      const scope = { workspaceId: ada.workspaceId, contactId: before.contact.id };
      expect(await readOwnContactIds(api.deps, scope)).toEqual([]);
      expect((await open({ token: before.token })).contact.id).not.toBe(before.contact.id);
    });

    it('somebody identified is never merged into somebody else who uses the same browser', async () => {
      const first = await open({ identity: await sign({ sub: 'one' }) });
      const talk = await talkAs(first);
      const second = await open({ token: first.token, identity: await sign({ sub: 'two' }) });
      expect([second.contact.id === first.contact.id, second.conversations]).toEqual([false, []]);
      expect((await open({ token: first.token })).conversations.map(({ id }) => id)).toEqual([talk.id]);
    });

    it('what was signed can’t be changed by the page; what it left open can', async () => {
      const { token } = await open({ identity: await sign({ sub: 'c-9', email: 'ada@example.com' }) });
      const told = await patch(token, { info: { email: 'eve@example.com', company: 'Analytical' } });
      expect(told).toMatchObject({ status: 200, body: { info: { email: 'ada@example.com', company: 'Analytical' } } });
      expect(contactSchema.parse((await patch(token, { info: { company: '' } })).body).info).toEqual({ email: 'ada@example.com' });
      const again = await open({ token, identity: await sign({ sub: 'c-9', name: 'Ada' }) });
      expect(again.contact.info).toEqual({ name: 'Ada', email: 'eve@example.com' });
    });

    it('custom data are replaced as a whole, and are kept within their size', async () => {
      const { token } = await open();
      await patch(token, { customData: { plan: 'gold', since: 2021 } });
      expect(contactSchema.parse((await patch(token, { customData: { seen: ['a'] } })).body).customData).toEqual({ seen: ['a'] });
      expect(contactSchema.parse((await patch(token, {})).body).customData).toEqual({ seen: ['a'] });
      expect(await patch(token, { info: { phone_number: '1' } })).toMatchObject({ status: 400, body: { code: 'request/invalid-body', detail: expect.stringContaining('phone_number') } });
      expect(await patch(token, { customData: { large: 'x'.repeat(16_000) } })).toMatchObject({ status: 400, body: { code: 'request/invalid-body' } });
    });

    it('scripts of an open conversation know what was told since it began', async () => {
      const session = await open();
      const talk = await talkAs(session);
      expect(toSaid(await talk.messages())).toContain('bot: ||||');
      await patch(session.token, { info: { name: 'Ada Lovelace', email: 'ada@example.com' }, customData: { plan: 'gold' } });
      expect(toSaid((await talk.say('who')).messages)).toContain('bot: Ada Lovelace|ada@example.com|Ada|Lovelace|gold');
      await open({ token: session.token, identity: await sign({ sub: 'c-11', name: 'Grace Hopper' }) });
      expect(toSaid((await talk.say('who')).messages)).toContain('bot: Grace Hopper|ada@example.com|Grace|Hopper|gold');
    });

    it('sessions of a deleted channel end', async () => {
      const { token } = await open();
      await send('DELETE', `/channels/${channelId}`);
      expect(await patch(token, { info: { name: 'Ada' } })).toMatchObject({ status: 401, body: { code: 'messenger/session-required' } });
      expect(await ask({ token })).toMatchObject({ status: 404, body: { code: 'channel/not-found' } });
    });

    it('one address can’t fill the database with visitors of a channel; who has a token is let in', async () => {
      const known = await open();
      const answers = await Promise.all(Array.from({ length: 310 }, () => ask()));
      expect(answers.filter(({ status }) => status === 201).length).toBe(299);
      expect(answers.find(({ status }) => status !== 201)).toMatchObject({ status: 429, body: { code: 'messenger/too-many-sessions' } });
      expect(await open({ token: known.token })).toMatchObject({ contact: { id: known.contact.id } });
    }, 60_000);
  });
}
