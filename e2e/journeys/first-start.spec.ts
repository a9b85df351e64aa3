import { expect, test as base } from '@playwright/test';

import { expectAccessible } from '../fixtures/expect-accessible';
import { startParley, type RunningParley } from '../fixtures/start-parley';
import { OWNER } from '../fixtures/test';
import { DesignerPage } from '../pages/designer-page';
import { RunPanel } from '../pages/run-panel';
import { SignInPage } from '../pages/sign-in-page';
import { StudioPage } from '../pages/studio-page';

/** Every test has an installation that nobody has opened yet. */
const test = base.extend<{ fresh: RunningParley }>({
  fresh: async ({}, use) => {
    const parley = await startParley();
    await use(parley);
    await parley.stop();
  },
  baseURL: async ({ fresh }, use) => use(fresh.address),
});

test('a fresh installation leads from the owner account to the first successful run', async ({ page }) => {
  const welcome = new SignInPage(page);
  const studio = new StudioPage(page);
  const designer = new DesignerPage(page);
  const runPanel = new RunPanel(page);

  await page.goto('/');
  await expect(welcome.heading('Create the owner account')).toBeVisible();
  await welcome.createOwner({ ...OWNER, password: 'password' });
  await expect(welcome.password).toHaveAttribute('aria-invalid', 'true');
  await expect(welcome.password).toBeFocused();
  await expectAccessible(page, 'welcome with an error');
  await welcome.createOwner(OWNER);

  await expect(studio.heading('Bots')).toBeVisible();
  await studio.openRow('AG Bank');
  const firstSteps = page.getByRole('region', { name: 'First steps' });
  await expect(firstSteps).toContainText('0 of 5 done');
  const parts = page.getByRole('navigation', { name: 'Parts of the bot' });
  await parts.getByRole('link', { name: 'Integrations' }).click();
  await studio.openRow('List accounts');
  await expect(designer.url).toHaveValue('{$env.bankUrl}/accounts');
  await designer.run();
  await runPanel.expectOutcome('Success: 200 OK');
  await runPanel.show('Fields');
  await expect(runPanel.field('id')).toContainText('"acc-1001"');
  await expect(runPanel.field('total')).toContainText('1 value');

  await page.getByRole('link', { name: 'AG Bank', exact: true }).click();
  await parts.getByRole('link', { name: 'Integrations' }).click();
  await expect(firstSteps).toContainText('1 of 5 done');
  await firstSteps.getByRole('button', { name: 'Dismiss the first steps' }).click();
  await page.reload();
  await expect(page.getByRole('link', { name: 'List accounts', exact: true })).toBeVisible();
  await expect(firstSteps).toBeHidden();
});

test('whoever signs in lands where they wanted to go, and a wrong password says so', async ({ page, request }) => {
  const signIn = new SignInPage(page);
  const studio = new StudioPage(page);
  expect((await request.post('/api/setup/owner', { data: OWNER })).ok()).toBe(true);

  await page.goto('/credentials');
  await expect(signIn.heading('Sign in')).toBeVisible();
  await signIn.signIn({ email: OWNER.email, password: 'not the password' });
  await expect(page.getByRole('alert').filter({ hasText: 'Email or password is wrong' })).toBeVisible();
  await expect(signIn.email).toHaveValue(OWNER.email);
  await signIn.signIn(OWNER);
  await expect(studio.heading('Credentials')).toBeVisible();

  await studio.signOut();
  await expect(signIn.heading('Sign in')).toBeVisible();
  await page.goto('/environments');
  await expect(signIn.heading('Sign in')).toBeVisible();
  await expect(page.getByText('AG Bank sample')).toBeHidden();
});

test('the owner account can be made only once', async ({ page, request }) => {
  expect((await request.post('/api/setup/owner', { data: OWNER })).ok()).toBe(true);
  await page.goto('/welcome');
  await expect(new SignInPage(page).heading('Sign in')).toBeVisible();
  expect((await request.post('/api/setup/owner', { data: { ...OWNER, email: 'eve@example.com' } })).status()).toBe(409);
});
