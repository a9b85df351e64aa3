import type { Locator, Page } from '@playwright/test';

import { startBreakableApi } from '../fixtures/breakable-api';
import { startLiveConversation } from '../fixtures/live-conversation';
import { expect, test } from '../fixtures/test';
import { BuilderPage } from '../pages/builder-page';
import { PreviewPage } from '../pages/preview-page';
import { ReleasesPage } from '../pages/releases-page';

const SORRY = 'Our shop finder rests. Please try again later.';
const shops = { shops: [{ name: 'Old Town' }, { name: 'Harbour' }, { name: 'Airport' }] };

/** Where a newcomer looks: what every step of the journey uses. */
function findParts(page: Page) {
  const builder = new BuilderPage(page);
  return {
    builder,
    preview: new PreviewPage(page),
    releases: new ReleasesPage(page),
    parts: page.getByRole('navigation', { name: 'Parts of the bot' }),
    text: builder.settings.getByRole('textbox', { name: 'Text', exact: true }),
  };
}

test('from an empty bot to three dialogs that survive a broken API, two releases, a rollback and a test', async ({ page, studio, designer, runPanel }) => {
  page.setDefaultTimeout(15_000);
  const { builder, preview, releases, parts, text } = findParts(page);
  const shopApi = await startBreakableApi(page.request, shops);
  let botId = '';

  await test.step('a bot is created', async () => {
    await page.goto('/bots');
    await page.getByRole('button', { name: 'New bot' }).click();
    await studio.dialog('New bot').getByRole('textbox', { name: /^Name/ }).fill('Shop finder');
    await studio.dialog('New bot').getByRole('button', { name: 'Create bot' }).click();
    await expect(studio.heading('Shop finder')).toBeVisible();
    botId = /\/bots\/([^/]+)/.exec(page.url())?.[1] ?? '';
  });

  await test.step('an integration is designed, run and mapped', async () => {
    await parts.getByRole('link', { name: 'Integrations' }).click();
    await page.getByRole('link', { name: 'New integration' }).click();
    await designer.url.fill(shopApi.url);
    await designer.name.fill('Find shops');
    await designer.responseVariable.fill('SHOPS');
    await designer.run();
    await runPanel.expectOutcome('Success: 200 OK');
    await runPanel.mapFirst('name', 'Map every one');
    await designer.saveAndSettle();
  });

  await test.step('three dialogs are built: welcome, shops, trouble', async () => {
    await page.getByRole('link', { name: 'Shop finder' }).click();
    await parts.getByRole('link', { name: 'Dialogs' }).click();
    await builder.dialogs.getByRole('link', { name: /^Welcome/ }).click();
    await builder.add('quick reply');
    await builder.settings.getByRole('textbox', { name: /Question text/ }).fill('Hello! What do you need?');
    for (const [index, label] of ['Shops near me', 'Nothing'].entries()) {
      await builder.settings.getByRole('button', { name: 'Add choice' }).click();
      await builder.settings.getByLabel(`Label of choice ${index + 1}`).fill(label);
    }
    await builder.addRule(/^One for each choice/);
    await builder.leadTo(builder.goTo().first(), 'Shops', /New dialog “Shops”/);
    await builder.leadTo(builder.goTo().last(), 'Goodbye', /New interaction “Goodbye”/);
    await builder.card('Goodbye').click();
    await text.fill('See you soon.');

    await builder.dialogs.getByRole('link', { name: /^Shops/ }).click();
    await builder.settings.getByRole('textbox', { name: 'Patterns' }).fill('*shop*');
    await builder.add('integration');
    await builder.settings.getByRole('combobox', { name: /^Integration/ }).selectOption('Find shops');
    await builder.addRule('API failure');
    await builder.leadTo(builder.goTo(), 'Trouble', /New dialog “Trouble”/);
    await builder.add('carousel');
    await builder.settings.getByRole('textbox', { name: /Question text/ }).fill('Come and see us:');
    await builder.settings.getByRole('button', { name: 'Add tile' }).click();
    await builder.settings.getByLabel('Title of tile 1', { exact: true }).fill('{SHOPS.name}');

    await builder.dialogs.getByRole('link', { name: /^Trouble/ }).click();
    await builder.settings.getByRole('textbox', { name: 'Patterns' }).fill('*trouble*');
    await builder.add('text');
    await text.fill(SORRY);
    await expect(builder.dialogs.getByRole('link')).toHaveText([/Welcome/, /Shops/, /Trouble/, /Fallback/]);
    await expect(builder.saved).toBeVisible();
  });

  await test.step('it answers, and says why', async () => {
    await openPreview(page, preview.pane);
    await preview.say('hi');
    await preview.choose('Shops near me');
    for (const { name } of shops.shops) await preview.expectSaid(name);
    const reasons = await preview.askWhy('Come and see us:');
    await expect(reasons.filter({ hasText: 'Find shops: 200' })).toBeVisible();
  });

  await test.step('chaos in the place of the API leads to the failure branch', async () => {
    await preview.setCalls('Chaos: 500 Server error');
    await preview.say('shops');
    await expect(preview.conversation.getByText(SORRY)).toHaveCount(1);
    await preview.setCalls('Live: call the API');
  });

  await test.step('so does the API itself when it is broken, and the trace tells', async () => {
    shopApi.answerWith(500);
    await preview.say('shops');
    await expect(preview.conversation.getByText(SORRY)).toHaveCount(2);
    await preview.conversation.getByRole('button', { name: /^Why\? The bot said “Our shop finder rests/ }).last().click();
    const reasons = preview.conversation.getByRole('list', { name: 'Why' }).last().getByRole('listitem');
    await expect(reasons.filter({ hasText: 'Find shops: 500' })).toBeVisible();
    await expect(reasons.filter({ hasText: 'Next: the dialog “Trouble”' })).toBeVisible();
    shopApi.answerWith(200);
    await preview.say('shops');
    await expect(preview.conversation.getByText('Come and see us:')).toHaveCount(2);
  });

  await test.step('release 1, another text, release 2, and the difference of both', async () => {
    await publish(page, 1, 'The first one');
    await builder.dialogs.getByRole('link', { name: /^Welcome/ }).click();
    await builder.card('Quick Reply').click();
    await builder.show('Basics');
    await builder.settings.getByRole('textbox', { name: /Question text/ }).fill('Good day! What do you need?');
    await publish(page, 2, 'Politer');
    expect(await startLiveConversation(page.request, botId, 'hi')).toEqual(['Good day! What do you need?']);
    await parts.getByRole('link', { name: 'Releases' }).click();
    await releases.choose(2, 'Compare with release 1');
    await expect(releases.differences).toHaveCount(1);
    await expect(releases.differences.getByRole('deletion')).toHaveText('Hello! What do you need?');
    await expect(releases.differences.getByRole('insertion')).toHaveText('Good day! What do you need?');
  });

  await test.step('one click rolls back: who comes now meets the old text', async () => {
    await page.getByRole('button', { name: 'Make live: release 1' }).click();
    await expect(releases.row(1).getByText('Live', { exact: true })).toBeVisible();
    expect(await startLiveConversation(page.request, botId, 'hi')).toEqual(['Hello! What do you need?']);
  });

  await test.step('a conversation becomes a test that a changed text fails, until one accepts it', async () => {
    await openPreview(page, preview.pane);
    await preview.pane.getByRole('button', { name: 'Restart' }).first().click();
    await preview.choose('Shops near me');
    await preview.expectSaid('Harbour');
    shopApi.answerWith(500);
    await preview.say('shops');
    await preview.expectSaid(SORRY);
    await preview.chooseMore(/Save as test/);
    await studio.dialog('Save as a test').getByRole('textbox', { name: 'Name' }).fill('Shops in good and bad times');
    await studio.dialog('Save as a test').getByRole('button', { name: 'Save', exact: true }).click();
    await expect(studio.toast('Saved as a test')).toBeVisible();
    // Nothing of the test asks the API.
    await shopApi.close();
    await parts.getByRole('link', { name: 'Tests' }).click();
    await page.getByRole('button', { name: 'Run all' }).click();
    await expect(page.getByText('1 of 1 passed')).toBeVisible();
    await parts.getByRole('link', { name: 'Dialogs' }).click();
    await builder.dialogs.getByRole('link', { name: /^Trouble/ }).click();
    await builder.card('Text').click();
    await text.fill('Our shop finder is asleep.');
    await expect(builder.saved).toBeVisible();
    await parts.getByRole('link', { name: 'Tests' }).click();
    await page.getByRole('button', { name: 'Run all' }).click();
    await expect(page.getByText('0 of 1 passed, 1 failed')).toBeVisible();
    await page.getByRole('button', { name: /Failed Shops in good and bad times/ }).click();
    await expect(page.getByRole('region', { name: 'Changed' }).first()).toContainText('Our shop finder is asleep.');
    await page.getByRole('button', { name: 'Accept as the new expectation' }).click();
    await page.getByRole('button', { name: 'Run all' }).click();
    await expect(page.getByText('1 of 1 passed')).toBeVisible();
  });
});

/** Opens the preview, unless it is open: beside the dialogs it is from the beginning. */
async function openPreview(page: Page, pane: Locator): Promise<void> {
  const button = page.getByRole('button', { name: 'Preview', exact: true });
  if ((await button.getAttribute('aria-pressed')) === 'false') await button.click();
  await expect(pane).toBeVisible();
}

/** Publishes by the button that every page of a bot has. */
async function publish(page: Page, number: number, note: string): Promise<void> {
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  const box = page.getByRole('dialog', { name: 'Publish the draft' });
  await box.getByRole('textbox', { name: 'Note' }).fill(note);
  await box.getByRole('button', { name: `Publish release ${number}` }).click();
  await expect(box).toBeHidden();
}
