import { expect, test } from '../fixtures/test';

const head = `var holder = botContext.getBotVariable('api_scripted');
var accounts = JSON.parse(holder.jsonData).api_scripted.accounts;
botContext.printDebugMessage('There are ' + accounts.length);
`;
const tail = `holder.jsonData = JSON.stringify({ api_scripted: { names: accounts.map((account) => account.name) } });
botContext.setBotVariable('api_scripted', holder, true, false);
`;

test('a script error is shown at its line in the editor and in the console, and mended there', async ({ page, api, designer, runPanel }) => {
  const bot = await api.createBot('Scripts');
  const integration = await api.createIntegration(bot.id, {
    name: 'Scripted',
    responseVariable: 'scripted',
    url: '/accounts',
    transformScript: `${head}missingFunction(accounts);\n${tail}`,
    customDataFields: [{ key: 'names', path: '{$.api_scripted.names[i]}' }],
  });
  await designer.open(bot.id, integration.id);
  await designer.show('Transform result script');
  await expect(designer.scriptEditor).toBeAttached();
  await designer.run();
  await runPanel.expectOutcome('Failure: Script failed');
  await expect(runPanel.panel.getByText(/Line 4: .*missingFunction/).first()).toBeVisible();
  await runPanel.show('Console');
  await expect(runPanel.panel.getByRole('list', { name: 'Console' })).toContainText('There are 5');
  await runPanel.panel.getByRole('button', { name: 'Go to line 4' }).click();
  await expect(designer.scriptEditor).toBeFocused();
  // The editor's own way to the next problem shows it under its line.
  await page.keyboard.press('F8');
  await expect(page.getByRole('tabpanel', { name: /^Transform result script/ }).getByText(/missingFunction.* is not defined/)).toBeVisible();

  await designer.writeScript(head + tail);
  await designer.run();
  await runPanel.expectOutcome('Success: 200 OK');
  await runPanel.show('Transformed');
  await expect(runPanel.tree('Result')).toContainText('names');
  await runPanel.view('Changes').click();
  await expect(runPanel.panel.getByText(/\+\d+ lines? added/)).toBeVisible();
  await expect(runPanel.panel.getByText(/−\d+ lines removed/)).toBeVisible();
  await runPanel.show('Fields');
  await expect(runPanel.field('names')).toContainText('5 values');
});

test('a script that never ends is stopped, and Parley answers meanwhile and after', async ({ page, api, designer, runPanel }) => {
  const bot = await api.createBot('Endless');
  const integration = await api.createIntegration(bot.id, {
    name: 'Endless',
    responseVariable: 'scripted',
    url: '/accounts',
    transformScript: 'while (true) {}',
  });
  await designer.open(bot.id, integration.id);
  await designer.run();
  await runPanel.expectOutcome('Running');
  expect((await page.request.get('/api/ready')).ok()).toBe(true);
  await designer.show('Settings');
  await runPanel.expectOutcome('Failure: Script stopped');
  await expect(runPanel.panel.getByText('The script ran longer than 5 s.')).toBeVisible();

  await designer.show('Transform result script');
  await designer.writeScript(head + tail);
  await designer.run();
  await runPanel.expectOutcome('Success: 200 OK');
});

test('completion knows the properties of the last response', async ({ page, api, designer, runPanel }) => {
  const bot = await api.createBot('Completion');
  const integration = await api.createIntegration(bot.id, { name: 'Completed', responseVariable: 'scripted', url: '/accounts' });
  await designer.open(bot.id, integration.id);
  await designer.run();
  await runPanel.expectOutcome('Success: 200 OK');
  await designer.show('Transform result script');
  await designer.writeScript("JSON.parse(botContext.getBotVariable('api_scripted').jsonData).api_scripted.");
  await page.keyboard.press('Control+Space');
  await expect(page.getByRole('option', { name: /^accounts,/ })).toBeVisible();
  await expect(page.getByRole('option', { name: /^pageCount,/ })).toBeVisible();
});
