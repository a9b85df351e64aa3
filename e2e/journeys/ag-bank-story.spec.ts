import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { z } from 'zod';

import { startSampleBank, type RunningBank } from '@/samples/ag-bank/start-sample-bank';
import { startParley, type RunningParley } from '../fixtures/start-parley';
import { OWNER } from '../fixtures/test';
import { EmbeddedMessenger } from '../pages/embedded-messenger';

/** No other test has this number; its check digit is right. */
const CARD_NUMBER = '4929 7185 0362 4410';

let parley: RunningParley;
let bank: RunningBank;

/** The bank runs on another origin than Parley. */
test.beforeAll(async ({ playwright }) => {
  parley = await startParley({ OUTBOUND_ALLOW: '127.0.0.1', LOG_LEVEL: 'trace' });
  bank = await startSampleBank({ parleyUrl: parley.address, findChannelId: () => Promise.resolve('ag-bank-website') });
  const request = await playwright.request.newContext({ baseURL: parley.address });
  const created = await request.post('/api/setup/owner', { data: OWNER });
  expect(created.ok()).toBe(true);
  const { environments } = z.object({ environments: z.array(z.object({ id: z.string(), name: z.string() })) }).parse(await (await request.get('/api/environments')).json());
  const address = `/api/environments/${environments.find(({ name }) => name === 'AG Bank sample')?.id}`;
  const environmentSchema = z.object({ name: z.string(), description: z.string(), version: z.number(), variables: z.array(z.object({ key: z.string(), value: z.string().nullable(), isSecret: z.boolean() })) });
  const sample = environmentSchema.parse(await (await request.get(address)).json());
  const variables = sample.variables.map((variable) => (variable.key === 'bankUrl' ? { ...variable, value: bank.url } : variable));
  const saved = await request.put(address, { data: { ...sample, variables } });
  expect([saved.status(), await saved.text()]).toEqual([200, expect.any(String)]);
  await request.dispose();
});
test.afterAll(async () => {
  await parley.stop();
  await bank.close();
});

for (const [name, viewport] of [
  ['on a desktop', { width: 1280, height: 800 }],
  ['on a phone', { width: 360, height: 640 }],
] as const) {
  test(`the story of AG Bank, ${name}`, async ({ page }) => {
    await page.setViewportSize(viewport);
    const messenger = new EmbeddedMessenger(page);
    await messenger.prepare();
    await page.goto(bank.url);
    await page.getByRole('button', { name: 'Ask Freddy' }).click();
    await expect(messenger.said(/^What can I do for you/)).toBeVisible();
    await messenger.tap('View account statement');
    await messenger.tap('Enter card details');

    const panel = messenger.frame.getByRole('dialog', { name: 'Enter card details' });
    await expect(panel).toContainText(new URL(bank.url).host);
    const cardPage = panel.frameLocator('iframe');
    await cardPage.getByRole('textbox', { name: 'Card number' }).fill('4111 1111 1111 1112');
    await cardPage.getByRole('textbox', { name: 'Security code' }).fill('123');
    await cardPage.getByRole('button', { name: 'Show my statement' }).click();
    await expect(cardPage.getByText('One of the digits is wrong.')).toBeVisible();
    await cardPage.getByRole('textbox', { name: 'Card number' }).fill(CARD_NUMBER);
    await cardPage.getByRole('textbox', { name: 'Security code' }).fill('123');
    await cardPage.getByRole('button', { name: 'Show my statement' }).click();

    await expect(panel).toBeHidden();
    await expect(messenger.said('Card ending in 4410 confirmed')).toBeVisible();
    await expect(messenger.said(/307\.44 € in all/)).toBeVisible();
    await expect(messenger.said('Groceries')).toBeVisible();
    await expect(messenger.frame.getByRole('button', { name: 'Main menu' })).toBeVisible();
    await page.screenshot({ path: test.info().outputPath('statement.png') });
  });
}

test('the card number is nowhere in Parley: not in its database, log or traces', async ({ page }) => {
  const messenger = new EmbeddedMessenger(page);
  await messenger.prepare();
  await page.goto(bank.url);
  await page.getByRole('button', { name: 'View my statement' }).click();
  await messenger.tap('Enter card details');
  const cardPage = messenger.frame.getByRole('dialog', { name: 'Enter card details' }).frameLocator('iframe');
  await cardPage.getByRole('textbox', { name: 'Card number' }).fill(CARD_NUMBER);
  await cardPage.getByRole('textbox', { name: 'Security code' }).fill('123');
  await cardPage.getByRole('button', { name: 'Show my statement' }).click();
  await expect(messenger.said('Card ending in 4410 confirmed')).toBeVisible();

  const files = await readdir(parley.dataDir, { recursive: true, withFileTypes: true });
  const contents = await Promise.all(files.filter((file) => file.isFile()).map((file) => readFile(path.join(file.parentPath, file.name), 'latin1')));
  const everything = [...contents, parley.output()].join('\n');
  // What is there is found, so that the search is known to look at the right place.
  expect(everything).toContain('Card ending in 4410 confirmed');
  for (const joint of [' ', '', '-', '+', '%20']) expect(everything.includes(CARD_NUMBER.replaceAll(' ', joint))).toBe(false);
});
