import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { expect, test } from '../fixtures/test';

test('a bot is created, renamed, copied, and deleted once its name is typed', async ({ page, studio }) => {
  const name = 'Journey bot';
  await page.goto('/bots');
  await page.getByRole('button', { name: 'New bot' }).click();
  const dialog = studio.dialog('New bot');
  await dialog.getByRole('button', { name: 'Create bot' }).click();
  await expect(dialog.getByText('Enter a name.')).toBeVisible();
  await dialog.getByRole('textbox', { name: /^Name/ }).fill(name);
  await dialog.getByRole('button', { name: 'Create bot' }).click();
  await expect(studio.heading(name)).toBeVisible();
  const parts = page.getByRole('navigation', { name: 'Parts of the bot' });
  await parts.getByRole('link', { name: 'Integrations' }).click();
  await expect(page.getByText('Call your first API')).toBeVisible();

  await parts.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('textbox', { name: /^Name/ }).fill(`${name}, renamed`);
  await studio.saveButton().click();
  await expect(studio.toast('Saved the bot')).toBeVisible();
  await page.getByRole('button', { name: 'Duplicate bot' }).click();
  await expect(studio.toast(/^Copied Journey bot, renamed as /)).toBeVisible();
  await studio.goTo('Bots');
  await expect(page.getByRole('row').getByRole('link', { name: new RegExp(`^${name}, renamed`) })).toHaveCount(2);

  await studio.chooseRowAction(`${name}, renamed`, 'Delete…');
  const question = studio.question(`Delete bot ${name}, renamed?`);
  await question.getByRole('textbox').fill('something else');
  await expect(question.getByRole('button', { name: 'Delete bot' })).toBeDisabled();
  await question.getByRole('textbox').fill(`${name}, renamed`);
  await question.getByRole('button', { name: 'Delete bot' }).click();
  await expect(studio.toast(`Deleted bot ${name}, renamed`)).toBeVisible();
  await expect(page.getByRole('row').getByRole('link', { name: `${name}, renamed`, exact: true })).toHaveCount(0);
});

test('an environment filled from many lines keeps its secret to itself and feeds the runs of its bot', async ({ page, api, studio, designer, runPanel }) => {
  const bot = await api.createBot('Environment', null);
  const integration = await api.createIntegration(bot.id, {
    name: 'Reads environment',
    responseVariable: 'env',
    url: '{$env.base}/secure/bearer',
    headers: [{ name: 'Authorization', value: 'Bearer {$env.token}' }],
  });
  await page.goto('/environments');
  await page.getByRole('button', { name: 'New environment' }).click();
  await studio.dialog('New environment').getByRole('textbox', { name: /^Name/ }).fill('Journey environment');
  await studio.dialog('New environment').getByRole('button', { name: 'Create environment' }).click();
  await expect(studio.heading('Journey environment')).toBeVisible();
  await page.getByRole('button', { name: 'Bulk add' }).click();
  const bulk = studio.dialog('Bulk add variables');
  await bulk.getByRole('textbox', { name: 'Lines' }).fill(`# the bank\nbase=${api.bankUrl}\ntoken=sample-token-123\nnot a line`);
  await expect(bulk.getByText('1 line is left out')).toBeVisible();
  await bulk.getByRole('button', { name: 'Add 2 variables' }).click();
  await page.getByRole('listitem').filter({ has: page.getByRole('button', { name: 'Remove token' }) }).getByRole('checkbox', { name: 'Secret' }).check();
  await studio.saveButton().click();
  await expect(page.getByText('Stored secret, never shown')).toBeVisible();
  await page.reload();
  await expect(page.getByRole('textbox', { name: 'Value of base' })).toHaveValue(api.bankUrl);
  await expect(page.getByText('Stored secret, never shown')).toBeVisible();
  await expect(page.getByText('sample-token-123')).toHaveCount(0);

  await page.goto(`/bots/${bot.id}/settings`);
  await page.getByRole('combobox', { name: 'Environment' }).selectOption({ label: 'Journey environment' });
  await studio.saveButton().click();
  await expect(studio.toast('Saved the bot')).toBeVisible();
  await designer.open(bot.id, integration.id);
  await designer.run();
  await runPanel.expectOutcome('Success: 200 OK');
  await runPanel.show('Request');
  await expect(runPanel.panel.getByRole('table', { name: 'Request headers' })).toContainText(/authorization/i);
  await expect(page.getByText('sample-token-123')).toHaveCount(0);

  await page.goto('/environments');
  await studio.chooseRowAction('Journey environment', 'Delete…');
  await expect(studio.dialog('Journey environment is in use').getByRole('link', { name: bot.name })).toBeVisible();
});

test('an address inside the network is refused until the allow-list names it', async ({ page, api, studio, designer, runPanel }) => {
  const inside = createServer((_, response) => response.setHeader('Content-Type', 'application/json').end('{"inside":true}'));
  await new Promise<void>((resolve) => inside.listen(0, '127.0.0.1', resolve));
  const { port } = inside.address() as AddressInfo; // A listening TCP server has one.
  const bot = await api.createBot('Outbound');
  const integration = await api.createIntegration(bot.id, { name: 'Inside', responseVariable: 'inside', url: `http://127.0.0.1:${port}/` });
  await designer.open(bot.id, integration.id);
  await designer.run();
  await runPanel.expectOutcome('Failure: Address blocked');
  await runPanel.panel.getByRole('link', { name: 'Open the allow-list' }).click();
  await expect(studio.heading('Outbound access')).toBeVisible();
  const rules = page.getByRole('textbox', { name: 'Allowed destinations' });
  const before = await rules.inputValue();
  await rules.fill('not a rule!');
  await studio.saveButton().click();
  await expect(rules).toHaveAttribute('aria-invalid', 'true');
  await rules.fill(`${before}\n127.0.0.1:${port}`);
  await studio.saveButton().click();
  await expect(page.getByRole('status').filter({ hasText: 'unsaved' })).toBeHidden();

  await designer.open(bot.id, integration.id);
  await designer.run();
  await runPanel.expectOutcome('Success: 200 OK');
  await expect(runPanel.lines('inside')).toContainText('true');
  inside.close();
});
