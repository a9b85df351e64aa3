import { expect, test } from '../fixtures/test';

test('typing a brace offers variables of every scope, and choosing one inserts it', async ({ page, api, designer }) => {
  const bot = await api.createBot('Variables');
  await api.createIntegration(bot.id, {
    name: 'Source',
    responseVariable: 'SOURCE',
    url: '/accounts',
    headers: [{ name: 'X-City', value: '{$botContext.slot.city}' }],
    parameters: [{ name: 'customerId', value: '{$botContext.customerId}' }],
    customDataFields: [{ key: 'iban', path: '{$.api_SOURCE.accounts[i].iban}' }],
  });
  const integration = await api.createIntegration(bot.id, {
    name: 'Target',
    responseVariable: 'TARGET',
    url: '/echo',
    headers: [{ name: 'X-City', value: '{$botContext.slot.city}' }],
    parameters: [
      { name: 'customerId', value: '{$botContext.customerId}' },
      { name: 'other', value: '' },
    ],
  });
  await designer.open(bot.id, integration.id);
  const value = designer.cell('Value', 'parameter 2');
  await value.focus();
  await page.keyboard.type('{');
  const list = page.getByRole('listbox', { name: 'Variables' });
  await expect(list.getByRole('option', { name: /^customerId.*bot$/ })).toBeVisible();
  await expect(list.getByRole('option', { name: /^city.*slot$/ })).toBeVisible();
  await expect(list.getByRole('option', { name: /^bankUrl.*environment$/ })).toBeVisible();
  await expect(list.getByRole('option', { name: /^SOURCE\.iban\b.*field$/ }).first()).toBeVisible();
  await expect(list.getByRole('option', { name: /system$/ }).first()).toBeVisible();
  await page.keyboard.type('SOURCE.ib');
  await page.keyboard.press('Enter');
  await expect(value).toHaveValue('{SOURCE.iban}');
  await expect(list).toBeHidden();
});

test('an unknown variable is explained at its field', async ({ api, designer }) => {
  const bot = await api.createBot('Unknown');
  const integration = await api.createIntegration(bot.id, { name: 'Unknown', responseVariable: 'unknown', url: '/echo', parameters: [{ name: 'a', value: 'b' }] });
  await designer.open(bot.id, integration.id);
  const value = designer.cell('Value', 'parameter 1');
  await value.fill('{$env.bankUrl} and {$env.nothing}');
  await expect(value).toHaveAccessibleDescription(/has no key “nothing”/);
  await expect(value).not.toHaveAccessibleDescription(/bankUrl”/);
  await value.fill('{$env.bankUrl}');
  await expect(value).toHaveAccessibleDescription('');
});

test('test values are sent and remembered after a reload', async ({ page, api, designer, runPanel }) => {
  const bot = await api.createBot('Test values');
  const integration = await api.createIntegration(bot.id, { name: 'Tested', responseVariable: 'tested', url: '/echo', parameters: [{ name: 'q', value: '{$botContext.wish}' }] });
  await designer.open(bot.id, integration.id);
  const remembered = page.waitForResponse((response) => response.url().endsWith('/test-values') && response.ok());
  await runPanel.testValue('$botContext.wish').fill('tea & cake');
  await remembered;
  await page.reload();
  await expect(runPanel.testValue('$botContext.wish')).toHaveValue('tea & cake');
  await designer.run();
  await runPanel.expectOutcome('Success: 200 OK');
  await expect(runPanel.lines('queryText')).toContainText('q=tea%20%26%20cake');
  await expect(designer.unsaved).toBeHidden();
});

test('a response saved as the sample lets one design without the API', async ({ page, api, designer, runPanel }) => {
  const bot = await api.createBot('Sample');
  const integration = await api.createIntegration(bot.id, {
    name: 'Sampled',
    responseVariable: 'sampled',
    url: '/accounts',
    customDataFields: [{ key: 'name', path: '{$.api_sampled.accounts[i].name}' }],
  });
  await designer.open(bot.id, integration.id);
  await designer.run();
  await runPanel.expectOutcome('Success: 200 OK');
  await runPanel.panel.getByRole('button', { name: 'Save as sample' }).click();
  await expect(runPanel.panel.getByText('Saved as the sample')).toBeVisible();

  await designer.url.fill(`${api.bankUrl}/status/503`);
  await page.getByRole('button', { name: 'More ways to run' }).click();
  await page.getByRole('menuitem', { name: /^Run on sample/ }).click();
  await runPanel.expectOutcome(/Success.*on the sample/);
  await runPanel.show('Fields');
  await expect(runPanel.field('name')).toContainText('5 values');
  await runPanel.show('Request');
  await expect(runPanel.panel.getByText('A run on the sample does not call the API.')).toBeVisible();
});

test('a response that lost a field is warned about until it is accepted', async ({ api, designer, runPanel }) => {
  const bot = await api.createBot('Drift');
  const integration = await api.createIntegration(bot.id, {
    name: 'Drifting',
    responseVariable: 'drifting',
    url: '/accounts',
    customDataFields: [{ key: 'iban', path: '{$.api_drifting.accounts[i].iban}' }],
  });
  await designer.open(bot.id, integration.id);
  await designer.run();
  await runPanel.expectOutcome('Success: 200 OK');
  await designer.url.fill(`${api.bankUrl}/accounts/acc-1001`);
  await designer.run();
  await runPanel.expectOutcome(/Success with a warning.*in the response/);
  await expect(runPanel.panel.getByText('The response is not what it was')).toBeVisible();
  await expect(runPanel.panel.getByText(/accounts.*is missing/).first()).toBeVisible();
  await runPanel.panel.getByRole('button', { name: 'Expect this from now on' }).click();
  await expect(runPanel.panel.getByText('The response is not what it was')).toBeHidden();
  await designer.run();
  await runPanel.expectOutcome('Success: 200 OK');
});

test('kept runs can be opened again and two of them compared', async ({ api, designer, runPanel }) => {
  const bot = await api.createBot('Runs');
  const integration = await api.createIntegration(bot.id, { name: 'Repeated', responseVariable: 'repeated', url: '/accounts?pageSize=1' });
  await designer.open(bot.id, integration.id);
  await designer.run();
  await runPanel.expectOutcome(/Success: 200 OK.*1 item/);
  await designer.url.fill(`${api.bankUrl}/accounts/acc-0000`);
  await designer.run();
  await runPanel.expectOutcome('Failure: 404');

  await runPanel.show('Runs');
  await expect(runPanel.runs()).toHaveCount(2);
  await runPanel.runs().nth(1).getByRole('button', { name: /^Show / }).click();
  await runPanel.expectOutcome('Success: 200 OK');
  await runPanel.panel.getByRole('button', { name: 'Show the latest run' }).click();
  await runPanel.expectOutcome('Failure: 404');

  for (const run of await runPanel.runs().all()) await run.getByRole('checkbox').check();
  await runPanel.panel.getByRole('button', { name: 'Compare' }).click();
  const facts = runPanel.panel.getByRole('table', { name: 'Outcome and timing' });
  await expect(facts.getByRole('row').filter({ hasText: /404/ }).first()).toContainText('200');
  await runPanel.view('Body').click();
  await expect(runPanel.panel.getByText(/Older run → Newer run/)).toBeVisible();
  await expect(runPanel.panel.getByText(/lines? added/)).toBeVisible();
});
