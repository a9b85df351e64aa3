import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { emptyBotContent } from '@/lib/engine/program/bot-content.schema';
import { dialogSchema } from '@/lib/engine/program/dialog.schema';
import { interactionSchema } from '@/lib/engine/program/interaction.schema';
import { startTestApi, type TestApi } from '@/scripts/test/start-test-api';
import { begin, talkTo, toSaid, toSend, until } from '@/scripts/test/talk-to';
import { findTestDatabases, type TestDatabase } from '@/scripts/test/test-databases';
import { changeContent, publish, type Send } from './test-bot.fixture';

/** Panels by what the consumer says; each stands before a text that names its bot and dialog. */
type Panels = Record<string, string>;

const idOf = (made: unknown): string => z.object({ id: z.string() }).parse(made).id;

async function makeBot(send: Send, name: string): Promise<string> {
  return idOf(await send('POST', '/bots', { name }));
}

async function fill(send: Send, botId: string, { name, panels }: { name: string; panels: Panels }): Promise<void> {
  const interactions = Object.entries(panels).flatMap(([id, preProcess]) => [
    interactionSchema.parse({ kind: 'text', id: `${name}-${id}`, name: `${name}-${id}`, text: `${name} ${id} {$botContext.city}`, preProcess, next: { kind: 'end' } }),
  ]);
  const question = interactionSchema.parse({ kind: 'text-question', id: `${name}-question`, name: `${name}-question`, text: `${name} asks` });
  const dialogs = [
    ...Object.keys(panels).map((id) => dialogSchema.parse({ id: `${name}-d-${id}`, name: id, kind: id === 'fallback' ? 'fallback' : 'standard', starter: { patterns: id === 'fallback' ? [] : [id] }, interactionIds: [`${name}-${id}`] })),
    dialogSchema.parse({ id: `${name}-asking`, name: 'asking', kind: 'standard', starter: { patterns: ['ask'] }, interactionIds: [`${name}-question`] }),
  ];
  await changeContent(send, botId, () => ({
    ...emptyBotContent(),
    dialogIds: dialogs.map(({ id }) => id),
    dialogs: Object.fromEntries(dialogs.map((dialog) => [dialog.id, dialog])),
    interactions: Object.fromEntries([...interactions, question].map((interaction) => [interaction.id, interaction])),
  }));
}

/** Two bots that know each other, published. */
async function makePair(send: Send, others: { foreignId?: string } = {}) {
  const [shop, bank, unpublished] = [await makeBot(send, `Shop ${Math.random()}`), await makeBot(send, `Bank ${Math.random()}`), await makeBot(send, `New ${Math.random()}`)];
  await fill(send, shop, {
    name: 'shop',
    panels: {
      go: `botContext.setBotVariable('city', 'Linz', true); botContext.setBotVariable('known', 'shop', true, true); botContext.transferToBotDialog('${bank}', 'account', null);`,
      message: `botContext.transferToBotDialog('${bank}', '', 'account');`,
      lost: `botContext.transferToBotDialog('${bank}', 'no such dialog', null);`,
      nobody: `botContext.transferToBotDialog('no-such-bot', 'account', null);`,
      foreign: `botContext.transferToBotDialog('${others.foreignId ?? ''}', 'account', null);`,
      unpublished: `botContext.transferToBotDialog('${unpublished}', '', null);`,
      loop: `botContext.transferToBotDialog('${bank}', 'loop', null);`,
      home: '',
      fallback: '',
    },
  });
  await fill(send, bank, {
    name: 'bank',
    panels: {
      account: `botContext.sendMessage('known: ' + botContext.getBotVariable('known'));`,
      back: `botContext.transferToBotDialog('${shop}', 'home', null);`,
      loop: `botContext.transferToBotDialog('${shop}', 'loop', null);`,
      fallback: '',
    },
  });
  await publish(send, bank);
  await publish(send, shop);
  return { shop, bank };
}

for (const kind of await findTestDatabases()) {
  describe.skipIf(!kind.isThere)(`a transfer to another bot, on ${kind.name}`, () => {
    let database: TestDatabase;
    let api: TestApi;
    let send: Send;
    let bots: { shop: string; bank: string };
    beforeAll(async () => {
      database = await kind.create();
      api = await startTestApi({ DATABASE_URL: database.databaseUrl });
      const foreignId = await makeBot(toSend(await api.join('eve')), 'Foreign');
      send = toSend(await api.join('ada'));
      bots = await makePair(send, { foreignId });
    });
    afterAll(async () => {
      await api.stop();
      await database.drop();
    });

    it('the named dialog of the other bot answers; the session goes along, and the conversation is that bot’s', async () => {
      const talk = await begin(send, bots.shop);
      const answer = await talk.say('go', 'go-1');
      expect(toSaid(answer.messages)).toEqual(['consumer: go', 'bot: known: null', 'bot: bank account Linz']);
      expect(await talk.say('go', 'go-1')).toEqual(answer);
      const messages = await talk.messages();
      expect(messages.map(({ seq }) => seq)).toEqual(messages.map((_, index) => index + 1));
      expect(messages.at(-1)?.actor).toEqual({ kind: 'bot', id: bots.bank });
      expect(await talk.detail()).toMatchObject({ botId: bots.bank, isAnswering: false, stack: [], variables: { session: { city: 'Linz' }, permanent: {} } });
      expect((await talk.turns()).map(({ event, status }) => [event.kind, status])).toEqual([['started', 'done'], ['message-received', 'done'], ['bot-transferred', 'done']]);
    });

    it('there and back again: each bot has its own permanent variables and leaves no question behind', async () => {
      const talk = await begin(send, bots.shop);
      await talk.say('go');
      await talk.say('ask');
      expect((await talk.detail()).waiting).toMatchObject({ kind: 'answer' });
      expect(toSaid((await talk.say('back')).messages)).toEqual(['consumer: back', 'bot: shop home Linz']);
      expect(await talk.detail()).toMatchObject({ botId: bots.shop, waiting: null, stack: [], variables: { permanent: { known: 'shop' } } });
      expect(toSaid((await talk.say('home')).messages)).toEqual(['consumer: home', 'bot: shop home Linz']);
    });

    it('without a dialog the message that was sent starts one', async () => {
      const talk = await begin(send, bots.shop);
      expect(toSaid((await talk.say('message')).messages)).toEqual(['consumer: message', 'bot: known: null', 'bot: bank account']);
    });

    it('as the first thing of a conversation, and in a preview to the draft', async () => {
      const { shop, bank } = await makePair(send);
      await fill(send, bank, { name: 'draft', panels: { account: '' } });
      const live = await begin(send, shop, { message: { messageId: 'first', text: 'go' } });
      expect(toSaid(live.first)).toEqual(['consumer: go', 'bot: known: null', 'bot: bank account Linz']);
      expect(live.conversation.botId).toBe(bank);
      const preview = await begin(send, shop, { kind: 'preview', message: { messageId: 'first', text: 'go' } });
      expect(toSaid(preview.first)).toEqual(['consumer: go', 'bot: draft account Linz']);
    });

    it.each(['lost', 'nobody', 'foreign', 'unpublished'])('“%s” leads nowhere: the consumer is told, the flow goes on, and the trace has the fault', async (text) => {
      const talk = await begin(send, bots.shop);
      const { turn, messages } = await talk.say(text);
      expect(toSaid(messages)).toEqual([`consumer: ${text}`, 'bot: Sorry, something went wrong. Please try again.', `bot: shop ${text}`]);
      expect((await talk.turn(turn.number)).trace).toContainEqual(expect.objectContaining({ kind: 'fault', code: 'flow/transfer-target-missing', interactionId: `shop-${text}` }));
      expect((await talk.detail()).botId).toBe(bots.shop);
    });

    it('bots that transfer to each other without end are stopped after five times', async () => {
      const talk = await begin(send, bots.shop);
      const { messages } = await talk.say('loop');
      expect(toSaid(messages)).toEqual(['consumer: loop', 'bot: Sorry, something went wrong. Please try again.', 'bot: bank loop']);
      const turns = await talk.turns();
      expect(turns.filter(({ event }) => event.kind === 'bot-transferred')).toHaveLength(5);
      expect((await talk.turn(turns.at(-1)?.number ?? 0)).trace).toContainEqual(expect.objectContaining({ kind: 'fault', code: 'flow/too-many-transfers' }));
      expect(toSaid((await talk.say('account')).messages)).toEqual(['consumer: account', 'bot: known: null', 'bot: bank account']);
    });

    it('the other bot has its own environment, and secrets of the first one stay hidden', async () => {
      const { shop, bank } = await makePair(send);
      const setKey = async (botId: string, variable: object) => {
        const { id } = z.object({ id: z.string() }).parse(await send('POST', '/environments', { name: `Env ${Math.random()}`, variables: [{ key: 'key', ...variable }] }));
        await send('PUT', `/bots/${botId}`, { name: `Bot ${Math.random()}`, environmentId: id, version: 1 });
      };
      await setKey(shop, { value: 'very-secret-value', isSecret: true });
      await setKey(bank, { value: 'bank key', isSecret: false });
      await fill(send, shop, { name: 'shop', panels: { go: `botContext.setBotVariable('city', botContext.getEnvVariable('key'), true); botContext.transferToBotDialog('${bank}', 'account', null);` } });
      await fill(send, bank, { name: 'bank', panels: { account: `botContext.sendMessage(botContext.getEnvVariable('key') + ' ' + botContext.getBotVariable('city').length);` } });
      const talk = await begin(send, shop, { kind: 'preview', message: { messageId: 'first', text: 'go' } });
      expect(toSaid(talk.first)).toContain('bot: bank key 17');
      const shown = JSON.stringify([await talk.detail(), await talk.turn(1), await talk.turn(2)]);
      expect(shown).toContain('"city"');
      expect(shown).not.toContain('very-secret-value');
    });

    it('going back to a turn before the transfer goes back to the bot of then', async () => {
      const talk = await begin(send, bots.shop, { kind: 'preview' });
      await talk.say('go');
      const { conversation } = z.object({ conversation: z.object({ id: z.string() }) }).parse(await send('POST', `/conversations/${talk.id}/branch`, { afterTurn: 1 }));
      expect(await talkTo(send, conversation.id).detail()).toMatchObject({ botId: bots.shop });
      expect(await send('POST', `/conversations/${talk.id}/replay`)).toMatchObject({ isSame: true });
    });
  });

  describe.skipIf(!kind.isThere)(`a restart between the bots, on ${kind.name}`, () => {
    let database: TestDatabase;
    let apis: TestApi[];
    beforeEach(async () => {
      database = await kind.create();
      apis = [];
    });
    afterEach(async () => {
      for (const api of apis) await api.stop();
      await database.drop();
    });

    it('the other bot’s turn goes on by itself, once', async () => {
      const start = async () => {
        const api = await startTestApi({ DATABASE_URL: database.databaseUrl, MASTER_KEY: 'a'.repeat(64) });
        apis.push(api);
        return api;
      };
      const first = await start();
      const ada = await first.join('ada');
      const send = toSend(ada);
      const { shop, bank } = await makePair(send);
      const talk = await begin(send, shop);
      const answer = await talk.say('go', 'once');
      // As a crash leaves it that came when the conversation had moved and the other bot had not begun.
      const { db } = first.deps;
      const moved = await db.message.findMany({ where: { conversationId: talk.id, turnNumber: 3 } });
      await db.message.deleteMany({ where: { conversationId: talk.id, turnNumber: 3 } });
      const row = await db.conversation.findUniqueOrThrow({ where: { id: talk.id } });
      const state = JSON.parse(row.state) as { nextSeq: number; turnCount: number };
      const before = { ...state, nextSeq: state.nextSeq - moved.length, turnCount: state.turnCount - 1 };
      await db.conversation.update({ where: { id: talk.id }, data: { state: JSON.stringify(before), lastSeq: row.lastSeq - moved.length, version: row.version + 1 } });
      await db.turn.update({ where: { conversationId_number: { conversationId: talk.id, number: 3 } }, data: { status: 'running', journal: null, trace: null, ownerId: 'gone', leaseUntil: new Date(0) } });
      await first.stop();
      apis = [];
      const second = await start();
      const again = talkTo(
        async (method, path, body) => {
          const response = await fetch(`${second.origin}/api${path}`, { method, headers: { cookie: ada.cookie, 'content-type': 'application/json' }, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
          return response.json();
        },
        talk.id,
      );
      await until(async () => (await again.turns()).at(-1)?.status === 'done');
      expect(toSaid((await again.say('go', 'once')).messages)).toEqual(toSaid(answer.messages));
      expect((await again.messages()).map(({ seq }) => seq)).toEqual((await again.messages()).map((_, index) => index + 1));
      expect(await again.detail()).toMatchObject({ botId: bank, isAnswering: false });
    });
  });
}
