import { expect, test } from '../fixtures/test';
import { pasteInto } from '../pages/paste-into';

test('an integration designed from a cURL command keeps its mapped fields over saving and reloading', async ({ page, api, designer, runPanel }) => {
  const bot = await api.createBot('From cURL');
  await designer.openNew(bot.id);
  await pasteInto(
    designer.url,
    `curl -X GET '${api.bankUrl}/accounts?customerId=cus-2001&status=active' \\\n  -H 'Accept: application/json' \\\n  -H "X-Channel: web" \\\n  --compressed`,
  );
  await expect(designer.url).toHaveValue(`${api.bankUrl}/accounts`);
  await expect(designer.cell('Name', 'parameter 1')).toHaveValue('customerId');
  await expect(designer.cell('Value', 'parameter 1')).toHaveValue('cus-2001');
  await expect(designer.cell('Value', 'parameter 2')).toHaveValue('active');
  await designer.show('Headers');
  await expect(designer.table('Request Headers').getByLabel(/^Value of header/).filter({ visible: true }).nth(1)).toHaveValue('web');

  await designer.name.fill('My accounts');
  await expect(designer.responseVariable).not.toHaveValue('');
  await designer.responseVariable.fill('MINE');
  await expect(page.getByText('api_MINE', { exact: true })).toBeVisible();
  await designer.run();
  await runPanel.expectOutcome('Success: 200 OK');

  await runPanel.mapFirst('name', 'Map this one');
  await expect(designer.fieldPath('field name')).toHaveValue('{$.api_MINE.accounts[0].name}');
  await runPanel.mapFirst('id', 'Map every one');
  await expect(designer.fieldPath('field id')).toHaveValue('{$.api_MINE.accounts[i].id}');
  await expect(runPanel.lines('id').first()).toContainText('mapped to id');
  await designer.saveAndSettle();

  await page.reload();
  await expect(designer.name).toHaveValue('My accounts');
  await expect(designer.url).toHaveValue(`${api.bankUrl}/accounts`);
  await expect(designer.cell('Value', 'parameter 1')).toHaveValue('cus-2001');
  await designer.show('Custom data fields');
  await expect(designer.fieldPath('field name')).toHaveValue('{$.api_MINE.accounts[0].name}');
  await expect(designer.fieldPath('field id')).toHaveValue('{$.api_MINE.accounts[i].id}');
  await expect(designer.unsaved).toBeHidden();

  await designer.run();
  await runPanel.expectOutcome('Success: 200 OK');
  await runPanel.show('Fields');
  await expect(runPanel.field('name')).toContainText('1 value');
  await expect(runPanel.field('id')).toContainText('"acc-1001", "acc-');
});

test('a cURL command copied out says what would be sent, with placeholders for secrets', async ({ api, designer }) => {
  const bot = await api.createBot('To cURL');
  const credential = await api.createCredential('Copied token', { kind: 'access-token', tokenType: 'Bearer', token: 'sample-token-123' });
  const integration = await api.createIntegration(
    bot.id,
    {
      name: 'Copied',
      responseVariable: 'copied',
      method: 'POST',
      url: '/echo',
      credentialId: credential.id,
      headers: [{ name: 'X-Api-Key', value: 'sample-key-456' }],
      parameters: [{ name: 'customer', value: '{$botContext.customer}' }],
      postBody: { kind: 'json', text: '{"text": "it\'s"}' },
    },
    { '$botContext.customer': 'A & B' },
  );
  await designer.open(bot.id, integration.id);
  await designer.chooseAction('Copy as cURL');
  await expect.poll(() => designer.readClipboard()).toContain('curl');
  const command = await designer.readClipboard();
  expect(command).toContain(`${api.bankUrl}/echo?customer=A%20%26%20B`);
  expect(command).toContain('Authorization: Bearer YOUR_TOKEN');
  expect(command).toContain('X-Api-Key: YOUR_');
  expect(command).not.toContain('sample-token-123');
  expect(command).not.toContain('sample-key-456');

  // And back again, through the dialog.
  await designer.openNew(bot.id);
  await designer.chooseAction('Import cURL…');
  await designer.page.getByRole('textbox', { name: /^cURL command/ }).fill(command);
  await designer.page.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(designer.url).toHaveValue(`${api.bankUrl}/echo`);
  await expect(designer.cell('Value', 'parameter 1')).toHaveValue('A & B');
  await expect(designer.page.getByRole('combobox', { name: /^Method/ })).toHaveValue('POST');
});
