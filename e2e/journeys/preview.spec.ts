import type { APIRequestContext } from '@playwright/test';
import { z } from 'zod';

import { toPageHash } from '@/lib/modules/web-view/page-hash.rules';
import { WEB_VIEW_PATH } from '@/lib/modules/web-view/web-view.wire';
import { expectAccessible } from '../fixtures/expect-accessible';
import { startLiveConversation } from '../fixtures/live-conversation';
import { bankContent, putDraft, putText } from '../fixtures/preview-bot';
import type { StudioApi } from '../fixtures/studio-api';
import { expect, test } from '../fixtures/test';
import { PreviewPage } from '../pages/preview-page';

/** A bot of the journey's own that asks the sample bank. */
async function makeBank(api: StudioApi, request: APIRequestContext, name: string): Promise<string> {
  const bot = await api.createBot(name);
  const integration = await api.createIntegration(bot.id, {
    name: 'List accounts',
    responseVariable: 'ACCOUNTS',
    url: '/accounts',
    customDataFields: [{ key: 'name', path: '{$.api_ACCOUNTS.accounts[0].name}' }],
  });
  await putDraft(request, bot.id, bankContent(integration.id, `${api.bankUrl}/guide`));
  return bot.id;
}

test('one talks to the draft, sees why it answers, and jumps to the place', async ({ page, api }) => {
  const preview = new PreviewPage(page);
  await preview.open(await makeBank(api, page.request, 'Why'));
  await preview.expectSaid('Hello, I am Freddy.');
  await preview.choose('Show accounts');
  await preview.expectSaid('Your first account: Everyday account');
  await expect(preview.conversation.getByRole('button', { name: 'Show accounts' })).toBeHidden();

  const reasons = await preview.askWhy('Your first account: Everyday account');
  await expect(reasons.filter({ hasText: 'List accounts: 200' })).toBeVisible();
  await expect(reasons.filter({ hasText: 'Pre-process code' })).toContainText('about to call');
  await expect(reasons.filter({ hasText: 'the call ended as success' })).toContainText('“Success” of Get accounts');
  await expect(reasons.filter({ hasText: 'Next: the interaction' })).toBeVisible();

  await preview.pane.getByRole('button', { name: 'Show the whole turn' }).click();
  await preview.filterTrace('Variables');
  await expect(preview.trace).toHaveText([/topic.*not set.*“accounts”/]);
  await preview.filterTrace('Calls');
  await preview.pane.getByRole('button', { name: 'Show the run of List accounts: 200' }).click();
  await expect(page.getByRole('dialog', { name: 'List accounts' }).getByRole('tree')).toContainText('Everyday account');
  await page.keyboard.press('Escape');

  await preview.filterTrace('All');
  await preview.trace.getByRole('button', { name: 'Get accounts', exact: true }).click();
  await expect(page).toHaveURL(/\/dialogs\/accounts\?interaction=call/);
});

test('what is typed fast arrives in the order in which it was typed', async ({ page, api }) => {
  const preview = new PreviewPage(page);
  await preview.open(await makeBank(api, page.request, 'Order'));
  await preview.expectSaid('Hello, I am Freddy.');
  let heldCount = 0;
  await page.route('**/api/conversations/*/messages', async (route) => {
    if (route.request().method() === 'POST' && (heldCount += 1) === 1) await new Promise((resolve) => setTimeout(resolve, 1_000));
    await route.continue();
  });
  for (const text of ['first', 'second', 'third']) await preview.say(text);
  await expect(preview.conversation.getByText('Pardon?')).toHaveCount(3);
  expect(await preview.conversation.getByText(/^(first|second|third)$/).allTextContents()).toEqual(['first', 'second', 'third']);
});

test('what is not understood tells which starters were tried', async ({ page, api }) => {
  const preview = new PreviewPage(page);
  await preview.open(await makeBank(api, page.request, 'Starters'));
  await preview.say('gibberish');
  await preview.expectSaid('Pardon?');
  await preview.show('Trace');
  await expect(preview.trace.filter({ hasText: 'Starter of Accounts' })).toContainText('accounts');
});

test('a fault in the place of the API shows the failure branch; nothing typed is lost while the server is away', async ({ page, api, context }) => {
  const preview = new PreviewPage(page);
  await preview.open(await makeBank(api, page.request, 'Chaos'));
  await preview.expectSaid('Hello, I am Freddy.');
  await preview.setCalls('Chaos: 500 Server error');
  await expect(preview.pane.getByText('Integrations are simulated: Chaos: 500 Server error')).toBeVisible();
  await preview.say('accounts');
  await preview.expectSaid('Sorry, the bank does not answer.');
  await preview.show('Trace');
  await preview.filterTrace('Problems');
  await expect(preview.trace).toHaveText([/List accounts: 500/]);

  await preview.show('Chat');
  await preview.setCalls('Live: call the API');
  await context.setOffline(true);
  await preview.say('accounts');
  await expect(preview.pane.getByText('The message was not sent')).toBeVisible();
  await context.setOffline(false);
  await preview.pane.getByRole('button', { name: 'Send again' }).click();
  await preview.expectSaid('Your first account: Everyday account');
  await expect(preview.pane.getByText('The message was not sent')).toBeHidden();

  await preview.message.press('ArrowUp');
  await expect(preview.message).toHaveValue('accounts');
});

test('who lets integrations answer from samples is told which has none, before the bot stumbles', async ({ page, api }) => {
  const preview = new PreviewPage(page);
  const botId = await makeBank(api, page.request, 'Samples');
  await preview.open(botId);
  await preview.setCalls('Sample: the saved response');
  await preview.pane.getByRole('button', { name: 'How integrations answer' }).click();
  const mode = page.getByRole('dialog').getByRole('combobox', { name: 'List accounts' });
  await expect(mode).toHaveAccessibleDescription(/no sample yet/);
  await mode.selectOption({ label: 'Live: call the API' });
  await expect(mode).not.toHaveAccessibleDescription(/no sample yet/);
});

test('a page opens over the chat and can be simulated; the person it is handed over to as well', async ({ page, api }) => {
  const preview = new PreviewPage(page);
  await preview.open(await makeBank(api, page.request, 'Pages'));
  await preview.say('confirm');
  await preview.choose('Confirm card');
  const panel = preview.pane.getByRole('dialog', { name: 'Confirm card' });
  await expect(panel.frameLocator('iframe').getByRole('heading', { name: 'AG Bank' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(panel).toBeHidden();
  await preview.pane.getByRole('button', { name: 'Simulate the page' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('cardId');
  await page.getByRole('textbox', { name: 'Value' }).fill('42');
  await page.getByRole('button', { name: 'Post', exact: true }).click();
  await preview.expectSaid('Thank you, your card is confirmed.');
  await preview.show('State');
  await expect(preview.pane.getByRole('region', { name: 'Web view' })).toContainText('cardId');

  await preview.show('Chat');
  await preview.say('person');
  await preview.pane.getByRole('button', { name: 'Accept' }).click();
  await expect(preview.conversation.getByRole('button', { name: 'A person took over' })).toBeVisible();
  await preview.pane.getByRole('button', { name: 'Return to the bot' }).click();
  await expect(preview.pane.getByText('Handed over to a person')).toBeHidden();
});

test('a page that is open goes away as soon as it has posted, also without a message', async ({ page, api, parley }) => {
  const preview = new PreviewPage(page);
  const botId = await makeBank(api, page.request, 'Pages that post');
  await preview.open(botId);
  await preview.say('confirm');
  const panel = preview.pane.getByRole('dialog', { name: 'Confirm card' });
  const { conversations } = z.object({ conversations: z.array(z.object({ id: z.string(), consumerId: z.string() })).length(1) }).parse(await (await page.request.get(`/api/bots/${botId}/conversations`)).json());
  const [ids] = conversations.map(({ id, consumerId }) => ({ botId, conversationId: id, userId: consumerId }));
  if (!ids) throw new Error('There is one.');
  // The first lets the question go on; after the second the bot has nothing to say.
  for (const number of [1, 2]) {
    await preview.choose('Confirm card');
    await expect(panel).toBeVisible();
    const answer = await fetch(parley.address + WEB_VIEW_PATH, { method: 'POST', headers: { 'content-type': 'application/json', authorization: toPageHash(ids) }, body: JSON.stringify({ ...ids, contextVariables: { number } }) });
    expect(answer.status).toBe(200);
    await expect(panel).toBeHidden({ timeout: 3_500 });
    await preview.expectSaid('Thank you, your card is confirmed.');
  }
});

test('one goes back in time: another answer of an API, other variables, and back again', async ({ page, api }) => {
  const preview = new PreviewPage(page);
  await preview.open(await makeBank(api, page.request, 'Time travel'));
  await preview.say('accounts');
  await preview.expectSaid('Your first account: Everyday account');

  await preview.chooseTurnAction(2, /Change an API/);
  await expect(page.getByRole('combobox', { name: 'Outcome' })).toBeFocused();
  await page.getByRole('textbox', { name: 'Result, as JSON' }).fill('{"accounts":[{"name":"Edited account"}]}');
  await page.getByRole('button', { name: 'Run again on a branch' }).click();
  await preview.expectSaid('Your first account: Edited account');

  await preview.chooseTurnAction(2, /Change variables/);
  await expect(page.getByRole('group', { name: 'Variable 1' }).getByRole('combobox', { name: 'Scope' })).toBeFocused();
  await page.getByRole('group', { name: 'Variable 1' }).getByRole('textbox', { name: 'Value' }).fill('cards');
  await page.getByRole('button', { name: 'Continue on a branch' }).click();
  await preview.show('State');
  await expect(preview.pane.getByRole('region', { name: 'Session' })).toContainText('“cards”');
  await preview.show('Chat');

  await preview.chooseTurnAction(2, /Go back to before/);
  await expect(preview.conversation.getByText('Edited account')).toBeHidden();
  await expect(preview.conversation.getByRole('button', { name: 'Show accounts' })).toBeVisible();
});

test('a conversation saved as a test fails after a change, shows the difference, and takes the new words when told to', async ({ page, api }) => {
  const preview = new PreviewPage(page);
  const botId = await makeBank(api, page.request, 'Tests');
  await preview.open(botId);
  await preview.say('accounts');
  await preview.expectSaid('Your first account: Everyday account');
  await preview.chooseMore(/Save as test/);
  await expect(page.getByRole('dialog').getByRole('textbox', { name: 'Name' })).toBeFocused();
  await page.getByRole('dialog').getByRole('textbox', { name: 'Name' }).fill('Shows accounts');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Saved as a test')).toBeVisible();

  await putText(page.request, { botId, interactionId: 'show', text: 'You have {ACCOUNTS.name}' });
  await expect(preview.pane.getByText('The draft changed since this conversation began')).toBeVisible();
  await page.goto(`/bots/${botId}/tests`);
  await page.getByRole('button', { name: 'Run all' }).click();
  await expect(page.getByText('0 of 1 passed, 1 failed')).toBeVisible();
  await page.getByRole('button', { name: /Failed Shows accounts/ }).click();
  await expect(page.getByRole('region', { name: 'Changed' })).toContainText('Your first account: Everyday account');
  await expect(page.getByRole('region', { name: 'Changed' })).toContainText('You have Everyday account');
  await page.getByRole('button', { name: 'Accept as the new expectation' }).click();
  await page.getByRole('button', { name: 'Run Shows accounts' }).click();
  await expect(page.getByText('1 of 1 passed')).toBeVisible();

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Actions for Shows accounts' }).click();
  await page.getByRole('menuitem', { name: 'Export as Playwright spec' }).click();
  expect((await download).suggestedFilename()).toMatch(/\.spec\.ts$/);
});

test('a live conversation opens on its own page, and the list of conversations makes room for it', async ({ page, api }) => {
  const preview = new PreviewPage(page);
  const botId = await makeBank(api, page.request, 'Live');
  const { version: draftVersion } = z.object({ version: z.number() }).parse(await (await page.request.get(`/api/bots/${botId}/draft/version`)).json());
  expect((await page.request.post(`/api/bots/${botId}/releases`, { data: { note: 'First', draftVersion } })).ok()).toBe(true);
  await startLiveConversation(page.request, botId, 'hello');
  await preview.open(botId);
  await preview.chooseMore(/Conversations and branches/);
  const list = page.getByRole('dialog', { name: 'Recent conversations' });
  await list.getByRole('link', { name: 'Open' }).click();
  await expect(page.getByRole('heading', { name: /^Conversation / })).toBeVisible();
  await expect(list).toBeHidden();
});

test('in a narrow window the page comes first, and the preview over it when it is asked for', async ({ page, api }) => {
  const preview = new PreviewPage(page);
  await preview.open(await makeBank(api, page.request, 'Narrow'));
  await page.setViewportSize({ width: 900, height: 800 });
  await expect(preview.pane).toBeHidden();
  await page.getByRole('button', { name: 'Preview', exact: true }).click();
  await expect(preview.message).toBeVisible();
  await page.reload();
  await expect(page.getByRole('button', { name: 'Preview', exact: true })).toBeVisible();
  await expect(preview.pane).toBeHidden();
  await page.setViewportSize({ width: 1_440, height: 800 });
  await expect(preview.message).toBeVisible();
});

test('a window that becomes narrow and wide again takes nothing from the preview, and nobody away from it who is writing in it', async ({ page, api }) => {
  const preview = new PreviewPage(page);
  await preview.open(await makeBank(api, page.request, 'Widths'));
  await preview.say('accounts');
  await preview.expectSaid('Your first account: Everyday account');
  await preview.show('Trace');
  await preview.filterTrace('Calls');
  await page.getByRole('searchbox', { name: 'Search dialogs' }).focus();
  const wide = await preview.pane.boundingBox();
  for (const width of [900, 360]) {
    await page.setViewportSize({ width, height: 800 });
    await expect(preview.pane).toBeHidden();
    await expect.poll(() => page.getByRole('main').evaluate((main) => main.getBoundingClientRect().width)).toBeGreaterThan(width - 250);
  }
  await page.setViewportSize({ width: 1_440, height: 800 });
  await expect(preview.pane.getByRole('radio', { name: 'Calls', exact: true })).toBeChecked();
  expect((await preview.pane.boundingBox())?.width).toBe(wide?.width);

  await preview.show('Chat');
  await preview.message.fill('half a sent');
  await page.setViewportSize({ width: 900, height: 800 });
  await expect(preview.message).toBeFocused();
  await page.keyboard.type('ence');
  await page.setViewportSize({ width: 1_440, height: 800 });
  await expect(preview.message).toBeFocused();
  await expect(preview.message).toHaveValue('half a sentence');
  await expect(page.getByRole('separator', { name: 'Resize the preview' })).toBeVisible();
});

test('the preview has nothing that axe calls serious', async ({ page, api }) => {
  const preview = new PreviewPage(page);
  await preview.open(await makeBank(api, page.request, 'Axe'));
  await preview.choose('Show accounts');
  await preview.expectSaid('Your first account: Everyday account');
  await preview.askWhy('Your first account: Everyday account');
  await expectAccessible(page, 'chat');
  await preview.show('Trace');
  await expect(preview.trace.first()).toBeVisible();
  await expectAccessible(page, 'trace');
  await preview.show('State');
  await expectAccessible(page, 'state');
});
