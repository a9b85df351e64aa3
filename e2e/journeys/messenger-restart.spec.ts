import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { makeMessenger, richContent } from '../fixtures/messenger-bot';
import { startParley } from '../fixtures/start-parley';
import { expect, OWNER, test } from '../fixtures/test';
import { MessengerWindow } from '../pages/messenger-window';

test('the messenger goes on by itself after the server was killed and started again', async ({ browser, playwright }) => {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'parley-restart-'));
  const first = await startParley({ DATA_DIR: dataDir });
  const request = await playwright.request.newContext({ baseURL: first.address });
  await request.post('/api/setup/owner', { data: OWNER });
  const bot: { id: string } = await (await request.post('/api/bots', { data: { name: 'Restart', environmentId: null } })).json();
  const channelId = await makeMessenger(request, { botId: bot.id, content: richContent('https://page.example/'), settings: { begins: 'on-message' } });
  await request.dispose();

  const context = await browser.newContext({ baseURL: first.address, viewport: { width: 380, height: 640 }, storageState: undefined });
  const messenger = await new MessengerWindow(await context.newPage(), channelId).open();
  await messenger.say('hello');
  await messenger.expectSaid('like this');

  await first.kill();
  await expect(messenger.page.getByText('Connecting again…')).toBeVisible();
  await messenger.say('many');
  const second = await startParley({ DATA_DIR: dataDir, PORT: new URL(first.address).port });
  await messenger.expectSaid('One of many.');
  await messenger.expectSaidOnce('many');
  await context.close();
  await second.stop();
  await rm(dataDir, { recursive: true, force: true });
});
