import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';

import { startParley } from '../fixtures/start-parley';
import { StudioApi } from '../fixtures/studio-api';
import { OWNER } from '../fixtures/test';
import { DesignerPage } from '../pages/designer-page';
import { RunPanel } from '../pages/run-panel';

test('what was saved before a power cut is there afterwards, and a call under way is no obstacle', async ({ browser }) => {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'parley-e2e-cut-'));
  const first = await startParley({ DATA_DIR: dataDir });
  const { port } = new URL(first.address);
  const context = await browser.newContext({ baseURL: first.address });
  const page = await context.newPage();
  await page.request.post('/api/setup/owner', { data: OWNER });
  const api = new StudioApi(page.request, `${first.address}/samples/ag-bank`);
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
  await designer.open(bot.id, saved.id);
  await designer.run();
  await runPanel.expectOutcome('Success: 200 OK');
  await designer.name.fill('Saved at the last moment');
  await designer.saveAndSettle();
  await designer.open(bot.id, slow.id);
  await designer.run();
  await runPanel.expectOutcome('Running');
  await first.kill();

  const second = await startParley({ DATA_DIR: dataDir, PORT: port });
  expect(second.address).toBe(first.address);
  await designer.open(bot.id, saved.id);
  await expect(designer.name).toHaveValue('Saved at the last moment');
  await runPanel.expectOutcome('Success: 200 OK');
  await designer.run();
  await runPanel.expectOutcome('Success: 200 OK');
  await runPanel.show('Runs');
  await expect(runPanel.runs()).toHaveCount(2);
  await context.close();
  await second.stop();
  await rm(dataDir, { recursive: true, force: true });
});
