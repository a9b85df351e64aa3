import { expectAccessible } from '../fixtures/expect-accessible';
import { expect, test } from '../fixtures/test';
import { PreviewPage } from '../pages/preview-page';

// By far the longest file: its tests go to whichever worker is free, the longest first.
test.describe.configure({ mode: 'parallel' });

test.describe('axe finds nothing serious, in light and dark,', () => {
  test('in the designer with every tab of form and result', async ({ page, api, designer, runPanel, studio }) => {
    const bot = await api.createBot('Accessible');
    const integration = await api.createIntegration(
      bot.id,
      {
        name: 'Accessible',
        responseVariable: 'accessible',
        method: 'POST',
        url: '/echo',
        headers: [{ name: 'Authorization', value: 'Bearer sample-token-123' }],
        parameters: [
          { name: 'a', value: '{$botContext.wish} {$env.nothing}', note: 'why' },
          { name: 'b', value: 'off', enabled: false },
        ],
        postBody: { kind: 'json', text: '{"a": [1, 2]}' },
        transformScript: "console.log('hello');\nvar holder = botContext.getBotVariable('api_accessible');\nholder.jsonData = JSON.stringify({ api_accessible: { list: [{ a: 1 }, { a: 2 }] } });\nbotContext.setBotVariable('api_accessible', holder, true, false);",
        customDataFields: [
          { key: 'a', path: '{$.api_accessible.list[i].a}' },
          { key: 'none', path: '{$.api_accessible.nothing}' },
        ],
      },
      { '$botContext.wish': 'tea' },
    );
    await designer.open(bot.id, integration.id);
    await expectAccessible(page, 'before the first run');
    await designer.run();
    await runPanel.expectOutcome(/200 OK/);
    for (const tab of ['Parameters', 'Headers', 'Post body', 'Transform result script', 'Custom data fields', 'Settings'] as const) {
      await designer.show(tab);
      if (tab === 'Transform result script') await expect(designer.scriptEditor).toBeAttached();
      if (tab === 'Post body') await expect(page.getByRole('textbox', { name: /^Post Body, JSON/ })).toBeAttached();
      await expectAccessible(page, tab);
    }
    for (const tab of ['Response', 'Transformed', 'Fields', 'Console', 'Timeline', 'Request', 'Runs'] as const) {
      await runPanel.show(tab);
      await expectAccessible(page, tab);
    }
    await runPanel.show('Transformed');
    for (const view of ['Table', 'Changes', 'Raw']) {
      await runPanel.view(view).click();
      await expectAccessible(page, `Transformed, ${view}`);
    }
    await designer.chooseAction('Import cURL…');
    await expect(studio.dialog('Import cURL')).toBeVisible();
    await expectAccessible(page, 'import cURL');
    await page.keyboard.press('Escape');
    await designer.url.fill(`${api.bankUrl}/status/500`);
    await designer.run();
    await runPanel.expectOutcome(/Failure/);
    await expectAccessible(page, 'a failed run');
    await designer.url.fill('');
    await designer.save();
    await expect(page.getByText('Enter a URL.')).toBeVisible();
    await expectAccessible(page, 'errors at fields');
  });

  test('on the page for signing in', async ({ browser, parley }) => {
    const context = await browser.newContext({ baseURL: parley.address, storageState: { cookies: [], origins: [] } });
    const page = await context.newPage();
    await page.goto('/sign-in');
    await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
    await expectAccessible(page, 'sign-in');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page.getByText('Enter your email address.')).toBeVisible();
    await expectAccessible(page, 'sign-in with errors');
    await context.close();
  });

  test('on lists, their dialogs and the palette', async ({ page, api, studio }) => {
    const disposable = await api.createBot('Disposable');
    await page.goto('/bots');
    await expect(page.getByRole('link', { name: 'AG Bank', exact: true })).toBeVisible();
    await expectAccessible(page, 'bots');
    await page.getByRole('button', { name: 'New bot' }).click();
    await expect(studio.dialog('New bot')).toBeVisible();
    await expectAccessible(page, 'new bot');
    await page.keyboard.press('Escape');
    await studio.chooseRowAction(disposable.name, 'Delete…');
    await expect(studio.question(`Delete bot ${disposable.name}?`)).toBeVisible();
    await expectAccessible(page, 'delete bot');
    await page.keyboard.press('Escape');
    const palette = await studio.openPalette();
    await palette.getByRole('combobox').fill('bank');
    await expect(palette.getByRole('option', { name: 'AG Bank OAuth client' })).toBeVisible();
    await expectAccessible(page, 'palette');
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    await expect(studio.dialog('Shortcuts')).toBeVisible();
    await expectAccessible(page, 'shortcuts');
    await page.keyboard.press('Escape');

    await studio.openRow('AG Bank');
    await page.getByRole('navigation', { name: 'Parts of the bot' }).getByRole('link', { name: 'Integrations' }).click();
    await expect(page.getByRole('link', { name: 'List accounts', exact: true })).toBeVisible();
    await expectAccessible(page, 'integrations');
    await page.getByRole('navigation', { name: 'Parts of the bot' }).getByRole('link', { name: 'Settings' }).click();
    await expect(page.getByRole('button', { name: 'Duplicate bot' })).toBeVisible();
    await expectAccessible(page, 'settings of a bot');
  });

  test('on every part of a bot, with the preview beside it', async ({ page, studio }) => {
    await page.goto('/bots');
    await studio.openRow('AG Bank');
    const parts = page.getByRole('navigation', { name: 'Parts of the bot' });
    const preview = new PreviewPage(page);
    const previewButton = page.getByRole('button', { name: 'Preview', exact: true });
    await parts.getByRole('link', { name: 'Dialogs' }).click();
    await expect(preview.conversation.getByRole('button', { name: 'View account statement' })).toBeVisible();
    await expectAccessible(page, 'dialogs');
    await page.getByRole('link', { name: 'Map', exact: true }).click();
    await expect(page.locator('.react-flow__node').first()).toBeVisible();
    await expectAccessible(page, 'map');
    for (const [part, ready] of [
      ['Intents & entities', page.getByRole('region', { name: 'Try it' })],
      ['Global functions', page.getByRole('complementary', { name: 'Functions found' })],
      ['Web View', page.getByRole('region', { name: 'Code for your page' })],
      ['Tests', page.getByRole('heading', { name: 'Save your first test' })],
      ['Releases', page.getByRole('list', { name: 'Releases' })],
      ['Settings', page.getByRole('button', { name: 'Duplicate bot' })],
    ] as const) {
      await parts.getByRole('link', { name: part }).click();
      await expect(ready).toBeVisible();
      // Beside the dialogs it is open from the beginning; elsewhere once one has opened it.
      if ((await previewButton.getAttribute('aria-pressed')) === 'false') await previewButton.click();
      await expect(preview.pane).toBeVisible();
      // Code that is scrolled out of a narrow pane lies outside of what axe can measure; the page's own journey looks at it.
      await expectAccessible(page, part, part === 'Web View' ? { except: 'pre' } : {});
    }
    await page.getByRole('button', { name: 'Publish', exact: true }).click();
    await expect(studio.dialog('Publish the draft')).toBeVisible();
    await expectAccessible(page, 'publish');
  });

  test('on credentials and environments', async ({ page, studio }) => {
    await page.goto('/credentials');
    await expect(page.getByRole('link', { name: 'AG Bank user' })).toBeVisible();
    await expectAccessible(page, 'credentials');
    await page.getByRole('button', { name: 'New credential' }).click();
    await studio.dialog('New credential').getByLabel('Type').selectOption({ label: 'OAuth 2.0 client credentials' });
    await expectAccessible(page, 'new credential');
    await page.keyboard.press('Escape');
    await studio.openRow('AG Bank OAuth client');
    await page.getByRole('button', { name: 'Fetch a token' }).click();
    await expect(page.getByText(/The token server gave a token/)).toBeVisible();
    await expectAccessible(page, 'credential');

    await page.goto('/environments');
    await expect(page.getByRole('link', { name: 'AG Bank sample' })).toBeVisible();
    await expectAccessible(page, 'environments');
    await studio.openRow('AG Bank sample');
    await expect(page.getByRole('list', { name: 'Variables' })).toBeVisible();
    await expectAccessible(page, 'environment');
    await page.getByRole('button', { name: 'Bulk add' }).click();
    await expect(studio.dialog('Bulk add variables')).toBeVisible();
    await expectAccessible(page, 'bulk add');
  });

  test('on the settings, the API reference and pages that are not there', async ({ page, studio }) => {
    for (const [path, heading] of [
      ['/settings', 'Workspace'],
      ['/settings/outbound', 'Outbound access'],
      ['/settings/account', 'Account'],
      ['/settings/appearance', 'Appearance'],
    ] as const) {
      await page.goto(path);
      await expect(studio.heading(heading)).toBeVisible();
      await expect(page.getByRole('status', { name: /^Loading/ })).toHaveCount(0);
      await expectAccessible(page, path);
    }
    await page.goto('/docs/api');
    await expect(page.getByRole('heading', { name: /List.*integrations|All integrations of a bot/ }).first()).toBeVisible();
    await expectAccessible(page, 'API reference', { within: '#createIntegration' });
    await page.goto('/bots/missing/integrations');
    await expect(page.getByText('The bot is not here')).toBeVisible();
    await expectAccessible(page, 'a bot that is not there');
    await page.goto('/no-such-page');
    await expectAccessible(page, 'a page that is not there');
  });
});

test('the dark theme is chosen in the account menu and stays', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('/bots');
  await page.getByRole('button', { name: /^Account menu/ }).click();
  await page.getByRole('menuitemradio', { name: 'Dark' }).click();
  await expect(page.locator(':root')).toHaveCSS('color-scheme', 'dark');
  await page.reload();
  await expect(page.locator(':root')).toHaveCSS('color-scheme', 'dark');
  await page.goto('/settings/appearance');
  await expect(page.getByRole('radio', { name: /^Dark/ })).toBeChecked();
  await page.getByRole('radio', { name: /^System/ }).check();
  await expect(page.locator(':root')).toHaveCSS('color-scheme', 'light');
});

test('in a window of 360 px one gets from the list through the work to the result and back', async ({ page, api, studio, designer, runPanel }) => {
  const bot = await api.createBot('Narrow');
  await api.createIntegration(bot.id, { name: 'Narrow', responseVariable: 'narrow', url: '/accounts' });
  const expectNoSidewaysScrolling = () => expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('/bots');
  await expect(page.getByRole('link', { name: bot.name, exact: true })).toBeVisible();
  await expectNoSidewaysScrolling();
  await studio.openRow(bot.name);
  await page.getByRole('navigation', { name: 'Parts of the bot' }).getByRole('link', { name: 'Integrations' }).click();
  await studio.openRow('Narrow');
  await expect(designer.url).toBeVisible();
  await expect(runPanel.panel).toBeHidden();
  await expectNoSidewaysScrolling();
  await page.getByRole('button', { name: 'Run', exact: true }).or(page.getByRole('button', { name: /^Run Ctrl/ })).first().click();
  await runPanel.expectOutcome('Success: 200 OK');
  await expect(runPanel.tree()).toBeVisible();
  await expect(designer.url).toBeHidden();
  await expectNoSidewaysScrolling();
  await page.getByRole('radio', { name: 'Request' }).check();
  await expect(designer.url).toBeVisible();
  await page.getByRole('button', { name: 'Menu', exact: true }).click();
  await studio.goTo('Settings');
  await expect(studio.heading('Workspace')).toBeVisible();
  await expectNoSidewaysScrolling();
});
