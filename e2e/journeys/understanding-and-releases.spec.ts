import type { APIRequestContext } from '@playwright/test';

import { expectAccessible } from '../fixtures/expect-accessible';
import { putDraft, putText } from '../fixtures/preview-bot';
import type { StudioApi } from '../fixtures/studio-api';
import { expect, test } from '../fixtures/test';
import { understandingContent } from '../fixtures/understanding-bot';
import { FindDialog } from '../pages/find-dialog';
import { pasteInto } from '../pages/paste-into';
import { ReleasesPage } from '../pages/releases-page';
import { UnderstandingPage } from '../pages/understanding-page';

/** A bot of the journey's own. */
async function makeBot(api: StudioApi, request: APIRequestContext, name: string): Promise<{ botId: string; integrationId: string }> {
  const bot = await api.createBot(name);
  const integration = await api.createIntegration(bot.id, { name: 'List accounts', responseVariable: 'ACCOUNTS', url: '/accounts', customDataFields: [{ key: 'name', path: 'accounts[0].name' }] });
  await putDraft(request, bot.id, understandingContent(integration.id));
  return { botId: bot.id, integrationId: integration.id };
}

test('an intent taught in the browser is recognised at once, with its score, its entities and the dialog it starts', async ({ page, api, studio }) => {
  const { botId } = await makeBot(api, page.request, 'Understanding');
  const understanding = new UnderstandingPage(page);
  await understanding.open(botId);
  await understanding.utterance.fill('how much money is in my giro please');
  await expect(understanding.tryIt.getByRole('status')).toContainText('Starts Balance by the intent “Ask balance”.');
  await expect(understanding.score('Ask balance')).toContainText(/GOOD/);
  await expect(understanding.tryIt.getByRole('list', { name: 'Entities found' })).toContainText('@account“giro” → CURRENT');

  await understanding.addIntent('Report fraud');
  await pasteInto(understanding.phrase(1), 'somebody stole from me\nthere is a payment I did not make\n\nwhat is my balance');
  await expect(understanding.phrase(3)).toHaveValue('what is my balance');
  await expect(page.getByText('Also in “Ask balance”')).toBeVisible();
  await understanding.phrase(4).fill('fraud on my @acc');
  await understanding.phrase(4).press('Enter');
  await expect(understanding.phrase(4)).toHaveValue('fraud on my @account');
  await understanding.list.getByRole('button', { name: /^account/ }).click();
  await understanding.rename('konto');
  await studio.dialog('Rename “account” to “konto”').getByRole('button', { name: 'Rename', exact: true }).click();
  await understanding.list.getByRole('button', { name: /^Report fraud/ }).click();
  await expect(understanding.phrase(4)).toHaveValue('fraud on my @konto');
  await page.getByRole('combobox', { name: 'Start a dialog by this intent' }).selectOption('Card');
  await understanding.utterance.fill('a payment I did not make');
  await expect(understanding.tryIt.getByRole('status')).toContainText('Starts Card by the intent “Report fraud”.');
  await expectAccessible(page, 'intents and entities');

  await studio.chooseRowAction('Report fraud', 'Delete');
  await expect(studio.toast('One place still names it.')).toBeVisible();
  await studio.toast('One place still names it.').getByRole('button', { name: 'Undo' }).click();
  await expect(understanding.phrase(4)).toHaveValue('fraud on my @konto');
  await page.reload();
  await expect(understanding.phrase(4)).toHaveValue('fraud on my @konto');
});

test('a regular expression that never ends is stopped, and the page stays alive', async ({ page, api }) => {
  const { botId } = await makeBot(api, page.request, 'Expression');
  const understanding = new UnderstandingPage(page);
  await understanding.open(botId);
  await understanding.list.getByRole('button', { name: 'New entity' }).click();
  await page.getByRole('menuitem', { name: 'Regular expression' }).click();
  await understanding.rename('endless');
  await page.getByRole('textbox', { name: /^Regular expression/ }).fill('^(a+)+$');
  await understanding.utterance.fill(`${'a'.repeat(40)}!`);
  await expect(understanding.tryIt.getByText('@endless was not looked for: it took longer than 0.5 seconds.')).toBeVisible();
  await understanding.utterance.fill('aaa');
  await expect(understanding.tryIt.getByRole('list', { name: 'Entities found' })).toContainText('@endless“aaa”');
});

test('a draft with errors leads to them; once mended it is published, compared, rolled back and restored', async ({ page, api, studio }) => {
  const { botId } = await makeBot(api, page.request, 'Releases');
  const releases = new ReleasesPage(page);
  await putText(page.request, { botId, interactionId: 'blocked', text: '' });
  await releases.open(botId);
  await expect(page.getByRole('link', { name: 'Error: “Blocked” in “Card” has no text.' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Publish release 1' })).toBeDisabled();
  await page.keyboard.press('F8');
  await expect(page).toHaveURL(/\/dialogs\/card\?interaction=blocked/);
  await expect(page.getByRole('region', { name: 'Going through the problems' })).toBeVisible();

  await putText(page.request, { botId, interactionId: 'blocked', text: 'Your card is blocked.' });
  await releases.open(botId);
  await releases.publish(1, 'The first one');
  const again = page.getByRole('button', { name: 'Publish release 2' });
  await expect(again).toBeDisabled();
  await expect(again).toHaveAccessibleDescription('There is nothing to publish.');
  await again.focus();
  await page.keyboard.press('Enter');
  await expect(again).toBeFocused();
  await putText(page.request, { botId, interactionId: 'blocked', text: 'Your card is blocked. A new one is on its way.' });
  await expect(releases.differences).toContainText(['Changed interaction “Blocked” in “Card”']);
  await expect(again).toBeEnabled();
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  await page.getByRole('dialog', { name: 'Publish the draft' }).getByRole('textbox', { name: 'Note' }).fill('Says more');
  await page.getByRole('dialog', { name: 'Publish the draft' }).getByRole('button', { name: 'Publish release 2' }).click();
  await expect(releases.row(2)).toContainText('Says more');
  await releases.choose(2, 'Compare with release 1');
  await expect(releases.differences.getByRole('deletion')).toHaveText('Your card is blocked.');
  await expect(releases.differences.getByRole('insertion')).toHaveText('Your card is blocked. A new one is on its way.');
  await expectAccessible(page, 'releases compared');

  await page.getByRole('button', { name: 'Make live: release 1' }).click();
  await expect(releases.row(1).getByText('Live', { exact: true })).toBeVisible();
  await releases.choose(1, 'Restore into the draft…');
  await studio.question('Restore release 1 into the draft?').getByRole('button', { name: 'Restore' }).click();
  await expect(studio.toast('The draft is release 1 again.')).toBeVisible();
  await releases.choose(1, 'Compare with the draft');
  await expect(page.getByText('No difference. Both say the same.')).toBeVisible();
  await studio.toast('The draft is release 1 again.').getByRole('button', { name: 'Undo' }).click();
  await expect(releases.differences).toContainText(['Changed interaction “Blocked” in “Card”']);
});

test('a renamed response variable is followed by texts, scripts and the integration itself, and one undo takes it back', async ({ page, api, studio, designer }) => {
  const { botId, integrationId } = await makeBot(api, page.request, 'Renames');
  const find = new FindDialog(page);
  await page.goto(`/bots/${botId}/dialogs/balance?interaction=show`);
  await expect(page.getByText('{ACCOUNTS.name}').first()).toBeVisible();
  await find.open();
  await find.rename('response variable ACCOUNTS', 'KONTEN');
  await expect(find.changes).toContainText('“Show accounts” in “Balance”: Text');
  await expect(find.changes).toContainText('Pre-Process code');
  await find.confirm('Rename');
  await page.keyboard.press('Escape');
  await expect(page.getByText('{KONTEN.name}').first()).toBeVisible();
  await expect.poll(async () => (await api.getIntegration(botId, integrationId)).definition.responseVariable).toBe('KONTEN');
  await studio.toast('Rename ACCOUNTS to KONTEN').getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('{ACCOUNTS.name}').first()).toBeVisible();
  await expect.poll(async () => (await api.getIntegration(botId, integrationId)).definition.responseVariable).toBe('ACCOUNTS');

  await designer.open(botId, integrationId);
  await designer.show('Custom data fields');
  await designer.fieldKey('field name').fill('title');
  await designer.save();
  const offer = studio.dialog('Update one place that uses the old name?');
  await expect(offer.getByRole('list', { name: 'What changes' })).toContainText('“Show accounts” in “Balance”: Text');
  await offer.getByRole('button', { name: 'Update all' }).click();
  await page.goto(`/bots/${botId}/dialogs/balance?interaction=show`);
  await expect(page.getByText('{ACCOUNTS.title}').first()).toBeVisible();
});

test('find and replace reaches texts and scripts, shows what changes first, and is one step of undo', async ({ page, api }) => {
  const { botId } = await makeBot(api, page.request, 'Find');
  const find = new FindDialog(page);
  await page.goto(`/bots/${botId}/functions`);
  await expect(page.getByRole('complementary', { name: 'Functions found' })).toContainText('greet(response)');
  await find.open();
  await find.find('greet', 'welcome');
  await expect(find.hits.getByRole('link')).toHaveCount(2);
  await expect(find.hits.getByRole('link').first()).toContainText('script');
  await find.previewAll();
  await expectAccessible(page, 'what replacing changes');
  await find.confirm('Replace 2');
  await page.keyboard.press('Escape');
  const functions = page.getByRole('complementary', { name: 'Functions found' });
  await expect(functions).toContainText('welcome(response)');
  await functions.getByRole('button', { name: 'Where used' }).click();
  await expect(functions.getByRole('link')).toHaveText(['“Show accounts” in “Balance”']);
  await page.getByRole('button', { name: 'Undo', exact: true }).first().click();
  await expect(functions).toContainText('greet(response)');
});
