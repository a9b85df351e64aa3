import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';

import { startParley } from '../fixtures/start-parley';
import { StudioApi } from '../fixtures/studio-api';
import { OWNER } from '../fixtures/test';
import { DesignerPage } from '../pages/designer-page';
import { RunPanel } from '../pages/run-panel';

test('what was saved before a power cut is there afterwards, and a call under way is no obstacle', async ({ page, playwright }) => {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'parley-e2e-cut-'));
  const first = await startParley({ DATA_DIR: dataDir });
  const { port } = new URL(first.address);
  await page.request.post(`${first.address}/api/setup/owner`, { data: OWNER });
  const request = await playwright.request.newContext({ baseURL: first.address, storageState: await page.context().storageState() });
  const api = new StudioApi(request, `${first.address}/samples/ag-bank`);
  const bot = await api.createBot('Cut off');
  const slow = await api.createIntegration(bot.id, { name: 'Under way', responseVariable: 'slow', url: '/slow?ms=30000', timeoutMs: 60_000 });
  const saved = await api.createIntegration(bot.id, {
    name: 'Saved before',
    responseVariable: 'saved',
    url: '/accounts',
    customDataFields: [{ key: 'id', path: '{$.api_saved.accounts[i].id}' }],
  });
  const designer = new DesignerPage(page);
  const runPanel = new RunPanel(page);
  await page.goto(`${first.address}/bots/${bot.id}/integrations/${saved.id}`);
  await designer.run();
  await runPanel.expectOutcome('Success: 200 OK');
  await designer.name.fill('Saved at the last moment');
  await designer.saveAndSettle();
  await page.goto(`${first.address}/bots/${bot.id}/integrations/${slow.id}`);
  await designer.run();
  await runPanel.expectOutcome('Running');
  await first.kill();

  const second = await startParley({ DATA_DIR: dataDir, PORT: port });
  expect(second.address).toBe(first.address);
  await page.goto(`${second.address}/bots/${bot.id}/integrations/${saved.id}`);
  await expect(designer.name).toHaveValue('Saved at the last moment');
  await runPanel.expectOutcome('Success: 200 OK');
  await designer.run();
  await runPanel.expectOutcome('Success: 200 OK');
  await runPanel.show('Runs');
  await expect(runPanel.runs()).toHaveCount(2);
  await request.dispose();
  await second.stop();
  await rm(dataDir, { recursive: true, force: true });
});
