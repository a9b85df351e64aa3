import { expect, test } from '../fixtures/test';

test('a response of nearly 5 MB can be walked through, searched and shown in every view', async ({ page, api, designer, runPanel }) => {
  const bot = await api.createBot('Large');
  const integration = await api.createIntegration(bot.id, { name: 'Large', responseVariable: 'large', url: '/large?kb=4900' });
  await designer.open(bot.id, integration.id);
  await designer.run();
  await runPanel.expectOutcome(/Success: 200 OK.*4\.\d MB/);
  await expect(runPanel.tree()).toBeVisible();
  await runPanel.tree().focus();
  await page.keyboard.press('End');
  await expect(runPanel.tree().getByRole('treeitem', { selected: true })).toBeVisible();
  await runPanel.panel.getByRole('searchbox', { name: 'Search response' }).fill('acc');
  await expect(runPanel.panel.getByRole('status').filter({ hasText: /found$|No match/ })).toBeVisible();
  await runPanel.view('Table').click();
  await expect(runPanel.panel.getByRole('grid').or(runPanel.panel.getByRole('table')).first()).toBeVisible();
  await runPanel.view('Raw').click();
  await expect(runPanel.panel.getByRole('group', { name: 'Raw response' })).toBeVisible();
  await designer.name.fill('Still quick');
  await expect(designer.name).toHaveValue('Still quick');
});

const outcomes = [
  ['a response larger than the limit', '/large?kb=2048', /Failure: Response too large/, 'Change the limit'],
  ['JSON that is none', '/invalid-json', /Failure: Invalid response/, 'Read the response'],
  ['a connection that breaks', '/reset', /Failure: Connection failed/, 'Go to the URL'],
  ['a refusal', '/status/403', /Failure: 403/, 'Read the response'],
] as const;

for (const [what, path, outcome, remedy] of outcomes) {
  test(`${what} is told in words, with the way to mend it`, async ({ api, designer, runPanel }) => {
    const bot = await api.createBot('Outcomes');
    const integration = await api.createIntegration(bot.id, {
      name: 'Outcome',
      responseVariable: 'outcome',
      url: path,
      responseBytesMax: 1024 * 1024,
      retry: { retryCountMax: 0, scope: 'idempotent' },
    });
    await designer.open(bot.id, integration.id);
    await designer.run();
    await runPanel.expectOutcome(outcome);
    await expect(runPanel.panel.getByRole('button', { name: remedy })).toBeVisible();
  });
}

test('XML is read as an object, a top-level array is mapped with every one, and an empty body is no trouble', async ({ api, designer, runPanel }) => {
  const bot = await api.createBot('Formats');
  const integration = await api.createIntegration(bot.id, { name: 'Formats', responseVariable: 'formats', url: '/rates.xml', success: { kind: 'any-2xx' } });
  await designer.open(bot.id, integration.id);
  await designer.run();
  await runPanel.expectOutcome('Success: 200 OK');
  await expect(runPanel.lines('rates')).toBeVisible();
  await runPanel.view('Raw').click();
  await expect(runPanel.panel.getByRole('group', { name: 'Raw response' })).toContainText('<rate');

  await designer.url.fill(`${api.bankUrl}/branches`);
  await designer.run();
  await runPanel.expectOutcome(/Success/);
  await runPanel.view('Tree').click();
  await runPanel.mapFirst('name', 'Map every one');
  await expect(designer.fieldPath('field name')).toHaveValue('{$.api_formats[i].name}');

  await designer.url.fill(`${api.bankUrl}/status/204`);
  await designer.run();
  await runPanel.expectOutcome(/204/);
  await expect(runPanel.panel.getByText('The response has no body.')).toBeVisible();
});
