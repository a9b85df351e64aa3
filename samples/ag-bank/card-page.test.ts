import { randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { messageSchema, type Message } from '@/lib/engine/messages/message.schema';
import { seedSample } from '@/prisma/seed';
import { startTestApi, type TestApi, type TestPerson } from '@/scripts/test/start-test-api';
import { startSampleBank, type RunningBank } from './start-sample-bank';

/** No test elsewhere has this number; its check digit is right. */
const CARD_NUMBER = '4929 7185 0362 4410';

let api: TestApi;
let bank: RunningBank;
let ada: TestPerson;
let botId: string;
beforeAll(async () => {
  api = await startTestApi({ OUTBOUND_ALLOW: '127.0.0.1', LOG_LEVEL: 'trace' });
  bank = await startSampleBank({ basePath: '/samples/ag-bank', parleyUrl: api.origin });
  await seedSample(api.deps, new URL(bank.url).origin);
  const seeded = await api.deps.db.workspace.findFirstOrThrow();
  ada = await api.join('ada');
  await api.deps.db.membership.updateMany({ where: { workspaceId: ada.workspaceId }, data: { workspaceId: seeded.id } });
  api.deps.configCache.forgetAll();
  botId = z.object({ bots: z.array(z.object({ id: z.string() })) }).parse((await ada.call('GET', '/bots')).body).bots[0]?.id ?? '';
});
afterAll(async () => {
  await api.stop();
  await bank.close();
});

const answerSchema = z.object({ messages: z.array(messageSchema) });
let conversationId: string;

async function begin(): Promise<void> {
  const answer = await ada.call('POST', `/bots/${botId}/conversations`, { kind: 'live' });
  conversationId = z.object({ conversation: z.object({ id: z.string() }) }).parse(answer.body).conversation.id;
}

async function say(text: string): Promise<Message[]> {
  const answer = await ada.call('POST', `/conversations/${conversationId}/messages`, { messageId: randomUUID(), text });
  return answerSchema.parse(answer.body).messages;
}

/** Address of the page behind the card button. */
async function askForPage(): Promise<string> {
  const buttons = (await say('View account statement')).flatMap(({ parts }) => parts.flatMap((part) => (part.kind === 'url-button' ? [part] : [])));
  expect(buttons).toMatchObject([{ label: 'Enter card details', target: 'web-view', height: 'tall' }]);
  return buttons[0]?.url ?? '';
}

/** Fills the form in as a browser without scripts does. */
async function submit(page: string, fields: Record<string, string>): Promise<{ status: number; html: string }> {
  const html = await (await fetch(page)).text();
  const hidden = [...html.matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]);
  return send([...hidden, ...Object.entries(fields)]);
}

async function send(fields: string[][]): Promise<{ status: number; html: string }> {
  const response = await fetch(`${bank.url}/card`, { method: 'POST', body: new URLSearchParams(fields) });
  return { status: response.status, html: await response.text() };
}

async function listMessages(): Promise<Message[]> {
  return answerSchema.parse((await ada.call('GET', `/conversations/${conversationId}/messages`)).body).messages;
}

async function readCarousel(): Promise<string[]> {
  return (await listMessages()).flatMap(({ parts }) => parts.flatMap((part) => (part.kind === 'carousel' ? part.cards.map(({ title, subtitle }) => (subtitle && /^-\d+\.\d\d € on /.test(subtitle) ? title : `${title}: ${subtitle}`)) : [])));
}

async function setMode(mode: 'compatible' | 'signed'): Promise<void> {
  const { version, settings } = z.object({ version: z.number(), settings: z.looseObject({}) }).parse((await ada.call('GET', `/bots/${botId}/web-view-settings`)).body);
  expect((await ada.call('PUT', `/bots/${botId}/web-view-settings`, { version, settings: { ...settings, mode } })).status).toBe(200);
}

describe('the card page', () => {
  beforeEach(begin);

  it.each(['compatible', 'signed'] as const)('writes into the conversation, and Freddy shows the statement: %s links', async (mode) => {
    await setMode(mode);
    const page = await askForPage();
    expect(new URL(page).searchParams.has('token')).toBe(mode === 'signed');
    const done = await submit(page, { cardNumber: CARD_NUMBER, securityCode: '123' });
    expect([done.status, done.html]).toEqual([200, expect.stringContaining('card ending in 4410 is confirmed')]);
    expect(await readCarousel()).toEqual(['Groceries', 'Music subscription', 'Restaurant “Chez Zoé”', 'Train ticket', 'Shoes', 'Pharmacy', 'Account fee']);
    const said = (await listMessages()).map(({ actor, plainText }) => [actor.kind, plainText]);
    expect(said).toContainEqual(['consumer', 'Card ending in 4410 confirmed']);
    expect(said).toContainEqual(['bot', 'This was paid with your card ending in 4410, 307.44 € in all:']);
    await setMode('compatible');
  });

  it('sent twice is one card and one statement', async () => {
    const page = await askForPage();
    const html = await (await fetch(page)).text();
    const hidden = [...html.matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]);
    const fields = [...hidden, ['cardNumber', CARD_NUMBER], ['securityCode', '123']];
    expect((await Promise.all([send(fields), send(fields)])).map(({ status }) => status)).toEqual([200, 200]);
    expect((await listMessages()).filter(({ actor }) => actor.kind === 'consumer').map(({ plainText }) => plainText)).toEqual(['View account statement', 'Card ending in 4410 confirmed']);
  });

  it.each([
    [{ cardNumber: '', securityCode: '' }, ['Enter your card number.', 'Enter the security code.']],
    [{ cardNumber: '4929 7185 0362 4418', securityCode: '12a' }, ['One of the digits is wrong.', 'Enter three or four digits.']],
    [{ cardNumber: '1234', securityCode: '123' }, ['Enter 12 to 19 digits.']],
  ])('says beside each field what is wrong with it: %j', async (fields, errors) => {
    const { status, html } = await submit(await askForPage(), fields);
    expect(status).toBe(422);
    expect([...html.matchAll(/<p class="wrong"[^>]*>([^<]*)/g)].map(([, text]) => text)).toEqual(errors);
  });

  it('never shows a security code again', async () => {
    const { html } = await submit(await askForPage(), { cardNumber: '1', securityCode: '987' });
    expect(html).not.toContain('987');
  });

  it('is of use only with a link from the chat', async () => {
    expect((await fetch(`${bank.url}/card`)).status).toBe(400);
    const forged = new URL(await askForPage());
    forged.searchParams.set('userId', 'somebody-else');
    const { status, html } = await submit(forged.href, { cardNumber: CARD_NUMBER, securityCode: '123' });
    expect([status, html]).toEqual([410, expect.stringContaining('This link can’t be used')]);
  });

  it('a script in its address stays text', async () => {
    const html = await (await fetch(`${bank.url}/card?userId=${encodeURIComponent('"><script>alert(1)</script>')}&convId=c&botId=b`)).text();
    expect(html).not.toContain('<script>alert');
  });

  it('posts where it is configured to, whatever host the request names', async () => {
    const response = await fetch(`${bank.url}/card`, { method: 'POST', headers: { host: 'attacker.example' }, body: new URLSearchParams({ userId: 'u', convId: 'c', botId, formId: randomUUID(), cardNumber: CARD_NUMBER, securityCode: '123' }) });
    expect(response.status).toBe(410);
  });

  it('may be written instead: Freddy waits, takes “cancel”, and the page still counts when he talks of something else', async () => {
    const page = await askForPage();
    expect((await say('blub')).map(({ plainText }) => plainText)).toContain('I’m waiting for the page with your card. Open it with the button, or say “cancel”.');
    expect((await say('cancel')).at(-1)?.plainText).toMatch(/^Is there anything else/);
    expect((await submit(page, { cardNumber: CARD_NUMBER, securityCode: '123' })).status).toBe(200);
    expect(await readCarousel()).toHaveLength(7);
  });

  it('the number is nowhere in Parley: not in its database, its log, or its traces', async () => {
    await submit(await askForPage(), { cardNumber: CARD_NUMBER, securityCode: '123' });
    expect(await readCarousel()).toHaveLength(7);
    const spellings = [CARD_NUMBER, CARD_NUMBER.replaceAll(' ', ''), CARD_NUMBER.replaceAll(' ', '-'), CARD_NUMBER.replaceAll(' ', '+'), CARD_NUMBER.replaceAll(' ', '%20')];
    const files = await readdir(api.dataDir, { recursive: true, withFileTypes: true });
    const contents = await Promise.all(files.filter((file) => file.isFile()).map((file) => readFile(path.join(file.parentPath, file.name), 'latin1')));
    const everything = [...contents, ...api.logLines].join('\n');
    // What is there is found, so that the search is known to look at the right place.
    expect(everything).toContain('Card ending in 4410 confirmed');
    for (const spelling of spellings) expect(everything.includes(spelling)).toBe(false);
  });
});
