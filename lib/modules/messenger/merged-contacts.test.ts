import { SignJWT } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { emptyBotContent } from '@/lib/engine/program/bot-content.schema';
import { dialogSchema } from '@/lib/engine/program/dialog.schema';
import { interactionSchema } from '@/lib/engine/program/interaction.schema';
import { changeContent, publish, type Send } from '@/lib/modules/conversation/test-bot.fixture';
import { startTestApi, type TestApi } from '@/scripts/test/start-test-api';
import { talkTo, toSaid, toSend } from '@/scripts/test/talk-to';
import { findTestDatabases, type TestDatabase } from '@/scripts/test/test-databases';
import { messengerSessionSchema, type MessengerSession } from './messenger.schema';

const idSchema = z.object({ id: z.string() });

/** `keep plan gold`: as a permanent variable, and as context data of the user. */
const KEEP = `var words = botContext.getCurrentUserMessage().split(' ');
botContext.setBotVariable(words[1], words[2], true, true);
botContext.registerContextNamespace('prefs');
botContext.setContextDataForUser('prefs', words[1], words[2]);`;
const RECALL = `var say = ['plan', 'color'].map(function (name) { return botContext.getBotVariable(name) + '/' + botContext.getContextDataForUser('prefs', name); });
botContext.sendMessage(say.join(' '));`;

for (const kind of await findTestDatabases()) {
  describe.skipIf(!kind.isThere)(`what bots remember of merged contacts on ${kind.name}`, () => {
    let database: TestDatabase;
    let api: TestApi;
    let send: Send;
    let channelId: string;
    let secret: string;

    beforeAll(async () => {
      database = await kind.create();
      api = await startTestApi({ DATABASE_URL: database.databaseUrl });
      send = toSend(await api.join('ada'));
      const botId = idSchema.parse(await send('POST', '/bots', { name: 'Bot' })).id;
      const scripts = { keep: KEEP, recall: RECALL };
      const interactions = Object.entries(scripts).map(([id, preProcess]) => interactionSchema.parse({ kind: 'text', id: `${id}-text`, name: id, text: 'Done.', preProcess, next: { kind: 'end' } }));
      const dialogs = Object.keys(scripts).map((id) => dialogSchema.parse({ id, name: id, kind: 'standard', starter: { patterns: [`${id}*`] }, interactionIds: [`${id}-text`] }));
      const byId = <Each extends { id: string }>(all: Each[]) => Object.fromEntries(all.map((each) => [each.id, each]));
      await changeContent(send, botId, () => ({ ...emptyBotContent(), dialogIds: Object.keys(scripts), dialogs: byId(dialogs), interactions: byId(interactions) }));
      await publish(send, botId);
      channelId = idSchema.parse(await send('POST', '/channels', { name: 'Messenger', botId })).id;
      secret = z.object({ secret: z.string() }).parse(await send('POST', `/channels/${channelId}/identity-secret`)).secret;
    });
    afterAll(async () => {
      await api.stop();
      await database.drop();
    });

    let sub = '';
    beforeEach(() => {
      sub = crypto.randomUUID();
    });
    const sign = () => new SignJWT({ sub }).setProtectedHeader({ alg: 'HS256' }).setIssuedAt().setExpirationTime('10m').sign(new TextEncoder().encode(secret));
    const open = async (request: object = {}): Promise<MessengerSession> => messengerSessionSchema.parse((await api.call('POST', `/messenger/channels/${channelId}/sessions`, request)).body);
    const beginAs = async ({ token }: MessengerSession, text: string) => {
      const body = JSON.stringify({ requestId: crypto.randomUUID(), message: { messageId: crypto.randomUUID(), text } });
      const response = await fetch(`${api.origin}/api/messenger/conversations`, { method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` }, body });
      return talkTo(send, z.object({ conversation: idSchema }).parse(await response.json()).conversation.id);
    };
    const recallAs = async (session: MessengerSession) => toSaid(await (await beginAs(session, 'recall')).messages())[1];

    it('permanent variables and user context come along; what is remembered of the identified one stays', async () => {
      const identified = await open({ identity: await sign() });
      await beginAs(identified, 'keep plan silver');
      const anonymous = await open();
      const talk = await beginAs(anonymous, 'keep plan gold');
      await talk.say('keep color blue');
      expect(await recallAs(anonymous)).toBe('bot: gold/gold blue/blue');
      expect(await recallAs(identified)).toBe('bot: silver/silver null/null');

      const merged = await open({ token: anonymous.token, identity: await sign() });
      expect(await recallAs(merged)).toBe('bot: silver/silver blue/blue');
    });

    it('a conversation that began before goes on with the same memory as those that begin after', async () => {
      const anonymous = await open();
      const talk = await beginAs(anonymous, 'keep color blue');
      const merged = await open({ token: anonymous.token, identity: await sign() });
      expect(toSaid((await talk.say('recall')).messages)).toContain('bot: null/null blue/blue');
      await talk.say('keep plan gold');
      await talk.say('keep color red');
      expect(await recallAs(merged)).toBe('bot: gold/gold red/red');
      await beginAs(merged, 'keep color green');
      expect(toSaid((await talk.say('recall')).messages)).toContain('bot: gold/gold green/green');
    });
  });
}
