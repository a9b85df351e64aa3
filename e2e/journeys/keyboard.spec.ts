import { expect, test } from '../fixtures/test';
import { tabTo } from '../pages/tab-to';

test('an integration is opened, changed, run, looked into and saved without a mouse', async ({ page, api, studio, designer, runPanel }) => {
  const { keyboard } = page;
  const bot = await api.createBot('Keyboard');
  const integration = await api.createIntegration(bot.id, {
    name: 'By keyboard',
    responseVariable: 'byKeyboard',
    url: '/accounts',
    parameters: [
      { name: 'customerId', value: 'cus-2001' },
      { name: 'status', value: 'active' },
    ],
  });

  await page.goto('/bots');
  await expect(studio.heading('Bots')).toBeVisible();
  await expect(page.getByRole('link', { name: bot.name })).toBeVisible();
  await keyboard.press('/');
  await expect(page.getByRole('searchbox', { name: 'Search bots' })).toBeFocused();
  await keyboard.type(bot.name);
  await expect(page.getByRole('status').filter({ hasText: /^1 of \d+$/ })).toBeVisible();
  await keyboard.press('Enter');
  await expect(studio.heading(bot.name)).toBeVisible();
  await tabTo(page.getByRole('navigation', { name: 'Parts of the bot' }).getByRole('link', { name: 'Integrations', exact: true }));
  await keyboard.press('Enter');
  await expect(studio.heading('Integrations')).toBeVisible();
  await tabTo(page.getByRole('link', { name: 'By keyboard', exact: true }));
  await keyboard.press('Enter');
  await expect(designer.url).toBeVisible();

  await keyboard.press('Alt+1');
  await tabTo(designer.cell('Value', 'parameter 2'));
  await keyboard.press('ControlOrMeta+A');
  await keyboard.type('closed');
  await keyboard.press('ControlOrMeta+Enter');
  await runPanel.expectOutcome(/Success: 200 OK.*1 item/);

  await tabTo(runPanel.tab('Response'));
  await keyboard.press('ArrowRight');
  await expect(runPanel.tab('Transformed')).toHaveAttribute('aria-selected', 'true');
  await keyboard.press('ArrowRight');
  await expect(runPanel.panel.getByText('No custom data fields')).toBeVisible();
  await keyboard.press('Home');
  await expect(runPanel.tree()).toBeVisible();
  await tabTo(runPanel.tree());
  await keyboard.press('ArrowDown');
  await keyboard.press('ArrowDown');
  await keyboard.press('ArrowDown');
  await expect(runPanel.tree().getByRole('treeitem', { selected: true })).toContainText('"acc-1005"');
  await keyboard.press('Enter');
  await expect(page.getByRole('menuitem', { name: 'Map this one' })).toBeFocused();
  await keyboard.press('ArrowDown');
  await expect(page.getByRole('menuitem', { name: 'Map every one' })).toBeFocused();
  await keyboard.press('Enter');
  await expect(designer.fieldPath('field id')).toHaveValue('{$.api_byKeyboard.accounts[i].id}');

  await keyboard.press('ControlOrMeta+S');
  await expect(designer.unsaved).toBeHidden();
  const stored = await api.getIntegration(bot.id, integration.id);
  expect(stored.definition.parameters[1]?.value).toBe('closed');
  expect(stored.definition.customDataFields).toEqual([{ key: 'id', path: '{$.api_byKeyboard.accounts[i].id}' }]);
});

test('Alt with the arrow keys moves a row, Enter goes to the next one, and the order is what is saved', async ({ page, api, designer }) => {
  const bot = await api.createBot('Rows');
  const integration = await api.createIntegration(bot.id, {
    name: 'Rows',
    responseVariable: 'rows',
    url: '/echo',
    parameters: [
      { name: 'first', value: '1' },
      { name: 'second', value: '2' },
    ],
  });
  await designer.open(bot.id, integration.id);
  await designer.cell('Name', 'parameter 1').focus();
  await page.keyboard.press('Alt+ArrowDown');
  await expect(designer.cell('Name', 'parameter 2')).toHaveValue('first');
  await expect(designer.cell('Name', 'parameter 2')).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.type('third');
  await designer.cell('Name', 'parameter 3').press('Alt+ArrowUp');
  await designer.saveAndSettle();
  const { definition } = await api.getIntegration(bot.id, integration.id);
  expect(definition.parameters.map(({ name }) => name)).toEqual(['second', 'third', 'first']);
});

test('the question mark lists the shortcuts, and the palette finds an integration and opens it', async ({ page, api, studio, designer }) => {
  const bot = await api.createBot('Palette');
  const name = `Found by palette ${bot.id.slice(-6)}`;
  const integration = await api.createIntegration(bot.id, { name, responseVariable: 'found', url: '/echo' });
  await designer.open(bot.id, integration.id);
  await designer.tab('Parameters').focus();
  await page.keyboard.press('?');
  await expect(studio.dialog('Shortcuts').getByText('Run integration')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(studio.dialog('Shortcuts')).toBeHidden();

  await page.goto('/settings');
  await expect(studio.heading('Workspace')).toBeVisible();
  const palette = await studio.openPalette();
  await page.keyboard.type(name);
  await expect(palette.getByRole('option', { name })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(designer.name).toHaveValue(name);
  await expect(page).toHaveURL(new RegExp(`/bots/${bot.id}/integrations/${integration.id}`));
});
