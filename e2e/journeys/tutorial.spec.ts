import { expect, test } from '../fixtures/test';
import { BuilderPage } from '../pages/builder-page';
import { PreviewPage } from '../pages/preview-page';
import { ReleasesPage } from '../pages/releases-page';

/** docs/tutorial.md, click by click. Change both together. */
test('the tutorial leads from nothing to a bot that is published and rolled back', async ({ page, studio, designer, runPanel }) => {
  page.setDefaultTimeout(10_000);
  const builder = new BuilderPage(page);
  const preview = new PreviewPage(page);
  const parts = page.getByRole('navigation', { name: 'Parts of the bot' });
  const text = builder.settings.getByRole('textbox', { name: 'Text', exact: true });

  await test.step('1. A bot', async () => {
    await page.goto('/bots');
    await page.getByRole('button', { name: 'New bot' }).click();
    await studio.dialog('New bot').getByRole('textbox', { name: /^Name/ }).fill('Branch helper');
    await studio.dialog('New bot').getByLabel('Environment').selectOption({ label: 'AG Bank sample' });
    await studio.dialog('New bot').getByRole('button', { name: 'Create bot' }).click();
    await expect(studio.heading('Branch helper')).toBeVisible();
    await expect(preview.pane.getByText('The bot has said nothing yet')).toBeVisible();
    await expect(builder.dialogs.getByRole('link')).toHaveText([/Welcome/, /Fallback/]);
  });

  await test.step('2. An integration', async () => {
    await parts.getByRole('link', { name: 'Integrations' }).click();
    await page.getByRole('link', { name: 'New integration' }).first().click();
    await designer.name.fill('Branches');
    await designer.responseVariable.fill('branches');
    await designer.url.fill('{$env.bankUrl}/branches');
    await page.keyboard.press('Escape');
    await designer.run();
    await runPanel.expectOutcome('Success: 200 OK');
    await runPanel.mapFirst('name', 'Map every one');
    await designer.show('Custom data fields');
    await expect(designer.fieldPath('field name')).toHaveValue('{$.api_branches[i].name}');
    await designer.saveAndSettle();
  });

  await test.step('3. Dialogs', async () => {
    await page.getByRole('link', { name: 'Branch helper' }).click();
    await parts.getByRole('link', { name: 'Dialogs' }).click();
    await builder.dialogs.getByRole('link', { name: /^Welcome/ }).click();
    await expect(builder.starter()).toBeVisible();
    await builder.add('text');
    await text.fill('Hello! I know all branches of AG Bank.');
    await builder.add('quick reply');
    await builder.settings.getByRole('textbox', { name: /Question text/ }).fill('What would you like to know?');
    for (const [index, label] of ['Where you are', 'Nothing, thank you'].entries()) {
      await builder.settings.getByRole('button', { name: 'Add choice' }).click();
      await builder.settings.getByLabel(`Label of choice ${index + 1}`).fill(label);
    }
    await builder.addRule(/^One for each choice/);
    await builder.leadTo(builder.goTo().first(), 'Branches', /New dialog “Branches”/);
    await builder.leadTo(builder.goTo().last(), 'Goodbye', /New interaction “Goodbye”/);
    await builder.card('Goodbye').click();
    await text.fill('See you soon.');
    await builder.dialogs.getByRole('link', { name: /^Branches/ }).click();
    await builder.settings.getByRole('textbox', { name: 'Patterns' }).fill('*branch*');
    await builder.add('integration');
    await builder.settings.getByRole('combobox', { name: /^Integration/ }).selectOption('Branches');
    await expect(page.getByText('7 of 8 outcomes not handled')).toBeVisible();
    await builder.add('text');
    await text.fill('You find us here:\n• {branches.name}');
    await page.keyboard.press('Escape');
    await builder.settings.getByLabel('Repeat for each element of data').selectOption('One line each');
    await preview.pane.getByRole('button', { name: 'Restart' }).first().click();
    await preview.choose('Where you are');
    await preview.expectSaid('You find us here:');
    await preview.askWhy('You find us here:');
  });

  await test.step('4. When the API fails', async () => {
    await preview.setCalls('Chaos: 500 Server error');
    await preview.say('branches');
    await expect(builder.card('Integration')).toBeVisible();
    await builder.card('Integration').click();
    await builder.addRule('API failure');
    await builder.leadTo(builder.goTo(), 'Sorry', /New interaction “Sorry”/);
    await builder.card('Sorry').click();
    await text.fill("I can't reach our systems at the moment. Please try again in a few minutes.");
    await builder.show('Next action');
    await builder.leadTo(builder.settings.getByRole('button', { name: 'Next action' }), 'End', /End Interaction/);
    await builder.card('Text 2').or(builder.card('Text')).first().click();
    await builder.show('Next action');
    await builder.leadTo(builder.settings.getByRole('button', { name: 'Next action' }), 'End', /End Interaction/);
    await builder.card('Integration').click();
    await builder.addRule('No results');
    await builder.leadTo(builder.goTo().last(), 'No branches', /New interaction “No branches”/);
    await builder.card('No branches').click();
    await text.fill('We have no branch there yet.');
    await expect(page.getByText(/outcomes? not handled/)).toHaveCount(0);
    await expect(page.getByRole('button', { name: /^Problems: none/ })).toBeVisible();
    await expect(builder.saved).toBeVisible();
    await preview.say('branches');
    await preview.expectSaid("I can't reach our systems at the moment. Please try again in a few minutes.");
    await preview.setCalls('Live: call the API');
    await preview.say('branches');
    await expect(preview.conversation.getByText('You find us here:')).toHaveCount(3);
    await preview.pane.getByRole('button', { name: 'Restart' }).first().click();
    await expect(preview.conversation.getByText('You find us here:')).toHaveCount(0);
    await preview.choose('Where you are');
    await preview.expectSaid('You find us here:');
    await preview.setCalls('Chaos: 500 Server error');
    await preview.say('branches');
    await preview.expectSaid("I can't reach our systems at the moment. Please try again in a few minutes.");
    await preview.chooseMore(/Save as test/);
    await studio.dialog('Save as a test').getByRole('textbox', { name: 'Name' }).fill('Branches, also in bad times');
    await studio.dialog('Save as a test').getByRole('button', { name: 'Save', exact: true }).click();
    await expect(studio.toast('Saved as a test')).toBeVisible();
    await parts.getByRole('link', { name: 'Tests' }).click();
    await page.getByRole('button', { name: 'Run all' }).click();
    await expect(page.getByText('1 of 1 passed')).toBeVisible();
  });

  await test.step('5. Publish, and go back', async () => {
    const publish = async (number: number, note: string) => {
      await page.getByRole('button', { name: 'Publish', exact: true }).click();
      const box = studio.dialog('Publish the draft');
      await box.getByRole('textbox', { name: 'Note' }).fill(note);
      await box.getByRole('button', { name: `Publish release ${number}` }).click();
      await expect(box).toBeHidden();
    };
    await publish(1, 'The first one');
    await parts.getByRole('link', { name: 'Dialogs' }).click();
    await builder.dialogs.getByRole('link', { name: /^Welcome/ }).click();
    await builder.card('Text').click();
    await text.fill('Welcome! I know all branches of AG Bank.');
    await publish(2, 'Friendlier');
    await parts.getByRole('link', { name: 'Releases' }).click();
    const releases = new ReleasesPage(page);
    await releases.choose(2, 'Compare with release 1');
    await expect(releases.differences).toHaveCount(1);
    await expect(releases.differences.getByRole('deletion')).toHaveText('Hello! I know all branches of AG Bank.');
    await page.getByRole('button', { name: 'Make live: release 1' }).click();
    await expect(releases.row(1).getByText('Live', { exact: true })).toBeVisible();
    // The preview beside it takes room from the tabs; the one at hand stays in sight.
    await page.getByRole('button', { name: 'Preview', exact: true }).click();
    await page.reload();
    await expect(preview.pane).toBeVisible();
    await expect(parts.getByRole('link', { name: 'Releases' })).toBeInViewport();
  });
});
