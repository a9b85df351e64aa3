import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test as base } from '@playwright/test';

import { startParley, type RunningParley } from '../fixtures/start-parley';
import { StudioApi } from '../fixtures/studio-api';
import { OWNER } from '../fixtures/test';
import { DesignerPage } from '../pages/designer-page';
import { RunPanel } from '../pages/run-panel';

/** Starts Parley again and again with the same data; whatever still runs at the end is stopped, also when the test failed. */
const test = base.extend<{ restart: (env?: Record<string, string>) => Promise<RunningParley> }>({
  restart: async ({}, use) => {
    const dataDir = await mkdtemp(path.join(tmpdir(), 'parley-e2e-cut-'));
    const started: RunningParley[] = [];
    await use(async (env = {}) => {
      const parley = await startParley({ ...env, DATA_DIR: dataDir });
      started.push(parley);
      return parley;
    });
    await Promise.all(started.map((parley) => parley.kill()));
    await rm(dataDir, { recursive: true, force: true });
  },
});

test('what was saved before a power cut is there afterwards, and a call under way is no obstacle', async ({ browser, restart }) => {
  const first = await restart();
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

  const second = await restart({ PORT: port });
  expect(second.address).toBe(first.address);
  await designer.open(bot.id, saved.id);
  await expect(designer.name).toHaveValue('Saved at the last moment');
  await runPanel.expectOutcome('Success: 200 OK');
  await designer.run();
  await runPanel.expectOutcome('Success: 200 OK');
  await runPanel.show('Runs');
  await expect(runPanel.runs()).toHaveCount(2);
  await context.close();
});
