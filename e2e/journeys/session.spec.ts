import { expect, OWNER, test } from '../fixtures/test';
import { DesignerPage } from '../pages/designer-page';
import { SignInPage } from '../pages/sign-in-page';

test('whose session ends while they write signs in over the page and loses nothing', async ({ browser, parley, api }) => {
  const bot = await api.createBot('Session');
  const integration = await api.createIntegration(bot.id, { name: 'Written on', responseVariable: 'session', url: '/echo' });
  const context = await browser.newContext({ baseURL: parley.address, storageState: { cookies: [], origins: [] } });
  const page = await context.newPage();
  await page.goto(`/bots/${bot.id}/integrations/${integration.id}`);
  await new SignInPage(page).signIn(OWNER);
  const designer = new DesignerPage(page);
  await designer.name.fill('Written while signed out');
  await context.clearCookies();
  await designer.save();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: /^Password/ }).fill(OWNER.password);
  await dialog.getByRole('button', { name: 'Sign in' }).click();
  await expect(dialog).toBeHidden();
  await expect(designer.name).toHaveValue('Written while signed out');
  await designer.saveAndSettle();
  expect((await api.getIntegration(bot.id, integration.id)).definition.name).toBe('Written while signed out');
  await context.close();
});
