import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { emptyBotContent } from '@/lib/engine/program/bot-content.schema';
import { dialogSchema } from '@/lib/engine/program/dialog.schema';
import { interactionSchema } from '@/lib/engine/program/interaction.schema';
import { changeContent, publish } from '@/lib/modules/conversation/test-bot.fixture';
import { startTestApi, type TestApi } from '@/scripts/test/start-test-api';
import { toSend } from '@/scripts/test/talk-to';
import { messengerSessionSchema } from './messenger.schema';

const idSchema = z.object({ id: z.string() });
const portOf = (server: { address(): AddressInfo | string | null }) => (server.address() as AddressInfo).port;

/** A mail server on this machine, and what it got. */
const mails: { from: string; to: string[]; text: string }[] = [];
const smtp = new SMTPServer({
  disabledCommands: ['AUTH', 'STARTTLS'],
  onData(stream, { envelope }, done) {
    const chunks: Buffer[] = [];
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    stream.on('end', () => {
      const to = envelope.rcptTo.map(({ address }) => address);
      if (to.includes('refused@example.com')) return done(new Error('No such mailbox'));
      mails.push({ from: envelope.mailFrom ? envelope.mailFrom.address : '', to, text: Buffer.concat(chunks).toString('utf8') });
      done();
    });
  },
});
/** Pages of somebody else's site, and how they were asked for. */
const asked: string[] = [];
let pages: Server;
let pagesOrigin: string;
let api: TestApi;
let channelId: string;
let conversationId: string;
let token: string;

const answerPage = (request: IncomingMessage): { status: number; headers: Record<string, string> } => {
  asked.push(`${request.method} ${request.url}`);
  switch (request.url) {
    case '/card':
      return { status: 200, headers: { 'content-security-policy': `frame-ancestors ${api.origin}` } };
    case '/denied':
      return { status: 200, headers: { 'x-frame-options': 'DENY' } };
    case '/failing':
      return { status: 503, headers: { 'x-frame-options': 'DENY' } };
    case '/moved':
      return { status: 302, headers: { location: '/denied' } };
    default:
      return { status: 405, headers: {} };
  }
};

beforeAll(async () => {
  await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve));
  pages = createServer((request, response) => {
    const { status, headers } = answerPage(request);
    response.writeHead(status, headers).end();
  });
  await new Promise<void>((resolve) => pages.listen(0, '127.0.0.1', resolve));
  pagesOrigin = `http://127.0.0.1:${portOf(pages)}`;
  api = await startTestApi({ OUTBOUND_ALLOW: '127.0.0.1', SMTP_URL: `smtp://127.0.0.1:${portOf(smtp.server)}`, MAIL_FROM: 'AG Bank <chat@bank.example>' });
  const send = toSend(await api.join('ada'));
  const botId = idSchema.parse(await send('POST', '/bots', { name: 'Freddy' })).id;
  const links = ['card?conv=1', 'denied', 'moved', 'unsupported', 'failing'].map((path) => `<a href="${pagesOrigin}/${path}">${path}</a>`).join(' ');
  const interaction = interactionSchema.parse({ kind: 'text', id: 'links', name: 'links', text: `${links} <a href="http://127.0.0.1:9/closed">closed</a> <a href="http://10.0.0.7/private">private</a>`, next: { kind: 'end' } });
  const dialog = dialogSchema.parse({ id: 'pages', name: 'pages', kind: 'standard', starter: { patterns: ['*'] }, interactionIds: ['links'] });
  await changeContent(send, botId, () => ({ ...emptyBotContent(), dialogIds: ['pages'], dialogs: { pages: dialog }, interactions: { links: interaction } }));
  await publish(send, botId);
  channelId = idSchema.parse(await send('POST', '/channels', { name: 'Messenger', botId, settings: { texts: { de: { title: 'Die Bank' } } } })).id;
});
afterAll(async () => {
  await api.stop();
  pages.closeAllConnections();
  await new Promise((resolve) => pages.close(resolve));
  await new Promise<void>((resolve) => smtp.close(resolve));
});
beforeEach(async () => {
  mails.length = asked.length = 0;
  token = await openSession();
  const begun = await ask('POST', '/conversations', { requestId: crypto.randomUUID(), message: { messageId: crypto.randomUUID(), text: `my card, see ${pagesOrigin}/mine` } });
  conversationId = z.object({ conversation: idSchema }).parse(JSON.parse(begun.text)).conversation.id;
});

const openSession = async () => messengerSessionSchema.parse((await api.call('POST', `/messenger/channels/${channelId}/sessions`, {})).body).token;
const ask = async (method: string, path: string, body?: object, as = token) => {
  const headers = { authorization: `Bearer ${as}`, ...(body ? { 'content-type': 'application/json' } : {}) };
  const response = await fetch(`${api.origin}/api/messenger${path}`, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, code: text.startsWith('{') ? (z.object({ code: z.string().optional() }).parse(JSON.parse(text)).code ?? null) : null };
};

describe('a transcript', () => {
  it('is a text file in the visitor’s language and times', async () => {
    const { status, headers, text } = await ask('GET', `/conversations/${conversationId}/transcript?timeZone=Asia/Tokyo&language=de`);
    expect([status, headers.get('content-type'), headers.get('content-disposition')]).toEqual([200, 'text/plain; charset=utf-8', expect.stringMatching(/^attachment; filename="conversation-\d{4}-\d\d-\d\d\.txt"$/)]);
    expect(text).toMatch(/^Ihr Gespräch mit Die Bank\nZeiten: Asia\/Tokyo\n/);
    expect(text).toContain('  Sie: my card');
  });

  it('is sent by mail, once to one address', async () => {
    expect(await ask('POST', `/conversations/${conversationId}/transcript`, { to: 'ada@example.com', language: 'en' })).toMatchObject({ status: 202, text: '{"to":"ada@example.com"}' });
    expect(mails).toMatchObject([{ from: 'chat@bank.example', to: ['ada@example.com'], text: expect.stringMatching(/Subject: Your conversation with Freddy/) }]);
    expect(mails[0]?.text).toContain('my card');
    expect((await api.call('GET', `/messenger/channels/${channelId}`)).body).toMatchObject({ canMail: true });
  });

  it.each(['ada@example.com, eve@example.com', 'ada@example.com\r\nBcc: eve@example.com', 'Ada <ada@example.com>', ''])('is not sent to what is no single address: %j', async (to) => {
    expect(await ask('POST', `/conversations/${conversationId}/transcript`, { to })).toMatchObject({ status: 400, code: 'request/invalid-body' });
    expect(mails).toEqual([]);
  });

  it('that the mail server does not take is said so', async () => {
    expect(await ask('POST', `/conversations/${conversationId}/transcript`, { to: 'refused@example.com' })).toMatchObject({ status: 502, code: 'mail/not-sent' });
  });

  it('can’t be used to flood somebody with mails', async () => {
    const answers = [];
    for (let count = 0; count < 12; count += 1) answers.push((await ask('POST', `/conversations/${conversationId}/transcript`, { to: 'victim@example.com' })).code);
    expect(answers.at(-1)).toBe('messenger/too-many-mails');
    expect(mails.length).toBeLessThanOrEqual(10);
  });

  it('of somebody else’s conversation can neither be read nor sent', async () => {
    const eve = await openSession();
    expect(await ask('GET', `/conversations/${conversationId}/transcript`, undefined, eve)).toMatchObject({ status: 404, code: 'conversation/not-found' });
    expect(await ask('POST', `/conversations/${conversationId}/transcript`, { to: 'eve@example.com' }, eve)).toMatchObject({ status: 404, code: 'conversation/not-found' });
    expect(await ask('POST', `/conversations/${conversationId}/page-check`, { url: `${pagesOrigin}/denied` }, eve)).toMatchObject({ status: 404, code: 'conversation/not-found' });
    expect([mails, asked]).toEqual([[], []]);
  });
});

describe('whether a page may be shown in the messenger', () => {
  const check = (path: string, more: object = {}) => ask('POST', `/conversations/${conversationId}/page-check`, { url: path.startsWith('http') ? path : `${pagesOrigin}/${path}`, ...more });

  it.each([
    ['one that lets us in', 'card?conv=1', 'allowed'],
    ['one that refuses', 'denied', 'refused'],
    ['one that leads on to one that refuses', 'moved', 'refused'],
    ['one whose server reports an error', 'failing', 'failing'],
    ['one that answers no HEAD request', 'unsupported', 'unknown'],
    ['one that is not there', 'http://127.0.0.1:9/closed', 'unknown'],
    ['one in a private network', 'http://10.0.0.7/private', 'unknown'],
  ])('is told of %s', async (_what, path, framing) => {
    expect(await check(path)).toMatchObject({ status: 200, text: JSON.stringify({ framing }) });
  });

  it('is asked without the query string, by HEAD', async () => {
    await check('card?conv=1');
    expect(asked).toEqual(['HEAD /card']);
  });

  it('depends on the site around the messenger too', async () => {
    expect(await check('card?conv=1', { siteOrigin: 'https://shop.example' })).toMatchObject({ text: '{"framing":"refused"}' });
  });

  it.each(['mine', 'card', 'card?conv=2', 'file:///etc/passwd', 'http://169.254.169.254/latest/'])('is not told of an address that no message of the bot leads to: %s', async (path) => {
    expect(await check(path)).toMatchObject({ status: 403, code: 'messenger/page-not-in-conversation' });
    expect(asked).toEqual([]);
  });
});

it('an installation without a mail server says so', async () => {
  const bare = await startTestApi();
  try {
    const send = toSend(await bare.join('ada'));
    const botId = idSchema.parse(await send('POST', '/bots', { name: 'Bot' })).id;
    const id = idSchema.parse(await send('POST', '/channels', { name: 'Messenger', botId })).id;
    expect((await bare.call('GET', `/messenger/channels/${id}`)).body).toMatchObject({ canMail: false });
  } finally {
    await bare.stop();
  }
});
