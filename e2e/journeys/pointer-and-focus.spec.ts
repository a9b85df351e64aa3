import { expect, test } from '../fixtures/test';

test('a double click on Run runs once', async ({ api, designer, runPanel }) => {
  const bot = await api.createBot('Double click');
  const integration = await api.createIntegration(bot.id, { name: 'Short', responseVariable: 'short', url: '/slow?ms=300' });
  await designer.open(bot.id, integration.id);
  await designer.page.getByRole('button', { name: /^Run( |$)/ }).first().dblclick();
  await runPanel.expectOutcome('Success: 200 OK');
  await runPanel.show('Runs');
  await expect(runPanel.runs()).toHaveCount(1);
});

test('the menu for mapping a value opens at the value', async ({ page, api, designer, runPanel }) => {
  const bot = await api.createBot('Menu place');
  const integration = await api.createIntegration(bot.id, { name: 'Accounts', responseVariable: 'accounts', url: '/accounts' });
  await designer.open(bot.id, integration.id);
  await designer.run();
  await runPanel.expectOutcome('Success: 200 OK');
  const value = runPanel.lines('iban').first().getByTitle('Click to map this value');
  await value.click();
  const menu = page.getByRole('menu');
  await expect(menu).toBeVisible();
  const [valueBox, menuBox] = [await value.boundingBox(), await menu.boundingBox()];
  expect(Math.abs((menuBox?.x ?? 0) - (valueBox?.x ?? 0))).toBeLessThan(300);
  expect(Math.abs((menuBox?.y ?? 0) - (valueBox?.y ?? 0))).toBeLessThan(200);
});

test('closing a dialog brings the focus back to what opened it', async ({ page }) => {
  await page.goto('/bots');
  const opener = page.getByRole('button', { name: 'New bot' });
  await opener.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(opener).toBeFocused();
});
