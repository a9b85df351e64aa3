import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { APIRequestContext, Page } from '@playwright/test';
import { z } from 'zod';

import { toPageHash } from '@/lib/modules/web-view/page-hash.rules';
import { WEB_VIEW_PATH } from '@/lib/modules/web-view/web-view.wire';
import { bankContent, putDraft } from '../fixtures/preview-bot';
import { expectAccessible } from '../fixtures/expect-accessible';
import { expect, test } from '../fixtures/test';
import type { StudioApi } from '../fixtures/studio-api';
import { PreviewPage } from '../pages/preview-page';
import { WebViewStudioPage } from '../pages/web-view-studio-page';

type Ids = { botId: string; conversationId: string; userId: string };

const startedSchema = z.object({ conversation: z.object({ id: z.string(), consumerId: z.string() }) });

/** A published bot of the journey's own that answers to “hi”, with a live conversation. */
async function openConversation(api: StudioApi, request: APIRequestContext, name: string): Promise<Ids> {
  const { id: botId } = await api.createBot(name);
  const integration = await api.createIntegration(botId, { name: 'Accounts', responseVariable: 'ACCOUNTS', url: '/accounts' });
  await putDraft(request, botId, bankContent(integration.id, `${api.bankUrl}/guide`));
  const { version } = z.object({ version: z.number() }).parse(await (await request.get(`/api/bots/${botId}/draft`)).json());
  const published = await request.post(`/api/bots/${botId}/releases`, { data: { draftVersion: version, note: 'first' } });
  expect(published.ok(), await published.text()).toBe(true);
  return { botId, ...(await startLive(request, botId)) };
}

async function startLive(request: APIRequestContext, botId: string): Promise<Pick<Ids, 'conversationId' | 'userId'>> {
  const answer = await request.post(`/api/bots/${botId}/conversations`, { data: { kind: 'live', message: { messageId: 'first', text: 'hi' } } });
  expect(answer.ok(), await answer.text()).toBe(true);
  const { conversation } = startedSchema.parse(await answer.json());
  return { conversationId: conversation.id, userId: conversation.consumerId };
}

/** Posts as a page's server does. */
async function post(origin: string, ids: Ids, more: object = {}, authorization = toPageHash(ids)): Promise<number> {
  const response = await fetch(origin + WEB_VIEW_PATH, { method: 'POST', headers: { 'content-type': 'application/json', authorization }, body: JSON.stringify({ ...ids, ...more }) });
  await response.arrayBuffer();
  return response.status;
}

test('the form that the page gives away works on another site, and what it posts is in the inbox with its trace', async ({ page, api, studio }) => {
  const ids = await openConversation(api, page.request, 'Page that posts');
  const view = new WebViewStudioPage(page);
  await view.open(ids.botId);
  await page.getByRole('button', { name: 'Copy the code for HTML form' }).click();
  const html = await page.evaluate(() => navigator.clipboard.readText());
  expect(html).toContain(ids.botId);
  const shop = createServer((_, response) => response.setHeader('Content-Type', 'text/html; charset=utf-8').end(html));
  await new Promise<void>((resolve) => shop.listen(0, '127.0.0.1', resolve));
  const { port } = shop.address() as AddressInfo; // A listening TCP server has one.

  const form = await page.context().newPage();
  await form.goto(`http://localhost:${port}/?${new URLSearchParams({ userId: ids.userId, convId: ids.conversationId, botId: ids.botId }).toString()}`);
  await form.getByLabel('PaymentId').fill('it’s 7 € <b>');
  await form.getByRole('button', { name: 'Send' }).click();
  await expect(form.getByRole('status')).toHaveText('Thank you. Go back to the conversation.');
  await form.close();
  shop.close();
  shop.closeAllConnections();

  await view.show('Inbox');
  await expect(view.rows).toHaveCount(1);
  await expect(view.rows.first()).toContainText('“payment done”');
  await expect(view.rows.first()).toContainText('Applied');
  await view.choose(0);
  await expect(view.post.getByText('it’s 7 € <b>')).toHaveCount(0);
  await view.post.getByRole('button', { name: 'Show values' }).click();
  await expect(view.post.getByRole('row', { name: /PaymentId/ })).toContainText('it’s 7 € <b>');
  await view.post.getByRole('button', { name: 'Hide values' }).click();
  await expect(view.post.getByText('it’s 7 € <b>')).toHaveCount(0);

  await view.post.getByRole('link', { name: 'Show the trace of turn 2' }).click();
  await expect(studio.heading(`Conversation ${ids.conversationId.slice(0, 8)}`)).toBeVisible();
  await expect(page.getByText('Live, release 1')).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'Turn' })).toHaveValue('2');
  await expect(page.getByRole('list', { name: 'Trace' }).getByRole('listitem').first()).toBeVisible();
  await expect(page.getByRole('region', { name: 'Conversation' }).getByText('payment done')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Message' })).toHaveCount(0);
  await page.goBack();

  await view.post.getByRole('button', { name: 'Apply again…' }).click();
  const question = studio.question('Apply this post again?');
  await expect(question).toContainText('sets PaymentId and says “payment done”');
  await expect(question).toContainText('The conversation is live');
  await question.getByRole('button', { name: 'Apply again' }).click();
  await expect(studio.toast('Applied the post again')).toBeVisible();
  await expect(view.rows).toHaveCount(2);
});

test('a refused post says why and what to do; the inbox follows by itself, and is filtered, searched and walked by keyboard', async ({ page, api, parley }) => {
  const ids = await openConversation(api, page.request, 'Refused posts');
  const view = new WebViewStudioPage(page);
  await view.open(ids.botId, 'inbox');
  await expect(page.getByText('No page has posted yet')).toBeVisible();
  expect(await post(parley.address, ids, { contextVariables: { Colour: 'red' } })).toBe(200);
  await expect(view.rows).toHaveCount(1);
  expect(await post(parley.address, ids, { message: 'x' }, 'f00d')).toBe(401);
  await expect(view.rows).toHaveCount(2);

  await view.choose(0);
  await expect(view.post).toContainText('The hash does not fit these ids');
  await expect(view.post).toContainText('Compare what the page sends with the hash calculator.');
  await expect(view.post.getByRole('button', { name: 'Apply again…' })).toHaveCount(0);
  await view.outcome.selectOption('applied');
  await expect(view.rows).toHaveCount(1);
  await view.outcome.selectOption('all');
  await view.search.fill('colour');
  await expect(view.rows).toHaveCount(1);
  await view.search.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(view.post.getByRole('row', { name: /Colour/ })).toBeVisible();
  await view.search.fill('nothing like that');
  await page.getByRole('button', { name: 'Show all posts' }).click();
  await expect(view.rows).toHaveCount(2);
});

test('the newest thousand posts are listed, and only those in sight are drawn', async ({ page, api, parley }) => {
  const ids = await openConversation(api, page.request, 'Many posts');
  const conversations = [ids, ...(await Promise.all(Array.from({ length: 7 }, async () => ({ ...ids, ...(await startLive(page.request, ids.botId)) }))))];
  await Promise.all(
    conversations.map(async (each) => {
      for (let number = 0; number < 126; number++) expect(await post(parley.address, each, { contextVariables: { number } })).toBe(200);
    }),
  );
  const view = new WebViewStudioPage(page);
  await view.open(ids.botId, 'inbox');
  await expect(page.getByText('1,000 posts')).toBeVisible();
  expect(await view.rows.count()).toBeLessThan(100);
  await view.rows.first().getByRole('link').focus();
  await page.keyboard.press('End');
  await expect(page.locator('tr[aria-rowindex="1001"]')).toBeVisible();

  // The oldest one stays open while newer ones drive it out; the list stands still when asked to.
  await page.locator('tr[aria-rowindex="1001"]').getByRole('link').click();
  await expect(view.post).toContainText('number');
  await page.getByRole('button', { name: 'Pause' }).click();
  for (const number of [1_000, 1_001]) expect(await post(parley.address, ids, { contextVariables: { number } })).toBe(200);
  await expect(page.getByRole('button', { name: 'Go on (2 new)' })).toBeVisible();
  await expect(view.post).toContainText('Newer posts have taken its place');
  await page.getByRole('button', { name: 'Go on (2 new)' }).click();
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible();
  await expect(view.post).toContainText('Newer posts have taken its place');
  await page.reload();
  await expect(view.post).toContainText('This post is not kept any more');
  await view.post.getByRole('button', { name: 'Close the post' }).click();
  await expect(view.post).toHaveCount(0);
});

test('the hash calculator gives what the reference’s vectors say', async ({ page, api }) => {
  const { id } = await api.createBot('Hash');
  await new WebViewStudioPage(page).open(id);
  const calculator = page.getByRole('region', { name: 'Hash calculator' });
  await calculator.getByLabel('Conversation id').fill('a845678d-fe5a-429e-bc46-b25d524b9fa7');
  await calculator.getByLabel('Bot id').fill('795bb1534e34fc89050304e6f6827c41c50410d7');
  await expect(calculator.getByLabel('Hash', { exact: true })).toHaveText('b922c0082c713607b2537d2dbf7c2d35f60281af71ec432abf57ba1ef99b6e8d');
});

test('a test post goes into a preview, and its turn opens there', async ({ page, api }) => {
  const ids = await openConversation(api, page.request, 'Test post');
  await new WebViewStudioPage(page).open(ids.botId);
  const section = page.getByRole('region', { name: 'Send a test post' });
  await section.getByLabel('Message').fill('hi');
  await section.getByRole('button', { name: 'Send test post' }).click();
  await expect(section).toContainText('PaymentId was set. The message was said for the consumer.');
  await section.getByRole('button', { name: /^Show the trace of turn/ }).click();
  const preview = new PreviewPage(page);
  await expect(preview.trace.first()).toBeVisible();
  await expect(preview.pane.getByRole('combobox', { name: 'Turn' })).toHaveValue('2');
  await preview.show('Chat');
  // Once as the conversation began, once in answer to the post.
  await expect(preview.conversation.getByText('Hello, I am Freddy.')).toHaveCount(2);
});

test('settings are checked at their fields, guarded while unsaved, and two people don’t overwrite each other', async ({ page, api, studio, parley }) => {
  const ids = await openConversation(api, page.request, 'Settings of pages');
  const view = new WebViewStudioPage(page);
  await view.open(ids.botId, 'settings');
  await expect(page.getByText('The hash holds no secret')).toBeVisible();
  await page.getByRole('radio', { name: /^Signed links/ }).check();
  await page.getByLabel('Links are good for (minutes)').fill('0');
  await page.getByLabel('Allowed origins').fill('https://ok.example\nshop');
  await page.getByRole('switch', { name: 'Only these variables' }).click();
  await page.getByRole('button', { name: 'Add variable' }).click();
  await studio.saveButton().click();
  await expect(page.getByText('Enter a whole number from 1 to 10,080.')).toBeVisible();
  await expect(page.getByText('shop: Write an origin such as https://shop.example, without a path.')).toBeVisible();
  await expect(page.getByText('Enter a name.')).toBeVisible();
  await expect(page.getByLabel('Links are good for (minutes)')).toBeFocused();

  await view.show('Inbox');
  await studio.goTo('Credentials');
  await expect(studio.question(/unsaved|Leave/i)).toBeVisible();
  await page.keyboard.press('Escape');
  await view.show('Settings');
  await page.getByLabel('Links are good for (minutes)').fill('5');
  await page.getByLabel('Allowed origins').fill('');
  await page.getByLabel('Name of variable 1').fill('paid');
  await page.getByLabel('Type of variable 1').selectOption('boolean');

  const theirs = await page.request.put(`/api/bots/${ids.botId}/web-view-settings`, { data: { version: 0, settings: { postsPerMinute: 50 } } });
  expect(theirs.ok()).toBe(true);
  await studio.saveButton().click();
  const conflict = studio.dialog('Somebody else changed these settings');
  await expect(conflict.getByRole('row', { name: /Posts per minute/ })).toContainText('50');
  await conflict.getByRole('button', { name: 'Save mine over theirs' }).click();
  await expect(studio.toast('Saved the Web View settings')).toBeVisible();

  expect(await post(parley.address, ids)).toBe(401);
  await view.show('Connect a page');
  await expect(page.getByRole('radio', { name: 'Signed token' })).toBeChecked();
  await page.getByRole('tab', { name: 'Python' }).click();
  const code = page.getByRole('figure', { name: 'Code for Python' });
  await expect(code).toContainText('Bearer {token}');
  await expect(code).toContainText('"paid": "true"');
  await page.getByRole('radio', { name: 'Compatible hash' }).check();
  await expect(page.getByText('This bot refuses the hash')).toBeVisible();
});

test('axe finds nothing serious on any part, and nothing is lost in a window of 360 px', async ({ page, api, parley }) => {
  const ids = await openConversation(api, page.request, 'Accessible pages');
  await post(parley.address, ids, { message: 'hi', contextVariables: { PaymentId: '7' } });
  await post(parley.address, ids, {}, 'f00d');
  const view = new WebViewStudioPage(page);
  await view.open(ids.botId);
  await expectAccessible(page, 'connect a page');
  await view.show('Settings');
  await expectAccessible(page, 'settings');
  await view.show('Inbox');
  await view.choose(0);
  await expectAccessible(page, 'inbox');

  await page.setViewportSize({ width: 360, height: 740 });
  await expect(view.post).toBeVisible();
  await expectNoSideways(page);
  await view.post.getByRole('button', { name: 'Back to the list' }).click();
  await expect(view.rows).toHaveCount(2);
  await expectNoSideways(page);
  await view.show('Connect a page');
  await expectNoSideways(page);
  await view.show('Settings');
  await expectNoSideways(page);
  await page.goto(`/bots/${ids.botId}/conversations/${ids.conversationId}?turn=2`);
  await expect(page.getByRole('list', { name: 'Trace' })).toBeVisible();
  await page.getByRole('radio', { name: 'Messages' }).check();
  await expect(page.getByRole('region', { name: 'Conversation' })).toBeVisible();
  await expectNoSideways(page);
  await expectAccessible(page, 'conversation');
});

async function expectNoSideways(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
}
