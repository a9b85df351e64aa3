import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { interactionSchema } from '@/lib/engine/program/interaction.schema';
import { messageSchema } from '@/lib/engine/messages/message.schema';
import { botTestFileSchema, botTestResultSchema, botTestSchema } from '@/lib/modules/bot-test/bot-test.schema';
import { conversationSchema, turnDetailSchema } from '@/lib/modules/conversation/conversation.schema';
import { draftSchema } from '@/lib/modules/draft/draft.contract';
import { startTestApi, type TestApi, type TestPerson } from '@/scripts/test/start-test-api';
import { turnComparisonSchema } from './replay.schema';

let api: TestApi;
let ada: TestPerson;
let bank: Server;
let balance = 100;
let callCount = 0;
let botId: string;

const idSchema = z.object({ id: z.string() });

beforeAll(async () => {
  bank = createServer((_, response) => {
    callCount += 1;
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ balance }));
  });
  await new Promise<void>((resolve) => bank.listen(0, '127.0.0.1', resolve));
  api = await startTestApi({ OUTBOUND_ALLOW: '127.0.0.1' });
  ada = await api.join('ada');
});
afterAll(async () => {
  await api.stop();
  bank.close();
});

/** A bot that tells the balance that the bank gives. */
beforeEach(async () => {
  balance = 100;
  botId = idSchema.parse((await ada.call('POST', '/bots', { name: 'Teller' })).body).id;
  const url = `http://127.0.0.1:${(bank.address() as AddressInfo).port}/`;
  const definition = { name: 'Balance', responseVariable: 'bank', url, customDataFields: [{ key: 'balance', path: '{$.api_bank.balance}' }] };
  const integrationId = idSchema.parse((await ada.call('POST', `/bots/${botId}/integrations`, { definition })).body).id;
  await change(() => ({
    dialogs: { tell: { id: 'tell', name: 'Tell', starter: { patterns: ['balance'] }, interactionIds: ['ask', 'say'] } },
    interactions: {
      ask: interactionSchema.parse({ kind: 'integration', id: 'ask', name: 'Ask the bank', integrationId }),
      say: say('You have {bank.balance} {$botContext.currency}.'),
    },
  }));
});

const say = (text: string) => interactionSchema.parse({ kind: 'text', id: 'say', name: 'Say it', text });

async function change(make: () => { dialogs?: Record<string, { id: string }>; interactions: Record<string, unknown> }) {
  const { content } = draftSchema.parse((await ada.call('GET', `/bots/${botId}/draft`)).body);
  const { dialogs = {}, interactions } = make();
  const changes = [
    ...Object.entries(interactions).map(([id, after]) => ({ place: ['interactions', id], before: content.interactions[id] ?? null, after })),
    ...Object.entries(dialogs).map(([id, after]) => ({ place: ['dialogs', id], before: content.dialogs[id] ?? null, after })),
    ...(Object.keys(dialogs).length > 0 ? [{ place: ['dialogIds'], before: content.dialogIds, after: [...content.dialogIds, ...Object.keys(dialogs)] }] : []),
  ];
  expect((await ada.call('PATCH', `/bots/${botId}/draft`, { changes })).status).toBe(200);
}

async function talk(): Promise<string> {
  const message = { messageId: 'm1', text: 'balance' };
  const answer = await ada.call('POST', `/bots/${botId}/conversations`, { kind: 'preview', message, variables: {} });
  expect(answer.status).toBe(201);
  return z.object({ conversation: conversationSchema }).parse(answer.body).conversation.id;
}

async function hear(conversationId: string): Promise<string[]> {
  const { body } = await ada.call('GET', `/conversations/${conversationId}/messages`);
  return z.object({ messages: z.array(messageSchema) }).parse(body).messages.map(({ actor, plainText }) => `${actor.kind}: ${plainText}`);
}

async function branch(conversationId: string, request: object) {
  const answer = await ada.call('POST', `/conversations/${conversationId}/branch`, request);
  expect(answer).toMatchObject({ status: 201 });
  return z.object({ conversation: conversationSchema }).parse(answer.body).conversation;
}

describe('replaying a conversation', () => {
  const replay = async (conversationId: string) =>
    z.object({ isSame: z.boolean(), turns: z.array(turnComparisonSchema) }).parse((await ada.call('POST', `/conversations/${conversationId}/replay`)).body);

  it('is the same while the draft is, without calling the API again', async () => {
    const conversationId = await talk();
    balance = 5;
    const before = callCount;
    expect(await replay(conversationId)).toMatchObject({ isSame: true, turns: [{ isSame: true, unrecordedIntegrationIds: [] }] });
    expect(callCount).toBe(before);
  });

  it('shows what the edited draft says instead', async () => {
    const conversationId = await talk();
    await change(() => ({ interactions: { say: say('Your balance: {bank.balance}.') } }));
    const { isSame, turns } = await replay(conversationId);
    expect(isSame).toBe(false);
    expect(turns[0]?.differences).toMatchObject([{ kind: 'changed', before: { plainText: 'You have 100 .' }, after: { plainText: 'Your balance: 100.' } }]);
  });
});

describe('a branch', () => {
  it('begins with the turns up to there, as they were, and goes on by itself', async () => {
    const source = await talk();
    const { id, kind, options } = await branch(source, { afterTurn: 1, variables: [{ scope: 'session', name: 'currency', value: 'EUR' }] });
    expect({ kind, from: options.branchedFrom }).toEqual({ kind: 'preview', from: { conversationId: source, afterTurn: 1 } });
    expect(await hear(id)).toEqual(await hear(source));
    balance = 7;
    await ada.call('POST', `/conversations/${id}/messages`, { messageId: 'm2', text: 'balance' });
    expect((await hear(id)).at(-1)).toBe('bot: You have 7 EUR.');
    expect(await hear(source)).toHaveLength(2);
  });

  it('runs a turn again with another answer of the API', async () => {
    const source = await talk();
    const turn = turnDetailSchema.parse((await ada.call('GET', `/conversations/${source}/turns/1`)).body);
    const key = turn.journal.find(({ kind }) => kind === 'call-integration')?.key;
    const before = callCount;
    const { id } = await branch(source, { afterTurn: 0, rerun: { calls: [{ key, result: { document: { balance: 1_000_000 }, fields: { balance: [1_000_000] } } }] } });
    expect(await hear(id)).toEqual(['consumer: balance', 'bot: You have 1000000 .']);
    expect(callCount).toBe(before);
  });

  it('after a turn that there is not is refused', async () => {
    expect(await ada.call('POST', `/conversations/${await talk()}/branch`, { afterTurn: 9 })).toMatchObject({ status: 404, body: { code: 'conversation/turn-not-found' } });
  });
});

describe('a bot test', () => {
  const save = async () => botTestSchema.parse((await ada.call('POST', `/bots/${botId}/tests`, { name: 'Balance told', conversationId: await talk() })).body);
  const run = async (testId: string) => botTestResultSchema.parse((await ada.call('POST', `/bots/${botId}/tests/${testId}/runs`)).body);

  it('passes as recorded, whatever the API says now', async () => {
    const { id } = await save();
    balance = 3;
    expect(await run(id)).toMatchObject({ passed: true });
    expect(await ada.call('GET', `/bots/${botId}/tests`)).toMatchObject({ body: { tests: [{ id, turnCount: 1, lastResult: { passed: true } }] } });
  });

  it('fails after a change, shows the difference, and passes once that is accepted', async () => {
    const { id, version } = await save();
    await change(() => ({ interactions: { say: say('Balance {bank.balance}') } }));
    expect(await run(id)).toMatchObject({ passed: false, turns: [{ differences: [{ kind: 'changed', after: { plainText: 'Balance 100' } }] }] });
    expect(await ada.call('POST', `/bots/${botId}/test-runs`)).toMatchObject({ body: { passedCount: 0, failedCount: 1 } });
    expect(await ada.call('PUT', `/bots/${botId}/tests/${id}`, { version, acceptsLastResult: true })).toMatchObject({ status: 200, body: { lastResult: { passed: true } } });
    expect(await run(id)).toMatchObject({ passed: true });
  });

  it('tells of a call that was not recorded, instead of making it', async () => {
    const { id, definition, name } = await save();
    const bare = { ...definition, turns: definition.turns.map((turn) => ({ ...turn, calls: [] })) };
    const copy = botTestSchema.parse((await ada.call('POST', `/bots/${botId}/tests`, { name, definition: bare })).body);
    const before = callCount;
    expect((await run(copy.id)).turns[0]?.unrecordedIntegrationIds).toHaveLength(1);
    expect(callCount).toBe(before);
    expect((await ada.call('DELETE', `/bots/${botId}/tests/${id}`)).status).toBe(204);
  });

  it('is renamed only by who saw its latest version', async () => {
    const { id, version } = await save();
    expect(await ada.call('PUT', `/bots/${botId}/tests/${id}`, { version, name: 'Renamed' })).toMatchObject({ status: 200, body: { name: 'Renamed' } });
    expect(await ada.call('PUT', `/bots/${botId}/tests/${id}`, { version, name: 'Late' })).toMatchObject({ status: 409, body: { code: 'bot-test/changed-meanwhile' } });
  });

  it('leaves as a Playwright spec and, with its bot, as one file', async () => {
    const { id } = await save();
    expect(await ada.call('GET', `/bots/${botId}/tests/${id}/playwright`)).toMatchObject({ body: { fileName: 'balance-told.spec.ts', text: expect.stringContaining('toContainText("You have 100 .")') } });
    const file = botTestFileSchema.parse((await ada.call('GET', `/bots/${botId}/test-file`)).body);
    expect(file).toMatchObject({ bot: { name: 'Teller' }, tests: [{ name: 'Balance told' }], integrations: [{ definition: { name: 'Balance' } }] });
  });

  it('asks as a Playwright spec for no word that only the hour of its recording has', async () => {
    const greeting = interactionSchema.parse({
      kind: 'text',
      id: 'say',
      name: 'Say it',
      preProcess: "botContext.setBotVariable('part', botContext.getHoursType(['evening~0:00~23:59', 'morning~5:00~12:00', 'afternoon~12:00~18:00'], 'Europe/Berlin'), true, false);",
      text: 'Good {$botContext.part}! You have {bank.balance} (now).',
    });
    await change(() => ({ interactions: { say: greeting } }));
    const { id } = await save();
    const { body } = await ada.call('GET', `/bots/${botId}/tests/${id}/playwright`);
    const { text } = z.object({ text: z.string() }).parse(body);
    expect(text).toContain(String.raw`await expect(chat).toContainText(/Good \S+\s*You have 100 \(now\)\./);`);
    expect(text).toMatch(/\/\/ Some words depend on the time: "Good (morning|afternoon|evening)! You have 100/);

    // Words that the draft has changed since are a difference to find, not the clock's doing.
    await change(() => ({ interactions: { say: say('Something else.') } }));
    const later = z.object({ text: z.string() }).parse((await ada.call('GET', `/bots/${botId}/tests/${id}/playwright`)).body);
    expect(later.text).toMatch(/toContainText\("Good (morning|afternoon|evening)! You have 100 \(now\)\."\)/);
  });
});
