import { expect, test } from '../fixtures/test';

test('a credential made in the designer signs the call in and is never shown again', async ({ page, api, designer, runPanel, studio }) => {
  const bot = await api.createBot('Inline credential');
  const integration = await api.createIntegration(bot.id, { name: 'Protected', responseVariable: 'protected', url: '/secure/basic' });
  await designer.open(bot.id, integration.id);
  await designer.run();
  await runPanel.expectOutcome('Failure: 401');

  await page.getByRole('button', { name: 'New credential…' }).click();
  const dialog = studio.dialog('New credential');
  await dialog.getByLabel('Name', { exact: false }).first().fill(`Bank user of ${bot.name}`);
  await dialog.getByLabel('Type').selectOption({ label: 'Basic' });
  await dialog.getByRole('textbox', { name: /^User name/ }).fill('freddy');
  await dialog.getByRole('textbox', { name: /^Password/ }).fill('bank-pass');
  await dialog.getByRole('button', { name: 'Create credential' }).click();
  await expect(dialog).toBeHidden();
  await designer.run();
  await runPanel.expectOutcome('Success: 200 OK');
  await designer.saveAndSettle();

  await runPanel.show('Request');
  await expect(runPanel.panel.getByRole('table', { name: 'Request headers' })).toContainText(/authorization/i);
  await expect(page.getByText('bank-pass')).toHaveCount(0);
  await expect(page.getByText(Buffer.from('freddy:bank-pass').toString('base64'))).toHaveCount(0);

  await page.getByRole('link', { name: 'Open', exact: true }).click();
  await expect(studio.heading(`Bank user of ${bot.name}`)).toBeVisible();
  await expect(page.getByRole('textbox', { name: /^Password/ })).toHaveValue('');
  await expect(page.getByText('Leave empty to keep the stored one. It is never shown.')).toBeVisible();

  await page.getByRole('button', { name: 'Delete credential…' }).click();
  await expect(studio.dialog(/is in use$/).getByRole('link', { name: /Protected/ })).toBeVisible();
});

test('a literal secret in a header becomes a credential that sends the same', async ({ api, designer, runPanel, studio }) => {
  const bot = await api.createBot('Literal secret');
  const integration = await api.createIntegration(bot.id, {
    name: 'Literal',
    responseVariable: 'literal',
    url: '/secure/bearer',
    headers: [{ name: 'Authorization', value: 'Bearer sample-token-123' }],
  });
  await designer.open(bot.id, integration.id);
  await designer.show('Headers');
  await designer.page.getByRole('button', { name: 'Make it a credential…' }).click();
  const dialog = studio.dialog('New credential');
  await expect(dialog.getByRole('textbox', { name: /^Access token/ })).toHaveValue('sample-token-123');
  await dialog.getByRole('button', { name: 'Create credential' }).click();
  await expect(dialog).toBeHidden();
  await expect(designer.cell('Name', 'header 1')).toHaveValue('');
  await expect(designer.credential.getByRole('option', { selected: true })).toHaveText(/^Literal/);
  await designer.run();
  await runPanel.expectOutcome('Success: 200 OK');
  await designer.saveAndSettle();
  expect(JSON.stringify(await api.getIntegration(bot.id, integration.id))).not.toContain('sample-token-123');
});

test('testing an OAuth credential shows the token answer with the token masked', async ({ page, api, studio }) => {
  const oauth = { kind: 'oauth-client-credentials', tokenUrl: `${api.bankUrl}/oauth/token`, clientId: 'ag-bank-client', clientSecret: 'ag-bank-secret', scope: 'accounts' };
  const credential = await api.createCredential('Tested OAuth client', oauth);
  await page.goto(`/credentials/${credential.id}`);
  const answer = page.waitForResponse((response) => response.url().endsWith('/test'));
  await page.getByRole('button', { name: 'Fetch a token' }).click();
  expect(await (await answer).text()).toMatch(/"access_token":"…\(masked, \d+ characters\)"/);
  await expect(page.getByText(/The token server gave a token/)).toBeVisible();
  await expect(page.getByLabel('Answer of the token server')).toContainText(/"access_token": "…\(masked/);

  await page.getByRole('textbox', { name: /^Client secret/ }).fill('wrong');
  await studio.saveButton().click();
  await expect(studio.toast('Saved credential Tested OAuth client')).toBeVisible();
  await page.getByRole('button', { name: 'Fetch a token' }).click();
  await expect(page.getByText(/No token was given \(status 401/)).toBeVisible();
});

test('an unused credential is deleted once its name is typed', async ({ page, api, studio }) => {
  await api.createCredential('Left over', { kind: 'api-key', in: 'header', name: 'X-Key', value: 'left-over-key' });
  await page.goto('/credentials');
  await studio.chooseRowAction('Left over', 'Delete…');
  const question = studio.question('Delete credential Left over?');
  await expect(question.getByRole('button', { name: 'Delete credential' })).toBeDisabled();
  await question.getByRole('textbox').fill('Left over');
  await question.getByRole('button', { name: 'Delete credential' }).click();
  await expect(studio.toast('Deleted credential Left over')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Left over', exact: true })).toHaveCount(0);
});
