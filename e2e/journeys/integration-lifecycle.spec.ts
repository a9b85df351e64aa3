import { expect, test } from '../fixtures/test';
import { pasteInto } from '../pages/paste-into';

test('an integration that others rely on is not deleted, and the list says by whom it is used', async ({ page, api, studio }) => {
  const bot = await api.createBot('In use');
  await api.createIntegration(bot.id, { name: 'Base', responseVariable: 'BASE', url: '/accounts', customDataFields: [{ key: 'id', path: '{$.api_BASE.accounts[i].id}' }] });
  await api.createIntegration(bot.id, { name: 'Relies on it', responseVariable: 'RELIES', url: '/echo', parameters: [{ name: 'id', value: '{BASE.id}' }] });
  await page.goto(`/bots/${bot.id}/integrations`);
  await studio.chooseRowAction('Base', 'Delete…');
  const refusal = studio.dialog('Base is in use');
  await expect(refusal.getByRole('link', { name: 'Relies on it' })).toBeVisible();
  await page.keyboard.press('Escape');

  await studio.chooseRowAction('Relies on it', 'Delete…');
  await studio.question('Delete integration Relies on it?').getByRole('button', { name: 'Delete integration' }).click();
  await expect(page.getByRole('link', { name: 'Relies on it', exact: true })).toHaveCount(0);
  await studio.chooseRowAction('Base', 'Delete…');
  await studio.question('Delete integration Base?').getByRole('button', { name: 'Delete integration' }).click();
  await expect(page.getByText('Call your first API')).toBeVisible();
});

test('a copy of an integration has all of it under a free name, and can be taken back', async ({ page, api, studio, designer }) => {
  const bot = await api.createBot('Copies');
  const integration = await api.createIntegration(bot.id, { name: 'Original', responseVariable: 'original', url: '/echo', headers: [{ name: 'X-A', value: '1' }], transformScript: 'console.log(1);' });
  await designer.open(bot.id, integration.id);
  await page.getByRole('button', { name: 'Duplicate', exact: true }).click();
  await expect(designer.name).toHaveValue(/^Original .+/);
  await expect(designer.responseVariable).not.toHaveValue('original');
  await designer.show('Headers');
  await expect(designer.cell('Value', 'header 1')).toHaveValue('1');
  await expect(designer.unsaved).toBeHidden();
  await studio.toast(/^Copied Original as /).getByRole('button', { name: 'Undo' }).click();
  await expect(studio.heading('Integrations')).toBeVisible();
  await expect(page.getByRole('row').getByRole('link', { name: /^Original/ })).toHaveCount(1);
});

test('a new integration runs before it is saved, survives a reload, and keeps its runs once it is saved', async ({ page, api, designer, runPanel }) => {
  const bot = await api.createBot('Unsaved');
  await designer.openNew(bot.id);
  await designer.name.fill('Not saved yet');
  await designer.url.fill(`${api.bankUrl}/rates.xml`);
  await designer.run();
  await runPanel.expectOutcome('Success: 200 OK');
  page.on('dialog', (asked) => void asked.accept());
  await page.reload();
  await expect(designer.name).toHaveValue('Not saved yet');
  await designer.saveAndSettle();
  await expect(page).toHaveURL(new RegExp(`/bots/${bot.id}/integrations/[0-9a-f-]{36}`));
  await page.reload();
  await expect(designer.name).toHaveValue('Not saved yet');
  await runPanel.show('Runs');
  await expect(runPanel.runs()).toHaveCount(1);
});

test('the browser’s back button asks before unsaved changes are lost', async ({ page, api, studio, designer }) => {
  const bot = await api.createBot('Back');
  await api.createIntegration(bot.id, { name: 'Left by back', responseVariable: 'back', url: '/echo' });
  await page.goto(`/bots/${bot.id}/integrations`);
  await studio.openRow('Left by back');
  await designer.name.fill('Changed');
  await expect(designer.unsaved).toBeVisible();
  await page.evaluate(() => history.back());
  const question = studio.question('Leave without saving?');
  await question.getByRole('button', { name: 'Keep editing' }).click();
  await expect(designer.name).toHaveValue('Changed');
  await page.evaluate(() => history.back());
  await question.getByRole('button', { name: 'Leave and discard' }).click();
  await expect(studio.heading('Integrations')).toBeVisible();
});

test('many lines pasted into a name become rows, a row that is off is kept and not sent, and rows can be edited as text', async ({ page, api, designer, runPanel }) => {
  const bot = await api.createBot('Pasted rows');
  const integration = await api.createIntegration(bot.id, { name: 'Pasted', responseVariable: 'pasted', url: '/echo' });
  await designer.open(bot.id, integration.id);
  await pasteInto(designer.cell('Name', 'parameter 1'), 'a: 1\nb: 2\nc: x=y & z');
  await expect(designer.cell('Value', 'parameter 3')).toHaveValue('x=y & z');
  await page.getByRole('checkbox', { name: 'Send b' }).uncheck();
  await designer.run();
  await runPanel.expectOutcome('Success: 200 OK');
  await expect(runPanel.lines('queryText')).toContainText('a=1&c=x%3Dy%20%26%20z');
  await page.getByRole('button', { name: 'Delete a', exact: true }).click();
  await designer.table('Request Parameters').getByRole('button', { name: 'Edit as text' }).click();
  await expect(designer.table('Request Parameters').getByRole('textbox').or(designer.table('Request Parameters').getByRole('combobox')).first()).toHaveValue(/b.*2[\s\S]*c.*x=y & z/);
  await designer.table('Request Parameters').getByRole('button', { name: 'Edit as rows' }).click();
  await designer.saveAndSettle();
  const { definition } = await api.getIntegration(bot.id, integration.id);
  expect(definition.parameters.map(({ name, enabled }) => ({ name, enabled }))).toEqual([
    { name: 'b', enabled: false },
    { name: 'c', enabled: true },
  ]);
});
