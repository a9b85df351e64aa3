import { expect, test } from '../fixtures/test';

const COUNT = 1_000;
const AT_A_TIME = 20;

test('a bot with 1,000 integrations can be listed, searched and opened', async ({ page, api, studio, designer }) => {
  const bot = await api.createBot('Many');
  for (let start = 0; start < COUNT; start += AT_A_TIME) {
    await Promise.all(
      Array.from({ length: AT_A_TIME }, (_, offset) => {
        const number = String(start + offset).padStart(4, '0');
        return api.createIntegration(bot.id, { name: `Number ${number}`, responseVariable: `number_${number}`, url: `/accounts/acc-${number}` });
      }),
    );
  }

  await page.goto(`/bots/${bot.id}/integrations`);
  await expect(page.getByRole('status').filter({ hasText: '1000 integrations' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Number 0000' })).toBeVisible();
  await page.getByRole('link', { name: 'Number 0000' }).press('End');
  await expect(page.getByRole('link', { name: 'Number 0999' })).toBeFocused();

  const search = page.getByRole('searchbox', { name: 'Search integrations' });
  await search.fill('acc-0777');
  await expect(page.getByRole('status').filter({ hasText: '1 of 1000' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Number 0777' })).toBeVisible();
  await search.fill('no such thing');
  await expect(page.getByText('No integration matches “no such thing”')).toBeVisible();
  await search.fill('number 0500');
  await expect(page.getByRole('status').filter({ hasText: '1 of 1000' })).toBeVisible();
  await search.press('Enter');
  await expect(designer.name).toHaveValue('Number 0500');

  const palette = await studio.openPalette();
  await page.keyboard.type('Number 0912');
  await palette.getByRole('option', { name: /Number 0912/ }).click();
  await expect(designer.name).toHaveValue('Number 0912');
});
