import type { Browser, Page } from '@playwright/test';

import { expect, test } from '../fixtures/test';
import { DesignerPage } from '../pages/designer-page';
import { StudioPage } from '../pages/studio-page';

/** Signed in as well, in a browser of their own. */
async function openColleague(browser: Browser, page: Page, baseURL: string | undefined): Promise<DesignerPage> {
  const context = await browser.newContext({ ...(baseURL ? { baseURL } : {}), storageState: await page.context().storageState() });
  return new DesignerPage(await context.newPage());
}

test('a stale save shows both versions; taking theirs can be undone, and keeping mine saves it', async ({ browser, page, baseURL, api, designer, studio }) => {
  const bot = await api.createBot('Conflict');
  const integration = await api.createIntegration(bot.id, { name: 'Contested', responseVariable: 'contested', url: '/echo' });
  const colleague = await openColleague(browser, page, baseURL);
  await designer.open(bot.id, integration.id);
  await colleague.open(bot.id, integration.id);

  await colleague.name.fill('Named by them');
  await colleague.saveAndSettle();
  await designer.url.fill(`${api.bankUrl}/echo?by=me`);
  await designer.save();

  const dialog = studio.dialog('Somebody else changed this integration');
  await expect(dialog.getByRole('row', { name: /Integration Name/ })).toContainText('Named by them');
  await expect(dialog.getByRole('row', { name: /Integration Name/ })).toContainText('Contested');
  await expect(dialog.getByRole('row', { name: /^URL/ })).toContainText('/echo?by=me');
  await dialog.getByRole('button', { name: 'Take theirs' }).click();
  await expect(designer.name).toHaveValue('Named by them');
  await expect(designer.url).toHaveValue(`${api.bankUrl}/echo`);
  await expect(designer.unsaved).toBeHidden();

  await studio.toast('Shows their version now').getByRole('button', { name: 'Undo' }).click();
  await expect(designer.url).toHaveValue(`${api.bankUrl}/echo?by=me`);
  await expect(designer.unsaved).toBeVisible();

  await colleague.name.fill('Named by them again');
  await colleague.saveAndSettle();
  await designer.save();
  await expect(dialog.getByRole('row', { name: /Integration Name/ })).toContainText('Named by them again');
  await dialog.getByRole('button', { name: 'Save mine over theirs' }).click();
  await expect(designer.unsaved).toBeHidden();
  const { definition } = await api.getIntegration(bot.id, integration.id);
  expect(definition.name).toBe('Contested');
  expect(definition.url).toBe(`${api.bankUrl}/echo?by=me`);
  await colleague.page.context().close();
});

test('two people saving the same bot settings are told so', async ({ browser, page, baseURL, api, studio }) => {
  const bot = await api.createBot('Contested bot');
  const colleague = await openColleague(browser, page, baseURL);
  const theirs = new StudioPage(colleague.page);
  await page.goto(`/bots/${bot.id}/settings`);
  await colleague.page.goto(`/bots/${bot.id}/settings`);
  await colleague.page.getByRole('textbox', { name: 'Description' }).fill('Described by them');
  await theirs.saveButton().click();
  await expect(theirs.toast('Saved the bot')).toBeVisible();

  await page.getByRole('textbox', { name: 'Description' }).fill('Described by me');
  await studio.saveButton().click();
  const dialog = studio.dialog('Somebody else changed this bot');
  await expect(dialog.getByRole('row', { name: /^Description/ })).toContainText('Described by them');
  await dialog.getByRole('button', { name: 'Take theirs' }).click();
  await expect(page.getByRole('textbox', { name: 'Description' })).toHaveValue('Described by them');
  await colleague.page.context().close();
});

test('unsaved changes survive a reload and are not left without asking', async ({ page, api, designer, studio }) => {
  const bot = await api.createBot('Guarded');
  const integration = await api.createIntegration(bot.id, { name: 'Guarded', responseVariable: 'guarded', url: '/echo' });
  await designer.open(bot.id, integration.id);
  await designer.name.fill('Half written');
  await expect(designer.unsaved).toBeVisible();

  await studio.goTo('Credentials');
  const question = studio.question('Leave without saving?');
  await question.getByRole('button', { name: 'Keep editing' }).click();
  await expect(designer.name).toHaveValue('Half written');

  page.on('dialog', (asked) => void asked.accept());
  await page.reload();
  await expect(page.getByText('Your unsaved changes are back')).toBeVisible();
  await expect(designer.name).toHaveValue('Half written');
  await expect(designer.unsaved).toBeVisible();

  await studio.goTo('Credentials');
  await question.getByRole('button', { name: 'Leave and discard' }).click();
  await expect(studio.heading('Credentials')).toBeVisible();
  await designer.open(bot.id, integration.id);
  await expect(designer.name).toHaveValue('Guarded');
  await expect(page.getByText('Your unsaved changes are back')).toBeHidden();
});

test('what keeps an integration from being saved is said at its field', async ({ page, api, designer }) => {
  const bot = await api.createBot('Invalid');
  await api.createIntegration(bot.id, { name: 'Taken', responseVariable: 'taken', url: '/echo' });
  await designer.openNew(bot.id);
  await designer.save();
  await expect(page.getByText('Enter an integration name.')).toBeVisible();
  await expect(page.getByText('Enter a URL.')).toBeVisible();
  await designer.name.fill('Taken');
  await designer.responseVariable.fill('9 lives');
  await designer.url.fill(`${api.bankUrl}/echo`);
  await designer.save();
  await expect(page.getByText(/begin with a letter or underscore/)).toBeVisible();
  await designer.responseVariable.fill('lives');
  await designer.save();
  // The server knows what the form can't: the name is taken.
  await expect(designer.name).toHaveAttribute('aria-invalid', 'true');
  await designer.name.fill('Free');
  await designer.saveAndSettle();
  await expect(page.getByRole('heading', { level: 1, name: 'Free' })).toBeVisible();
});
