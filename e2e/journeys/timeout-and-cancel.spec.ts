import { expect, test } from '../fixtures/test';

const once = { retryCountMax: 0, scope: 'idempotent' } as const;

test('a timeout says in words what happened and leads to the setting that mends it', async ({ page, api, designer, runPanel }) => {
  const bot = await api.createBot('Timeouts');
  const integration = await api.createIntegration(bot.id, { name: 'Slow', responseVariable: 'slow', url: '/slow?ms=1500', timeoutMs: 1_000, retry: once });
  await designer.open(bot.id, integration.id);
  await designer.run();
  await runPanel.expectOutcome('Failure: Timed out');
  await expect(runPanel.panel.getByText('There was no complete answer within 1 s.').first()).toBeVisible();
  await expect(runPanel.panel.getByText('or raise the timeout in Settings')).toBeVisible();
  await runPanel.panel.getByRole('button', { name: 'Change the timeout' }).click();
  await expect(designer.tab('Settings')).toHaveAttribute('aria-selected', 'true');
  await page.getByRole('textbox', { name: /^Timeout in seconds/ }).fill('10');
  await designer.run();
  await runPanel.expectOutcome('Success: 200 OK');
});

test('a slow run can be cancelled and is noted as cancelled', async ({ api, designer, runPanel }) => {
  const bot = await api.createBot('Cancelling');
  const integration = await api.createIntegration(bot.id, { name: 'Very slow', responseVariable: 'slow', url: '/slow?ms=30000', timeoutMs: 60_000, retry: once });
  await designer.open(bot.id, integration.id);
  await designer.run();
  await runPanel.expectOutcome('Running');
  await runPanel.panel.getByRole('button', { name: /^Cancel/ }).click();
  await runPanel.expectOutcome(/ancelled/);
  await runPanel.show('Runs');
  await expect(runPanel.runs()).toHaveCount(1);
  await expect(runPanel.runs().first()).toContainText('Cancelled');
});

test('retries after 429 are told in the result line and drawn in the timeline', async ({ api, designer, runPanel }) => {
  const bot = await api.createBot('Retries');
  const integration = await api.createIntegration(bot.id, {
    name: 'Busy',
    responseVariable: 'busy',
    url: '/limited',
    parameters: [
      { name: 'key', value: bot.id },
      { name: 'limit', value: '1' },
      { name: 'retry_after', value: '1' },
    ],
  });
  await designer.open(bot.id, integration.id);
  await designer.run();
  await runPanel.expectOutcome(/Success with a warning: 200 OK.*try 2 of 2/);
  await runPanel.show('Timeline');
  const lines = runPanel.panel.getByRole('list', { name: 'Timeline' }).getByRole('listitem');
  await expect(lines.filter({ hasText: 'Try 1' })).toContainText('429');
  await expect(lines.filter({ hasText: 'Wait' })).toHaveCount(1);
  await expect(lines.filter({ hasText: 'Try 2' })).toContainText('200');
});
