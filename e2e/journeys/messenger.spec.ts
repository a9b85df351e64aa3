import { createHash, createHmac } from 'node:crypto';

import type { Page } from '@playwright/test';

import { expectAccessible } from '../fixtures/expect-accessible';
import { makeMessenger, richContent, servePictures } from '../fixtures/messenger-bot';
import type { StudioApi } from '../fixtures/studio-api';
import { expect, test } from '../fixtures/test';
import { MessengerWindow } from '../pages/messenger-window';

test.use({ viewport: { width: 380, height: 640 } });

type Settings = Parameters<typeof makeMessenger>[1]['settings'];

async function make({ page, api, pagePath = '/guide', settings = { begins: 'on-message' } }: { page: Page; api: StudioApi; pagePath?: string; settings?: Settings }): Promise<MessengerWindow> {
  const bot = await api.createBot('Messenger');
  await servePictures(page);
  return new MessengerWindow(page, await makeMessenger(page.request, { botId: bot.id, content: richContent(`${api.bankUrl}${pagePath}?userId={$chatBotUserId}&convId={$conversationId}&botId={$chatBotId}`), settings }));
}

test('one talks to the bot by mouse and keyboard, with every kind of message', async ({ page, api }) => {
  const messenger = await (await make({ page, api })).open();
  await messenger.say('hello');
  await expect(messenger.thread.getByRole('listitem').filter({ hasText: /^like this$/ })).toBeVisible();

  await messenger.say('replies');
  await messenger.choose('January');
  await messenger.expectSaid('A fine month.');
  await expect(messenger.thread.getByRole('button', { name: 'January' })).toBeHidden();

  await messenger.say('list');
  await messenger.thread.getByRole('combobox', { name: 'Choose a month' }).selectOption('February');
  await messenger.thread.getByRole('button', { name: 'Send' }).press('Enter');
  await messenger.expectSaid('Chosen from the list.');

  await messenger.say('cards');
  const cards = messenger.thread.getByRole('region', { name: 'Cards' });
  await expect(cards.getByText('1 of 3')).toBeVisible();
  await cards.getByRole('button', { name: 'Next' }).click();
  await expect(cards.getByText('2 of 3')).toBeVisible();
  await cards.getByRole('list').focus();
  await page.keyboard.press('ArrowRight');
  await expect(cards.getByText('3 of 3')).toBeVisible();
  await cards.getByRole('button', { name: 'Order Blue' }).press('Enter');
  await messenger.expectSaid('Ordered.');

  await messenger.say('buttons');
  await messenger.choose('Yes, please');
  await messenger.expectSaid('As you say.');

  await messenger.say('parcel');
  await messenger.choose('Track it');
  await messenger.expectSaid('It is on its way.');

  await messenger.say('picture');
  await messenger.thread.getByRole('button', { name: 'Enlarge image: A house' }).press('Enter');
  await expect(page.getByRole('dialog', { name: 'A house' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog', { name: 'A house' })).toBeHidden();
  await expect(messenger.thread.getByRole('button', { name: 'Enlarge image: A house' })).toBeFocused();
});

test('what was said is there after a reload, in another tab at once, and never twice', async ({ page, api, context }) => {
  const messenger = await (await make({ page, api })).open();
  await messenger.say('hello');
  await messenger.expectSaid('like this');
  await page.reload();
  await messenger.expectSaidOnce('hello');

  const other = await new MessengerWindow(await context.newPage(), messenger.channelId).open();
  await other.expectSaidOnce('hello');
  await messenger.say('replies');
  await other.expectSaidOnce('replies');
  await other.choose('February');
  await messenger.expectSaid('A fine month.');
  await expect(messenger.thread.getByRole('button', { name: 'January' })).toBeHidden();
  await messenger.expectSaidOnce('February');
});

test('what is written offline goes out in order once one is back, and an unsent text is kept', async ({ page, api, context }) => {
  const messenger = await (await make({ page, api })).open();
  await messenger.say('hello');
  await messenger.expectSaid('like this');
  await context.setOffline(true);
  await expect(page.getByText('You are offline.', { exact: false })).toBeVisible();
  await messenger.say('many first');
  await messenger.say('many second');
  await expect(page.getByText('Goes out as soon as you are online')).toHaveCount(2);
  await context.setOffline(false);
  await expect(messenger.thread.getByText('One of many.')).toHaveCount(2);
  await expect(messenger.thread.getByText(/^many (first|second)$/)).toHaveText(['many first', 'many second']);

  await messenger.field.fill('half a thought');
  await page.reload();
  await expect(messenger.field).toHaveValue('half a thought');
});

test('a refused message says so, and goes out again or back into the field', async ({ page, api }) => {
  const messenger = await (await make({ page, api })).open();
  await messenger.say('hello');
  await messenger.expectSaid('like this');
  await page.route('**/api/messenger/conversations/*/messages', (route) => (route.request().method() === 'POST' ? route.fulfill({ status: 403, contentType: 'application/problem+json', body: '{"code":"test/refused","detail":"No."}' }) : route.fallback()));
  await messenger.say('many');
  const alert = page.getByRole('alert').filter({ hasText: 'Not sent.' });
  await expect(alert).toBeVisible();
  await page.unroute('**/api/messenger/conversations/*/messages');
  await alert.getByRole('button', { name: 'Send again' }).click();
  await messenger.expectSaid('One of many.');
  await messenger.expectSaidOnce('many');
});

test('a conversation is ended, started over, and found again in the list', async ({ page, api }) => {
  const messenger = await (await make({ page, api })).open();
  await messenger.say('hello');
  await messenger.expectSaid('like this');
  await messenger.menu('Start over');
  await page.getByRole('button', { name: 'Start over' }).press('Enter');
  await expect(messenger.thread).toBeHidden();
  await messenger.say('many');
  await messenger.expectSaid('One of many.');
  await messenger.menu('End conversation');
  await page.getByRole('button', { name: 'End conversation' }).press('Enter');
  await expect(messenger.thread.getByText('This conversation has ended')).toBeVisible();
  await expect(page.getByRole('button', { name: 'New conversation' })).toBeVisible();
  await page.getByRole('button', { name: /^Conversations/ }).click();
  await expect(page.getByText('Ended')).toHaveCount(2);
});

test('a page opens inside, and one that refuses to is offered in a new tab', async ({ page, api }) => {
  const messenger = await (await make({ page, api })).open();
  await messenger.say('page');
  const opener = messenger.thread.getByRole('button', { name: 'Confirm', exact: true });
  await opener.click();
  const panel = page.getByRole('dialog', { name: 'Confirm' });
  await expect(panel.getByRole('button', { name: 'Close page' })).toBeFocused();
  await expect(panel.locator('iframe')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(panel).toBeHidden();
  await expect(opener).toBeFocused();

  const refusing = await (await make({ page, api, pagePath: '/pages/refuses-framing' })).open();
  await refusing.say('page');
  await refusing.choose('Confirm');
  await expect(panel.getByRole('alert')).toContainText('can’t be shown here');
  await expect(panel.locator('iframe')).toHaveCount(0);
  // Done in the new tab, the page posts, and the conversation goes on.
  await postAsPage(page);
  await expect(panel).toBeHidden();
  await refusing.expectSaid('You have confirmed.');
  await refusing.expectSaid('Details confirmed');
});

test('as a page of its own on a wide screen it is a column in the middle, pages over it too', async ({ page, api }) => {
  const messenger = await (await make({ page, api })).open();
  await page.setViewportSize({ width: 1440, height: 900 });
  await messenger.say('page');
  await messenger.choose('Confirm');
  for (const part of [page.getByRole('main'), page.getByRole('dialog', { name: 'Confirm' })]) {
    const { x, width } = (await part.boundingBox()) ?? { x: 0, width: 0 };
    expect([x, width]).toEqual([360, 720]);
  }
  await page.setViewportSize({ width: 380, height: 640 });
  await expect.poll(async () => (await page.getByRole('main').boundingBox())?.width).toBe(380);
});

/** What the page behind a web view button sends once it is done. Source: docs/web-view.md. */
async function postAsPage(page: Page): Promise<void> {
  const link = new URL((await page.getByRole('dialog').getByRole('link', { name: 'Open in a new tab' }).first().getAttribute('href')) ?? '');
  const [conversationId, botId, userId] = [link.searchParams.get('convId') ?? '', link.searchParams.get('botId') ?? '', link.searchParams.get('userId') ?? ''];
  const hash = createHash('sha256').update(`${conversationId} || ${botId}`).digest('hex');
  const answer = await page.request.post('/thirdparty-services-0.1/webview', { headers: { authorization: hash }, data: { botId, conversationId, userId, contextVariables: [{ name: 'done', value: 'yes' }] } });
  expect(answer.status(), await answer.text()).toBe(200);
}

test('every kind of message looks as it did', async ({ page, api }) => {
  const messenger = await (await make({ page, api })).open();
  await page.emulateMedia({ reducedMotion: 'reduce' });
  for (const word of ['hello', 'picture', 'cards', 'buttons', 'parcel', 'list', 'upload', 'replies']) {
    await messenger.say(word);
    await expect(page.getByText(/^(Sending…|Goes out)/)).toHaveCount(0);
  }
  await expect(messenger.thread.getByRole('button', { name: 'January' })).toBeVisible();
  // All of it at once; names and times differ from run to run.
  await page.setViewportSize({ width: 380, height: 2_400 });
  const changing = [page.getByRole('heading', { level: 1 }), messenger.thread.locator('p:has(> time)')];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await expect(page.locator(':root')).toHaveCSS('color-scheme', colorScheme);
    await messenger.field.blur();
    await expect(page).toHaveScreenshot(`every-kind-${colorScheme}.png`, { mask: changing, maxDiffPixelRatio: 0.01, animations: 'disabled' });
  }
});

test('older messages come before the ones in sight, which stay where they are', async ({ page, api }) => {
  const messenger = await (await make({ page, api })).open();
  await messenger.say('many 1');
  await messenger.expectSaid('One of many.');
  await page.evaluate(async (key) => {
    const headers = { authorization: `Bearer ${JSON.parse(localStorage.getItem(key) ?? '""')}`, 'content-type': 'application/json' };
    const { conversations } = await (await fetch('/api/messenger/conversations', { headers })).json();
    for (let index = 2; index <= 45; index += 1) await fetch(`/api/messenger/conversations/${conversations[0].id}/messages`, { method: 'POST', headers, body: JSON.stringify({ messageId: crypto.randomUUID(), text: `many ${index}` }) });
  }, `parley.messenger.${messenger.channelId}.token`);
  await messenger.expectSaid('many 45');
  await page.reload();
  await messenger.expectSaid('many 45');
  await expect(messenger.thread.getByText('many 20', { exact: true })).toHaveCount(0);
  await messenger.thread.evaluate((scroller) => scroller.scrollTo({ top: 700 }));
  const inSight = messenger.thread.getByText('many 26', { exact: true });
  const before = await inSight.evaluate((element) => element.getBoundingClientRect().top);
  await messenger.thread.evaluate((scroller) => scroller.scrollTo({ top: 590 }));
  await expect(messenger.thread.getByText('many 1', { exact: true })).toHaveCount(1);
  const after = await inSight.evaluate((element) => element.getBoundingClientRect().top);
  expect(Math.abs(after - before - 110), 'moved only as far as one scrolled').toBeLessThan(8);
  await page.getByRole('button', { name: 'Go to the newest message' }).click();
  await expect(messenger.thread.getByText('many 45', { exact: true })).toBeInViewport();
});

test('an identified consumer finds the conversation on another device', async ({ page, api, browser }) => {
  const messenger = await make({ page, api });
  const { secret }: { secret: string } = await (await page.request.post(`/api/channels/${messenger.channelId}/identity-secret`)).json();
  await signIn(messenger, secret);
  await messenger.open();
  await messenger.say('hello');
  await messenger.expectSaid('like this');

  const device = await browser.newContext({ baseURL: new URL(page.url()).origin, viewport: { width: 390, height: 844 } });
  const other = new MessengerWindow(await device.newPage(), messenger.channelId);
  await signIn(other, secret);
  await other.open();
  await other.expectSaidOnce('hello');
  await other.say('many');
  await messenger.expectSaid('One of many.');
  await device.close();
});

/** Makes the messenger that of `customer-7`, as a site does by a signed identity. */
async function signIn({ page, channelId }: MessengerWindow, secret: string): Promise<void> {
  await page.goto('/icon.svg');
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const now = Math.floor(Date.now() / 1_000);
  const signed = `${part({ alg: 'HS256', typ: 'JWT' })}.${part({ sub: 'customer-7', iat: now, exp: now + 600 })}`;
  const identity = `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
  const { token }: { token: string } = await (await page.request.post(`/api/messenger/channels/${channelId}/sessions`, { data: { identity } })).json();
  await page.evaluate(([key = '', value = '']) => localStorage.setItem(key, JSON.stringify(value)), [`parley.messenger.${channelId}.token`, token]);
}

test('a privacy notice comes before the first message, once', async ({ page, api }) => {
  const texts = { en: { privacyNotice: 'We keep what you write for 30 days.', welcome: 'Welcome to the bank' } };
  const messenger = await make({ page, api, settings: { texts } });
  const requests: string[] = [];
  page.on('request', (request) => (request.url().includes('/sessions') ? requests.push(request.url()) : undefined));
  await page.goto(`/messenger/${messenger.channelId}`);
  await expect(page.getByText('We keep what you write for 30 days.')).toBeVisible();
  await expect(messenger.field).toBeHidden();
  expect(requests, 'nobody is known before').toEqual([]);
  await page.getByRole('button', { name: 'Accept and go on' }).click();
  await expect(messenger.field).toBeVisible();
  await page.reload();
  await expect(messenger.field).toBeVisible();
});

test('right to left everything is mirrored', async ({ page, api }) => {
  const messenger = await make({ page, api, settings: { defaultLanguage: 'ar', begins: 'on-message', texts: { ar: { title: 'البنك' } } } });
  await page.goto(`/messenger/${messenger.channelId}`);
  const field = page.getByRole('textbox', { name: 'رسالة' });
  await field.fill('hello');
  await field.press('Enter');
  await expect(page.getByText('like this', { exact: true })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  const [fieldBox, sendBox] = [await field.boundingBox(), await page.getByRole('button', { name: 'إرسال' }).boundingBox()];
  expect(sendBox?.x ?? 0).toBeLessThan(fieldBox?.x ?? 0);
});

test('axe has nothing to say, in light and dark, and nothing is cut off at 320 px', async ({ page, api }) => {
  const messenger = await (await make({ page, api, settings: { begins: 'on-message', appearance: { accent: '#ffe600' } } })).open();
  for (const word of ['hello', 'cards', 'list', 'upload', 'replies']) {
    await messenger.say(word);
    await expect(page.getByText('Sending…')).toHaveCount(0);
  }
  await expect(messenger.thread.getByRole('button', { name: 'January' })).toBeVisible();
  await page.setViewportSize({ width: 320, height: 560 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await expectAccessible(page, 'messenger');
});
