import type { APIRequestContext } from '@playwright/test';
import { z } from 'zod';

import { expectAccessible } from '../fixtures/expect-accessible';
import { expect, test } from '../fixtures/test';

const channelSchema = z.looseObject({ id: z.string(), name: z.string(), version: z.number() });

async function createChannel(request: APIRequestContext, channel: { name: string; botId: string; settings?: object }) {
  const answer = await request.post('/api/channels', { data: channel });
  expect(answer.ok(), await answer.text()).toBe(true);
  return channelSchema.parse(await answer.json());
}

test('a channel is made, dressed beside its live preview, saved, found and deleted', async ({ page, api, studio, parley }) => {
  const bot = await api.createBot('Channel');
  await page.goto('/channels');
  await page.getByRole('button', { name: 'New channel' }).click();
  const dialog = studio.dialog('New channel');
  await dialog.getByRole('button', { name: 'Create channel' }).click();
  await expect(dialog.getByText('Enter a name.')).toBeVisible();
  await dialog.getByRole('textbox', { name: /^Name/ }).fill('Shop');
  await dialog.getByRole('combobox', { name: /^Bot/ }).selectOption({ label: bot.name });
  await dialog.getByRole('button', { name: 'Create channel' }).click();
  await expect(studio.heading('Shop')).toBeVisible();
  await expect(page.getByText('Nobody can talk here yet')).toBeVisible();

  const preview = page.getByRole('region', { name: 'Preview of the channel' });
  const messenger = page.frameLocator('iframe[title="Messenger"]');
  await expect(messenger.getByRole('heading', { name: bot.name })).toBeVisible();
  await page.getByRole('textbox', { name: 'Title', exact: true }).fill('The shop');
  await expect(messenger.getByRole('heading', { name: 'The shop' })).toBeVisible();
  await page.getByRole('textbox', { name: 'Accent', exact: true }).fill('#ffe600');
  await expect(page.getByText(/^Black text upon it, contrast 1\d\.\d : 1\./)).toBeVisible();

  await page.getByRole('button', { name: 'Language', exact: true }).click();
  await page.getByRole('menuitem', { name: 'German' }).click();
  await page.getByRole('textbox', { name: 'Title', exact: true }).fill('Der Laden');
  await page.getByRole('textbox', { name: 'Welcome message' }).fill('Willkommen im Laden');
  await expect(messenger.getByRole('heading', { name: 'Der Laden' })).toBeVisible();
  await expect(messenger.locator('html')).toHaveAttribute('lang', 'de');
  await preview.getByRole('combobox', { name: 'Language of the preview' }).selectOption({ label: 'English' });
  await expect(messenger.getByRole('heading', { name: 'The shop' })).toBeVisible();
  await preview.getByRole('combobox', { name: 'Language of the preview' }).selectOption({ label: 'German' });
  await preview.getByRole('radio', { name: 'Launcher' }).check();
  await expect(preview.getByText('Willkommen im Laden')).toBeVisible();
  await preview.getByRole('radio', { name: 'Phone' }).check();
  await preview.getByRole('button', { name: 'Open the messenger' }).click();
  await expect(messenger.getByRole('heading', { name: 'Der Laden' })).toBeVisible();

  await page.getByRole('textbox', { name: 'Allowed origins' }).fill('shop.example');
  await studio.saveButton().click();
  await expect(page.getByText('shop.example: Write an origin such as https://shop.example, without a path.')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Allowed origins' })).toBeFocused();
  await page.getByRole('textbox', { name: 'Allowed origins' }).fill('https://shop.example');
  await studio.saveButton().click();
  await expect(studio.toast('Saved channel Shop')).toBeVisible();
  await page.reload();
  await expect(page.getByRole('textbox', { name: 'Title', exact: true })).toHaveValue('The shop');

  await page.getByRole('button', { name: 'Copy the snippet' }).click();
  const snippet = await page.evaluate(() => navigator.clipboard.readText());
  expect(snippet).toMatch(new RegExp(`^<script async src="${parley.address}/messenger\\.js" data-channel="[^"]+"></script>$`));
  await expect(page.getByRole('figure', { name: 'Content-Security-Policy' })).toContainText(`frame-src ${parley.address}`);

  const palette = await studio.openPalette();
  await palette.getByRole('combobox').fill('shop');
  await palette.getByRole('option', { name: /^Shop/ }).click();
  await studio.goTo('Channels');
  await expect(page.getByRole('row', { name: /Shop/ })).toContainText('https://shop.example');
  await expect(page.getByRole('row', { name: /Shop/ })).toContainText('Not published');
  await studio.chooseRowAction('Shop', 'Delete…');
  const question = studio.question('Delete channel Shop?');
  await expect(question).toContainText('https://shop.example shows no messenger any more');
  await question.getByRole('button', { name: 'Delete channel' }).click();
  await expect(studio.toast('Deleted channel Shop')).toBeVisible();
  await expect(page.getByRole('row', { name: /Shop/ })).toHaveCount(0);
});

test('the secret for known visitors is shown once, and a new one says what it breaks', async ({ page, api, studio }) => {
  const bot = await api.createBot('Identity');
  const channel = await createChannel(page.request, { name: 'Identity', botId: bot.id });
  await page.goto(`/channels/${channel.id}`);
  await page.getByRole('button', { name: 'Make the secret' }).click();
  const secret = await studio.dialog('The new secret').getByLabel('Secret', { exact: true }).innerText();
  expect(secret).toHaveLength(43);
  await studio.dialog('The new secret').getByRole('button', { name: 'I have copied it' }).click();
  await page.reload();
  await expect(page.getByText('There is a secret. It can’t be shown again.')).toBeVisible();
  await expect(page.getByText(secret)).toHaveCount(0);
  await page.getByRole('button', { name: 'Make a new secret…' }).click();
  await expect(studio.question('Make a new secret?')).toContainText('stops working at once');
  await studio.question().getByRole('button', { name: 'Make a new secret' }).click();
  await expect(studio.dialog('The new secret').getByLabel('Secret', { exact: true })).not.toHaveText(secret);
});

test('a bot that channels use can’t be deleted, and names them', async ({ page, api, studio }) => {
  const bot = await api.createBot('In use');
  const channel = await createChannel(page.request, { name: 'Site of the bot', botId: bot.id });
  await page.goto(`/bots/${bot.id}/settings`);
  await expect(page.getByRole('region', { name: 'Channels' }).getByRole('link', { name: 'Site of the bot' })).toBeVisible();
  await page.getByRole('button', { name: 'Delete bot…' }).click();
  await studio.dialog(`${bot.name} is in use`).getByRole('link', { name: 'Site of the bot' }).click();
  await expect(studio.heading('Site of the bot')).toBeVisible();
  expect((await page.request.delete(`/api/channels/${channel.id}`)).ok()).toBe(true);
});

test('two people saving the same channel are told so', async ({ page, api, studio }) => {
  const bot = await api.createBot('Contested');
  const channel = await createChannel(page.request, { name: 'Contested', botId: bot.id });
  await page.goto(`/channels/${channel.id}`);
  await page.getByRole('textbox', { name: 'Title', exact: true }).fill('Mine');
  const theirs = await page.request.put(`/api/channels/${channel.id}`, { data: { name: 'Contested by them', botId: bot.id, settings: { texts: { en: { title: 'Theirs' } } }, version: channel.version } });
  expect(theirs.ok(), await theirs.text()).toBe(true);
  await studio.saveButton().click();
  const conflict = studio.dialog('Somebody else changed this channel');
  await expect(conflict.getByRole('row', { name: /Title \(en\)/ })).toContainText('Theirs');
  await conflict.getByRole('button', { name: 'Take theirs' }).click();
  await expect(page.getByRole('textbox', { name: 'Title', exact: true })).toHaveValue('Theirs');
  await expect(studio.heading('Contested by them')).toBeVisible();
});

test('axe finds nothing serious on the list and the editor, and both are used at 360 px', async ({ page, api, studio }) => {
  const bot = await api.createBot('Accessible channel');
  const channel = await createChannel(page.request, { name: 'Accessible channel', botId: bot.id, settings: { texts: { en: { welcome: 'Hello' }, ar: {} } } });
  await page.goto('/channels');
  await expect(page.getByRole('link', { name: 'Accessible channel' })).toBeVisible();
  await expectAccessible(page, 'channels');
  await page.getByRole('button', { name: 'New channel' }).click();
  await expect(studio.dialog('New channel')).toBeVisible();
  await expectAccessible(page, 'new channel');
  await page.goto(`/channels/${channel.id}`);
  await expect(page.frameLocator('iframe[title="Messenger"]').getByRole('heading', { name: bot.name })).toBeVisible();
  await expectAccessible(page, 'channel');
  await page.getByRole('radio', { name: 'Launcher' }).check();
  await expectAccessible(page, 'launcher of a channel');

  await page.setViewportSize({ width: 360, height: 740 });
  await expect(page.getByRole('textbox', { name: 'Title', exact: true })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await page.getByRole('radio', { name: 'Preview', exact: true }).check();
  // As it was chosen when there was more room.
  await expect(page.getByRole('radio', { name: 'Launcher' })).toBeChecked();
  await page.getByRole('radio', { name: 'Open', exact: true }).check();
  await expect(page.frameLocator('iframe[title="Messenger"]').getByRole('heading', { name: bot.name })).toBeVisible();
  await page.goto('/channels');
  await expect(page.getByRole('link', { name: 'Accessible channel' })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});
