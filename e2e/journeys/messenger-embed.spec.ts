import type { Page } from '@playwright/test';
import { z } from 'zod';

import { expect, test } from '../fixtures/test';
import { startSite, type RunningSite, type SitePage } from '../fixtures/start-site';
import { EmbeddedMessenger } from '../pages/embedded-messenger';

const CHANNEL = 'ag-bank-website';
const STUB = `window.parley = window.parley || function () { (parley.q = parley.q || []).push(arguments); };
window.told = [];
for (const name of ['ready', 'opened', 'closed', 'unread', 'conversation-started', 'message']) parley('on', name, (detail) => told.push([name, detail]));`;

let site: RunningSite;
let closedChannelId: string;

test.beforeAll(async ({ parley, ownerState, playwright }) => {
  const request = await playwright.request.newContext({ baseURL: parley.address, storageState: ownerState });
  const { channels } = z.object({ channels: z.array(z.object({ botId: z.string() })) }).parse(await (await request.get('/api/channels')).json());
  const created = await request.post('/api/channels', { data: { name: 'Elsewhere', botId: channels[0]?.botId, settings: { allowedOrigins: ['https://elsewhere.example'] } } });
  closedChannelId = z.object({ id: z.string() }).parse(await created.json()).id;
  await request.dispose();

  const tag = (channel: string) => `<script src="${parley.address}/messenger.js" data-channel="${channel}" async></script>`;
  const policy = `default-src 'none'; script-src 'self' ${parley.address}; frame-src ${parley.address}; require-trusted-types-for 'script'; trusted-types 'none'`;
  const text = `<p>${'Words of the site. '.repeat(600)}</p>`;
  const toPage = (head: string, body = `<h1>Shop</h1><button>Buy</button>${text}`): SitePage => ({ policy, html: `<!doctype html><html lang="en"><head><script src="/stub.js"></script>${head}</head><body>${body}</body></html>` });
  site = await startSite({
    pages: {
      '/': toPage(`<meta name="viewport" content="width=device-width">${tag(CHANNEL)}`),
      '/twice': toPage(tag(CHANNEL) + tag(CHANNEL)),
      '/closed': toPage(tag(closedChannelId)),
      // No doctype, and the script runs before there is a body.
      '/quirks': { policy, html: `<head><script src="/stub.js"></script><script src="${parley.address}/messenger.js" data-channel="${CHANNEL}"></script></head><h1>Old shop</h1>` },
    },
    scripts: { '/stub.js': STUB },
  });
});
test.afterAll(() => site.stop());

interface Site {
  messenger: EmbeddedMessenger;
  /** Errors that reached the site's page, and what its policy refused. */
  problems: string[];
  warnings: string[];
}

async function openSite(page: Page, path: string): Promise<Site> {
  const messenger = new EmbeddedMessenger(page);
  const problems: string[] = [];
  const warnings: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (line) => {
    if (line.type() === 'warning' && line.text().startsWith('Parley:')) warnings.push(line.text());
    if (line.type() === 'error' && /Content Security Policy|Trusted/.test(line.text())) problems.push(line.text());
  });
  await messenger.prepare();
  await page.goto(site.origin + path);
  return { messenger, problems, warnings };
}

const toldOf = (page: Page) => page.evaluate(() => (window as unknown as { told: [string, unknown][] }).told.map(([name]) => name));

test('under a strict policy of another origin: launcher, events of listeners that were queued, focus there and back', async ({ page }) => {
  const { messenger, problems, warnings } = await openSite(page, '/');
  await expect(messenger.launcher).toHaveAttribute('aria-expanded', 'false');
  await messenger.launcher.focus();
  await page.keyboard.press('Enter');
  await expect(messenger.launcher).toHaveAttribute('aria-expanded', 'true');
  await expect(messenger.said(/^What can I do for you/)).toBeVisible();
  await expect(messenger.message).toBeFocused();
  expect(await toldOf(page)).toEqual(expect.arrayContaining(['ready', 'opened']));
  await page.keyboard.press('Escape');
  await expect(messenger.launcher).toHaveAttribute('aria-expanded', 'false');
  await expect(messenger.launcher).toBeFocused();
  expect(await toldOf(page)).toContain('closed');
  expect([problems, warnings]).toEqual([[], []]);
});

test('the JavaScript API: opens, starts conversations, tells its state, and warns of what can’t be used without throwing', async ({ page }) => {
  const { messenger, problems, warnings } = await openSite(page, '/');
  await expect(messenger.launcher).toBeVisible();
  const started = await page.evaluate(() => window.parley.startConversation({ dialog: 'View account statement' }));
  expect(started.conversationId).not.toBe('');
  await expect(messenger.said(/^Which card is it/)).toBeVisible();
  expect(await page.evaluate(() => window.parley.getState())).toMatchObject({ status: 'ready', isOpen: true, isHidden: false });
  await page.evaluate(() => window.parley.hide());
  await expect(messenger.launcher).toBeHidden();
  await expect(messenger.message).toBeHidden();
  await page.evaluate(() => window.parley('show'));
  await expect(messenger.launcher).toBeVisible();
  await page.evaluate(() => window.parley.setContactInfo({ name: 'Ada', phone_number: '1' }).then(() => window.parley.setCustomData({ plan: 'gold' })));
  const codes = await page.evaluate(async () => {
    const codeOf = (promise: Promise<unknown>) => promise.then(() => 'taken', (error: { code: string }) => error.code);
    // As a site's plain JavaScript may call it.
    const loose = window.parley as unknown as Record<string, (value?: unknown) => Promise<unknown>>;
    return Promise.all([codeOf(loose.identify?.(7) ?? Promise.resolve()), codeOf(window.parley.identify('a.b.c')), codeOf(window.parley.setContactInfo({ email: 'no address' })), codeOf(loose.setCustomData?.([1]) ?? Promise.resolve()), codeOf(window.parley.startConversation({ dialog: 'No such dialog' }))]);
  });
  expect(codes).toEqual(['messenger/wrong-argument', expect.stringMatching(/^messenger\//), expect.stringMatching(/invalid/), 'messenger/wrong-argument', 'messenger/dialog-not-found']);
  expect(problems).toEqual([]);
  expect(warnings.length).toBeGreaterThanOrEqual(5);
});

test('a phone: the messenger fills the screen, the page beneath rests, the back button closes it', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 640 });
  const { messenger, problems } = await openSite(page, '/');
  await messenger.launcher.click();
  await expect(messenger.message).toBeVisible();
  expect(await page.locator('iframe[title="Messenger"]').boundingBox()).toEqual({ x: 0, y: 0, width: 360, height: 640 });
  await expect(messenger.launcher).toBeHidden();
  expect(await page.evaluate(() => [getComputedStyle(document.body).overflow, document.querySelector('h1')?.inert])).toEqual(['hidden', true]);
  await page.goBack();
  await expect(messenger.launcher).toBeVisible();
  expect(page.url()).toBe(`${site.origin}/`);
  expect(await page.evaluate(() => [getComputedStyle(document.body).overflow, document.querySelector('h1')?.inert])).toEqual(['visible', false]);
  expect(problems).toEqual([]);
});

test('the visitor is known on the next page, and the messenger is open there again', async ({ page }) => {
  const { messenger } = await openSite(page, '/');
  await messenger.launcher.click();
  await expect(messenger.message).toBeVisible();
  await messenger.say('are you a robot?');
  await expect(messenger.said(/bot of AG Bank/)).toBeVisible();
  await page.goto(`${site.origin}/twice`);
  await expect(messenger.said(/bot of AG Bank/)).toBeVisible();
});

test('two script tags make one messenger', async ({ page }) => {
  const { messenger, warnings } = await openSite(page, '/twice');
  await expect(messenger.launcher).toHaveCount(1);
  await expect.poll(() => warnings).toEqual([expect.stringContaining('in this page already')]);
});

test('a page in quirks mode whose script runs before its body, and a body that is replaced', async ({ page }) => {
  const { messenger, problems } = await openSite(page, '/quirks');
  await expect(messenger.launcher).toBeVisible();
  await page.evaluate(() => {
    const body = document.createElement('body');
    body.textContent = 'Another page';
    document.body.replaceWith(body);
  });
  await expect(messenger.launcher).toBeVisible();
  await messenger.launcher.click();
  await expect(messenger.message).toBeVisible();
  expect(problems).toEqual([]);
});

test('a site that is not among the allowed origins shows nothing, and its calls are refused in words', async ({ page }) => {
  const { messenger, warnings } = await openSite(page, '/closed');
  await expect.poll(() => warnings.join(), { timeout: 30_000 }).toContain('allowed origins');
  await expect(messenger.launcher).toHaveCount(0);
  expect(await page.evaluate(() => window.parley.startConversation().catch((error: { code: string }) => error.code))).toBe('messenger/unavailable');
  expect(await page.evaluate(() => document.querySelectorAll('iframe').length)).toBe(0);
});

test('a frame that an extension blocks disturbs nobody', async ({ page }) => {
  await page.route('**/messenger/*', (route) => route.abort('blockedbyclient'));
  const { messenger, problems, warnings } = await openSite(page, '/');
  await expect.poll(() => warnings.length, { timeout: 30_000 }).toBe(1);
  await expect(messenger.launcher).toHaveCount(0);
  await page.evaluate(() => window.parley.open());
  expect(problems).toEqual([]);
});

test('the script is cached for minutes, is for every site, and is asked for again by its tag', async ({ request, parley }) => {
  const first = await request.get(`${parley.address}/messenger.js`);
  expect(first.headers()).toMatchObject({ 'cross-origin-resource-policy': 'cross-origin', 'cache-control': expect.stringContaining('max-age=300'), 'content-type': expect.stringContaining('javascript') });
  const again = await request.get(`${parley.address}/messenger.js`, { headers: { 'if-none-match': first.headers().etag ?? '' } });
  expect(again.status()).toBe(304);
});
