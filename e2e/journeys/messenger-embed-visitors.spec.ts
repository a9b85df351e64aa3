import { createHash, createHmac } from 'node:crypto';

import type { Page } from '@playwright/test';
import { z } from 'zod';

import { makeMessenger, richContent } from '../fixtures/messenger-bot';
import { startSite, type RunningSite, type SitePage } from '../fixtures/start-site';
import { expect, test } from '../fixtures/test';
import { EmbeddedMessenger } from '../pages/embedded-messenger';

const NAMES = ['ready', 'opened', 'closed', 'message', 'unread', 'conversation-started', 'conversation-ended', 'web-view-opened', 'web-view-closed'];
const STUB = `window.parley = window.parley || function () { (parley.q = parley.q || []).push(arguments); };
window.told = [];
for (const name of ${JSON.stringify(NAMES)}) parley('on', name, (detail) => told.push([name, detail]));`;
const WHO = `var personal = botContext.getLPUserPersonalInfo(), customer = botContext.getLPCustomerInfo();
botContext.sendMessage('You are ' + [botContext.getUserName(), botContext.getEmail(), customer && customer.plan].join('|') + '.');`;

let site: RunningSite;
/** Of a channel with a secret, and of one that asks for consent first. */
let channelId: string;
let secret: string;
let noticeChannelId: string;
let brokenChannelId: string;

test.beforeAll(async ({ parley, ownerState, playwright }) => {
  const pages: Record<string, SitePage> = {};
  site = await startSite({ pages, scripts: { '/stub.js': STUB, '/close.js': `document.querySelector('button').onclick = () => parent.postMessage('parley:close', '*');` } });
  const form = (ancestors: string): SitePage => ({ policy: `default-src 'self'; frame-ancestors ${ancestors}`, html: '<!doctype html><title>Form</title><h1>Your details</h1><button>Never mind</button><script src="/close.js"></script>' });
  pages['/form'] = form(`${parley.address} ${site.origin}`);
  pages['/form-for-parley'] = form(parley.address);
  pages['/broken-form'] = { ...form(`${parley.address} ${site.origin}`), status: 503 };

  const request = await playwright.request.newContext({ baseURL: parley.address, storageState: ownerState });
  const workspace = z.looseObject({ outboundAllow: z.string() }).parse(await (await request.get('/api/workspace')).json());
  await request.put('/api/workspace', { data: { ...workspace, outboundAllow: `${workspace.outboundAllow}\n${new URL(site.origin).host}` } });
  const make = async (name: string, path: string, settings: Parameters<typeof makeMessenger>[1]['settings']) => {
    const bot: { id: string } = await (await request.post('/api/bots', { data: { name, environmentId: null } })).json();
    const content = richContent(`${site.origin}${path}?userId={$chatBotUserId}&convId={$conversationId}&botId={$chatBotId}`);
    const known = { ...content, dialogs: { ...content.dialogs, 'd-who': { id: 'd-who', name: 'who', starter: { patterns: ['who'] }, interactionIds: ['who'] } }, interactions: { ...content.interactions, who: { kind: 'text' as const, id: 'who', name: 'who', text: 'So it is.', preProcess: WHO } } };
    return makeMessenger(request, { botId: bot.id, content: known, settings: { begins: 'on-message', allowedOrigins: [site.origin], ...settings } });
  };
  channelId = await make('Visitors', '/form', {});
  ({ secret } = z.object({ secret: z.string() }).parse(await (await request.post(`/api/channels/${channelId}/identity-secret`)).json()));
  noticeChannelId = await make('Consent', '/form-for-parley', { texts: { en: { privacyNotice: 'We keep what you write for 30 days.' } } });
  brokenChannelId = await make('Broken page', '/broken-form', {});
  await request.dispose();

  const toPage = (channel: string, head = ''): SitePage => ({
    policy: `default-src 'none'; script-src 'self' ${parley.address}; frame-src ${parley.address}`,
    html: `<!doctype html><html lang="en"><head><script src="/stub.js"></script>${head}<script src="${parley.address}/messenger.js" data-channel="${channel}" async></script></head><body><h1>Shop</h1></body></html>`,
  });
  pages['/'] = toPage(channelId);
  pages['/consent'] = toPage(noticeChannelId);
  pages['/broken'] = toPage(brokenChannelId);
});
test.afterAll(() => site.stop());

async function openSite(page: Page, path = '/'): Promise<EmbeddedMessenger> {
  const messenger = new EmbeddedMessenger(page);
  await messenger.prepare();
  await page.goto(site.origin + path);
  await expect(messenger.launcher).toBeVisible();
  return messenger;
}

type Told = [name: string, detail: Record<string, unknown> | null];
const toldOf = (page: Page, ...names: string[]) => page.evaluate((wanted) => (window as unknown as { told: Told[] }).told.filter(([name]) => wanted.includes(name)), names);

/** A JWT as a site's server signs it. */
function sign(claims: object, { key = secret, lifeS = 600 } = {}): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const now = Math.floor(Date.now() / 1_000);
  const signed = `${part({ alg: 'HS256', typ: 'JWT' })}.${part({ iat: now, exp: now + lifeS, ...claims })}`;
  return `${signed}.${createHmac('sha256', key).update(signed).digest('base64url')}`;
}
const identify = (page: Page, jwt: string) => page.evaluate((given) => window.parley.identify(given).then(() => 'taken', (error: { code: string }) => error.code), jwt);

test('a signed visitor is known to the bot, and after logout in this browser no more', async ({ page }) => {
  const messenger = await openSite(page);
  expect(await identify(page, sign({ sub: 'c-1', name: 'Ada Lovelace', email: 'ada@example.com' }))).toBe('taken');
  await messenger.launcher.click();
  await messenger.say('who');
  await expect(messenger.said('You are Ada Lovelace|ada@example.com|.')).toBeVisible();
  await page.reload();
  await expect(messenger.said('You are Ada Lovelace|ada@example.com|.')).toBeVisible();

  await page.evaluate(() => window.parley.logout());
  await expect(messenger.said('You are Ada Lovelace|ada@example.com|.')).toHaveCount(0);
  await messenger.say('who');
  await expect(messenger.said('You are ||.')).toBeVisible();
  await page.reload();
  await expect(messenger.said('You are ||.')).toBeVisible();
});

test('an identity that was forged or has expired is refused by its code, and the visitor goes on as before', async ({ page }) => {
  const messenger = await openSite(page);
  expect(await identify(page, sign({ sub: 'c-2' }, { key: 'forged' }))).toBe('messenger/wrong-identity');
  expect(await identify(page, sign({ sub: 'c-2' }, { lifeS: -600 }))).toBe('messenger/identity-expired');
  await messenger.launcher.click();
  await messenger.say('who');
  await expect(messenger.said('You are ||.')).toBeVisible();
});

test('an identity that was queued before the script was there is taken, also from a function', async ({ page }) => {
  await page.addInitScript((jwt) => {
    const queued = ((...given: unknown[]) => void (queued.q ??= []).push(given)) as unknown as Window['parley'] & { q?: unknown[][] };
    window.parley = queued;
    void queued('identify', () => Promise.resolve(jwt));
  }, sign({ sub: 'c-3', name: 'Grace Hopper' }));
  // Nobody else asks for a session before somebody has spoken.
  const identified = page.waitForResponse((response) => response.url().endsWith('/sessions'), { timeout: 30_000 });
  const messenger = await openSite(page);
  expect((await identified).status()).toBe(201);
  await messenger.launcher.click();
  await messenger.say('who');
  await expect(messenger.said('You are Grace Hopper||.')).toBeVisible();
});

test('what the site tells of the visit reaches the bot, in a conversation that it begins with a message', async ({ page }) => {
  const messenger = await openSite(page);
  await page.evaluate(async () => {
    await window.parley.setContactInfo({ name: 'Alan Turing', email: 'alan@example.com' });
    await window.parley.setCustomData({ plan: 'gold' });
  });
  const { conversationId } = await page.evaluate(() => window.parley.startConversation({ message: 'who' }));
  await expect(messenger.said('You are Alan Turing|alan@example.com|gold.')).toBeVisible();
  expect(await toldOf(page, 'conversation-started')).toEqual([['conversation-started', { conversationId }]]);
  expect((await toldOf(page, 'message')).map(([, detail]) => [detail?.conversationId, detail?.from])).toEqual([[conversationId, 'consumer'], [conversationId, 'bot'], [conversationId, 'bot']]);

  const { conversationId: secondId } = await page.evaluate(() => window.parley.startConversation({ dialog: 'many' }));
  expect(secondId).not.toBe(conversationId);
  await expect(messenger.said('One of many.')).toBeVisible();
  await messenger.frame.getByRole('button', { name: 'More' }).click();
  await messenger.frame.getByRole('menuitem', { name: 'End conversation' }).click();
  await messenger.frame.getByRole('button', { name: 'End conversation' }).click();
  await expect.poll(() => toldOf(page, 'conversation-ended')).toEqual([['conversation-ended', { conversationId: secondId }]]);
});

test('while the messenger is closed, its launcher and its listeners hear of what another device brings', async ({ page, parley }) => {
  const identity = sign({ sub: 'c-4' });
  const messenger = await openSite(page);
  await identify(page, identity);
  const { conversationId } = await page.evaluate(() => window.parley.startConversation({ message: 'many first' }));
  await expect(messenger.said('One of many.')).toBeVisible();
  await page.evaluate(() => window.parley.close());
  // On the site's next page it is closed, and has read no conversation.
  await page.reload();
  await expect(messenger.launcher).toHaveAttribute('aria-expanded', 'false');
  await expect.poll(async () => (await toldOf(page, 'unread')).at(-1)).toEqual(['unread', { count: 0 }]);

  const { token }: { token: string } = await (await page.request.post(`${parley.address}/api/messenger/channels/${channelId}/sessions`, { data: { identity } })).json();
  const said = await page.request.post(`${parley.address}/api/messenger/conversations/${conversationId}/messages`, { headers: { authorization: `Bearer ${token}` }, data: { messageId: 'elsewhere', text: 'many second' } });
  expect(said.status(), await said.text()).toBe(200);
  await expect.poll(() => toldOf(page, 'unread')).toContainEqual(['unread', { count: 1 }]);
  expect((await toldOf(page, 'message')).at(-1)).toEqual(['message', { conversationId, seq: expect.any(Number), from: 'bot' }]);
  await expect(messenger.launcher).toContainText('1');
  expect(await page.evaluate(() => window.parley.getState())).toMatchObject({ isOpen: false, unreadCount: 1 });

  await messenger.launcher.click();
  await expect(messenger.said('many second')).toBeVisible();
  await expect.poll(async () => (await toldOf(page, 'unread')).at(-1)).toEqual(['unread', { count: 0 }]);
});

test('what came while the messenger was closed is marked as new once it is opened again', async ({ page, parley }) => {
  const identity = sign({ sub: 'c-marked' });
  const messenger = await openSite(page);
  await identify(page, identity);
  const { conversationId } = await page.evaluate(() => window.parley.startConversation({ message: 'many first' }));
  await expect(messenger.said('One of many.')).toBeVisible();
  await page.evaluate(() => window.parley.close());

  const { token }: { token: string } = await (await page.request.post(`${parley.address}/api/messenger/channels/${channelId}/sessions`, { data: { identity } })).json();
  await page.request.post(`${parley.address}/api/messenger/conversations/${conversationId}/messages`, { headers: { authorization: `Bearer ${token}` }, data: { messageId: 'elsewhere', text: 'many second' } });
  await expect(messenger.launcher).toContainText('1');
  await messenger.launcher.click();
  await expect(messenger.frame.getByText('New messages')).toBeVisible();
  await expect.poll(() => page.evaluate(() => window.parley.getState().unreadCount)).toBe(0);
  await expect(messenger.frame.getByText('New messages')).toBeVisible();
});

test('what stands around the messenger’s frame is dark where the visitor wants it dark', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await openSite(page);
  await expect(page.locator('.panel')).toHaveCSS('background-color', 'rgb(22, 24, 28)');
  await page.emulateMedia({ colorScheme: 'light' });
  await expect(page.locator('.panel')).toHaveCSS('background-color', 'rgb(255, 255, 255)');
});

test('what stands around the messenger’s frame does not move where the visitor wants no motion', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const messenger = await openSite(page);
  for (const part of [messenger.launcher, page.locator('.panel')]) await expect(part).toHaveCSS('transition-duration', '0s');
  await expect(page.locator('.bubble')).toHaveCSS('animation-name', 'none');
});

test('nobody signed out has unread messages', async ({ page, parley }) => {
  const messenger = await openSite(page);
  const identity = sign({ sub: 'c-5' });
  await identify(page, identity);
  const { token }: { token: string } = await (await page.request.post(`${parley.address}/api/messenger/channels/${channelId}/sessions`, { data: { identity } })).json();
  const begun = await page.request.post(`${parley.address}/api/messenger/conversations`, { headers: { authorization: `Bearer ${token}` }, data: { requestId: 'begun-there', message: { messageId: 'there', text: 'many' } } });
  expect(begun.ok(), await begun.text()).toBe(true);
  await expect(messenger.launcher).toContainText('1');
  await page.evaluate(() => window.parley.logout());
  await expect(messenger.launcher).not.toContainText('1');
  expect(await page.evaluate(() => window.parley.getState().unreadCount)).toBe(0);
});

test('a web view is told when it opens and by whom it is closed: the visitor, the page, or its post', async ({ page, parley }) => {
  const messenger = await openSite(page);
  const { conversationId } = await page.evaluate(() => window.parley.startConversation({ message: 'page' }));
  const panel = messenger.frame.getByRole('dialog', { name: 'Confirm' });
  const content = panel.frameLocator('iframe');

  await messenger.tap('Confirm');
  await expect(content.getByText('Your details')).toBeVisible();
  await panel.getByRole('button', { name: 'Close page' }).click();
  await messenger.tap('Confirm');
  await content.getByRole('button', { name: 'Never mind' }).click();
  await expect(panel).toBeHidden();
  await messenger.tap('Confirm');
  await expect(content.getByText('Your details')).toBeVisible();
  const link = new URL(String((await toldOf(page, 'web-view-opened'))[0]?.[1]?.url));
  const botId = link.searchParams.get('botId') ?? '';
  const posted = await page.request.post(`${parley.address}/thirdparty-services-0.1/webview`, { headers: { authorization: createHash('sha256').update(`${conversationId} || ${botId}`).digest('hex') }, data: { botId, conversationId, userId: link.searchParams.get('userId'), contextVariables: [{ name: 'done', value: 'yes' }] } });
  expect(posted.status(), await posted.text()).toBe(200);
  await expect(panel).toBeHidden();
  await expect(messenger.said('You have confirmed.')).toBeVisible();
  const told = await toldOf(page, 'web-view-opened', 'web-view-closed');
  expect(told.map(([name, detail]) => [name, detail?.conversationId, detail?.by])).toEqual(['consumer', 'page', 'posted'].flatMap((by) => [['web-view-opened', conversationId, undefined], ['web-view-closed', conversationId, by]]));
});

test('a conversation that the site begins waits for consent as long as the visitor takes, and nothing is known before', async ({ page }) => {
  await page.clock.install();
  const asked: string[] = [];
  page.on('request', (request) => (/\/api\/messenger\/(channels\/[^/]+\/sessions|conversations)/.test(request.url()) ? asked.push(request.url()) : undefined));
  // Queued, so that it is there before the frame knows of the notice.
  await page.addInitScript(() => {
    const queued = ((...given: unknown[]) => void (queued.q ??= []).push(given)) as unknown as Window['parley'] & { q?: unknown[][] };
    window.parley = queued;
    void queued('startConversation', { message: 'many at last' });
  });
  const warnings: string[] = [];
  page.on('console', (line) => (line.text().startsWith('Parley:') ? warnings.push(line.text()) : undefined));
  const messenger = await openSite(page, '/consent');
  await expect(messenger.frame.getByText('We keep what you write for 30 days.')).toBeVisible();
  await page.evaluate(() => {
    const told = window as unknown as { outcome: string };
    told.outcome = 'waits';
    void window.parley.startConversation({ dialog: 'hello' }).then(({ conversationId }) => (told.outcome = conversationId === '' ? 'nothing' : 'begun'), (error: { code: string }) => (told.outcome = error.code));
  });
  await page.clock.runFor(40_000);
  const outcome = () => page.evaluate(() => (window as unknown as { outcome: string }).outcome);
  expect([await outcome(), asked, warnings]).toEqual(['waits', [], []]);

  await messenger.frame.getByRole('button', { name: 'Accept and go on' }).click();
  await expect.poll(outcome).toBe('begun');
  await expect(messenger.said(/^Hello, say/)).toBeVisible();
  expect(warnings).toEqual([]);
});

test('a page that lets in the messenger but not the site around it is offered in a new tab', async ({ page }) => {
  const messenger = await openSite(page, '/consent');
  await messenger.launcher.click();
  await messenger.frame.getByRole('button', { name: 'Accept and go on' }).click();
  await messenger.say('page');
  const checked = page.waitForRequest((request) => request.url().endsWith('/page-check') || (request.method() === 'POST' && (request.postData() ?? '').includes('siteOrigin')));
  await messenger.tap('Confirm');
  expect((await checked).postDataJSON()).toMatchObject({ siteOrigin: site.origin });
  const panel = messenger.frame.getByRole('dialog', { name: 'Confirm' });
  await expect(panel.getByRole('alert')).toContainText('can’t be shown here');
  await expect(panel.locator('iframe')).toHaveCount(0);
});

test('whoever signs out in one tab is signed out in all of them, and nothing of theirs is left to whoever comes next', async ({ page, context }) => {
  const identity = sign({ sub: 'c-tabs', name: 'Ada Lovelace' });
  const first = await openSite(page);
  await identify(page, identity);
  await page.evaluate(() => window.parley.startConversation({ message: 'many secrets' }));
  const other = await context.newPage();
  const second = await openSite(other);
  await identify(other, identity);
  await second.launcher.click();
  await expect(second.said('many secrets')).toBeVisible();
  await second.message.fill('half-written');

  await page.evaluate(() => window.parley.logout());
  await expect(second.said('many secrets')).toHaveCount(0);
  await expect(second.message).toHaveValue('');
  // Both go on as the same somebody.
  await second.say('who');
  await expect(second.said('You are ||.')).toBeVisible();
  await expect(first.said('You are ||.')).toBeVisible();
  await other.close();
});

test('whoever is identified next gets nothing that the one before was writing', async ({ page }) => {
  const messenger = await openSite(page);
  await identify(page, sign({ sub: 'c-before', name: 'Ada Lovelace' }));
  await page.evaluate(() => window.parley.startConversation({ message: 'many secrets' }));
  await expect(messenger.said('One of many.')).toBeVisible();
  await page.route('**/messages', (route) => route.abort());
  await messenger.say('a secret on its way');
  await messenger.message.fill('a secret half-written');
  await identify(page, sign({ sub: 'c-after', name: 'Grace Hopper' }));
  await expect(messenger.said(/secret/)).toHaveCount(0);
  await expect(messenger.message).toHaveValue('');
  await page.unroute('**/messages');
  await messenger.say('who');
  await expect(messenger.said('You are Grace Hopper||.')).toBeVisible();
  await expect(messenger.said(/secret/)).toHaveCount(0);
});

test('two tabs that were open before anybody spoke are the same visitor’s', async ({ page, context }) => {
  const first = await openSite(page);
  const other = await context.newPage();
  const second = await openSite(other);
  await first.launcher.click();
  await first.say('many here');
  await expect(first.said('One of many.')).toBeVisible();
  await expect(second.launcher).toHaveAccessibleName(/1/);
  await second.launcher.click();
  await expect(second.said('many here')).toBeVisible();
  await other.close();
});

test('a greeting that one is looking at is never told as unread, nor is the conversation shown as another one', async ({ page }) => {
  const messenger = await openSite(page);
  for (let count = 0; count < 5; count += 1) await page.evaluate(() => window.parley.startConversation({ dialog: 'many' }));
  await expect(messenger.said('One of many.')).toBeVisible();
  expect((await toldOf(page, 'unread')).filter(([, detail]) => detail?.count !== 0)).toEqual([]);
});

test('a page whose server reports an error is shown with a word about it', async ({ page }) => {
  const messenger = await openSite(page, '/broken');
  await messenger.launcher.click();
  await messenger.say('page');
  await messenger.tap('Confirm');
  const panel = messenger.frame.getByRole('dialog', { name: 'Confirm' });
  await expect(panel.getByRole('alert')).toContainText('has reported an error');
  await expect(panel.frameLocator('iframe').getByText('Your details')).toBeVisible();
});
