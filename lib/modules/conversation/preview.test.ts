import { createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApi, type TestApi, type TestPerson } from '@/scripts/test/start-test-api';
import { startCalledApi, type CalledApi } from './called-api.fixture';
import { begin, toSaid, toSend } from '@/scripts/test/talk-to';
import { changeContent, makeTestBot, type Send, type TestBot } from './test-bot.fixture';

let called: CalledApi;
let api: TestApi;
let ada: TestPerson;
let send: Send;
let bot: TestBot;
beforeAll(async () => {
  called = await startCalledApi();
  api = await startTestApi({ OUTBOUND_ALLOW: '127.0.0.1' });
  ada = await api.join('ada');
  send = toSend(ada);
  bot = await makeTestBot(send, called.origin);
});
afterAll(async () => {
  await api.stop();
  await called.stop();
});

const startPreview = (options: object = {}) => begin(send, bot.botId, { kind: 'preview', options });
const callsAs = (mode: object) => ({ calls: { default: mode } });
const outcomeOf = async (talk: Awaited<ReturnType<typeof startPreview>>, number: number) => {
  const [call] = (await talk.turn(number)).journal;
  return call?.result?.kind === 'call-finished' ? call.result.result : null;
};

describe('a preview', () => {
  it('runs the draft as it is at each turn, without a release', async () => {
    const { botId } = await makeTestBot(send, called.origin);
    const talk = await begin(send, botId, { kind: 'preview' });
    expect(talk.conversation).toMatchObject({ kind: 'preview', releaseId: null });
    await changeContent(send, botId, (content) => {
      const hello = content.interactions['hello-text'];
      if (hello?.kind !== 'text') throw new Error('The greeting is missing.');
      return { ...content, interactions: { ...content.interactions, 'hello-text': { ...hello, text: 'Changed.' } } };
    });
    expect(toSaid((await talk.say('hi')).messages)).toEqual(['consumer: hi', 'bot: Changed.']);
  });

  it('tells variables before and after each turn, and takes other ones in between', async () => {
    const talk = await startPreview();
    await talk.say('count');
    await send('PUT', `/conversations/${talk.id}/variables`, { variables: [{ scope: 'session', name: 'count', value: 10 }, { scope: 'session', name: 'city', value: { name: 'Ulm' } }] });
    expect(toSaid((await talk.say('count')).messages)).toEqual(['consumer: count', 'bot: Count 11']);
    const turn = await talk.turn(2);
    expect([turn.variablesBefore?.session, turn.variablesAfter?.session]).toEqual([{}, { count: 1 }]);
    expect((await talk.turn(3)).variablesAfter?.session).toEqual({ count: 11, city: { name: 'Ulm' } });
    await send('PUT', `/conversations/${talk.id}/variables`, { variables: [{ scope: 'session', name: 'city', value: null }] });
    expect((await talk.detail()).variables.session).toEqual({ count: 11 });
  });

  it('of a broken draft says what is wrong and stays alive', async () => {
    const { botId } = await makeTestBot(send, called.origin);
    await changeContent(send, botId, (content) => ({
      ...content,
      dialogs: Object.fromEntries(Object.entries(content.dialogs).map(([id, dialog]) => [id, { ...dialog, interactionIds: ['gone', ...dialog.interactionIds] }])),
      interactions: Object.fromEntries(Object.entries(content.interactions).map(([id, interaction]) => [id, id === 'hello-text' ? { ...interaction, next: { kind: 'interaction' as const, interactionId: 'nowhere' } } : interaction])),
    }));
    const talk = await begin(send, botId, { kind: 'preview' });
    expect((await talk.turn(1)).trace).toEqual(expect.arrayContaining([expect.objectContaining({ kind: 'fault', interactionId: 'hello-text' })]));
    expect(toSaid((await talk.say('count')).messages)).toEqual(['consumer: count', 'bot: Count 1']);
  });

  it('of a bot whose integration was deleted takes the failure branch', async () => {
    const own = await makeTestBot(send, called.origin);
    await api.deps.db.integration.delete({ where: { id: own.lookId } });
    const talk = await begin(send, own.botId, { kind: 'preview' });
    expect(toSaid((await talk.say('look 1')).messages)).toEqual(['consumer: look 1', 'bot: One moment.', 'bot: Failed.']);
    const live = await begin(send, own.botId);
    expect(toSaid((await live.say('look 1')).messages)).toEqual(['consumer: look 1', 'bot: One moment.', 'bot: Found ANSWER']);
  });

  it('answers calls with the saved sample and sends nothing', async () => {
    const place = `/bots/${bot.botId}/integrations/${bot.lookId}`;
    const talk = await startPreview(callsAs({ kind: 'sample' }));
    expect(toSaid((await talk.say('look 1')).messages).at(-1)).toBe('bot: Failed.');
    expect((await outcomeOf(talk, 2))?.summary).toContain('no sample');
    const { run } = (await send('POST', `${place}/runs`, { testValues: {} })) as { run: { id: string } };
    await send('PUT', `${place}/sample`, { runId: run.id });
    const count = called.calls.length;
    expect(toSaid((await talk.say('look 1')).messages).at(-1)).toBe('bot: Found ANSWER');
    expect(called.calls).toHaveLength(count);
  });

  it.each([
    ['too-many-requests', { outcome: 'http-failure', status: 429 }],
    ['server-error', { outcome: 'http-failure', status: 500 }],
    ['malformed', { outcome: 'invalid-response', status: 200 }],
    ['connection-refused', { outcome: 'connection-failed', status: null }],
  ])('with chaos “%s” takes the failure branch, and nothing is sent', async (fault, outcome) => {
    const talk = await startPreview(callsAs({ kind: 'chaos', fault }));
    const count = called.calls.length;
    expect(toSaid((await talk.say('look 1')).messages).at(-1)).toBe('bot: Failed.');
    expect(await outcomeOf(talk, 2)).toMatchObject(outcome);
    expect(called.calls).toHaveLength(count);
  });

  it('with chaos “empty” gets an answer without a document', async () => {
    const talk = await startPreview(callsAs({ kind: 'chaos', fault: 'empty' }));
    await talk.say('pay 1');
    expect(await outcomeOf(talk, 2)).toMatchObject({ outcome: 'success', status: 200, fields: {} });
    expect((await outcomeOf(talk, 2))?.document).toBeUndefined();
  });

  it('with chaos “slow” gets the real answer five seconds later', async () => {
    const talk = await startPreview({ calls: { default: { kind: 'live' }, byIntegrationId: { [bot.payId]: { kind: 'chaos', fault: 'slow' } } } });
    const startedMs = Date.now();
    expect(toSaid((await talk.say('pay 1')).messages).at(-1)).toBe('bot: Paid.');
    expect(Date.now() - startedMs).toBeGreaterThanOrEqual(5_000);
    await send('PUT', `/conversations/${talk.id}/options`, { calls: { default: { kind: 'live' } } });
    const againMs = Date.now();
    await talk.say('pay 2');
    expect(Date.now() - againMs).toBeLessThan(4_000);
  });

  it('a real refused connection is told as in production', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    await new Promise((resolve) => server.close(resolve));
    const own = await makeTestBot(send, `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`);
    const talk = await begin(send, own.botId);
    await talk.say('pay 1');
    expect(await outcomeOf(talk, 2)).toMatchObject({ outcome: 'connection-failed', status: null });
  });
});

describe('files', () => {
  const upload = (talkId: string, fileName: string, body: string | Uint8Array<ArrayBuffer>, contentType = 'application/pdf') =>
    fetch(`${api.origin}/api/conversations/${talkId}/files?fileName=${encodeURIComponent(fileName)}`, { method: 'POST', headers: { cookie: ada.cookie, 'content-type': contentType }, body });

  it('a file comes back as it was, as a download that can do no harm', async () => {
    const talk = await startPreview();
    const response = await upload(talk.id, 'Kontoauszug “März”.html', '<script>alert(1)</script>', 'text/html; charset=utf-8');
    expect(response.status).toBe(201);
    const attachment = (await response.json()) as { url: string };
    expect(attachment).toMatchObject({ fileName: 'Kontoauszug “März”.html', type: 'HTML', bytes: 25 });
    const file = await fetch(`${api.origin}${attachment.url}`, { headers: { cookie: ada.cookie } });
    expect(await file.text()).toBe('<script>alert(1)</script>');
    expect(Object.fromEntries(file.headers)).toMatchObject({
      'content-type': 'text/html', 'x-content-type-options': 'nosniff', 'content-security-policy': "sandbox; default-src 'none'",
      'content-disposition': `attachment; filename="Kontoauszug _M_rz_.html"; filename*=UTF-8''Kontoauszug%20%E2%80%9CM%C3%A4rz%E2%80%9D.html`,
    });
    const answer = await talk.post('messages', { messageId: 'file', attachments: [attachment] });
    expect(answer.messages[0]?.parts).toEqual(expect.arrayContaining([expect.objectContaining({ kind: 'file', url: attachment.url })]));
  });

  it('a file of more than 25 MB is refused, and one for a closed conversation', async () => {
    const talk = await startPreview();
    expect((await upload(talk.id, 'big.pdf', new Uint8Array(25 * 1024 * 1024 + 1))).status).toBe(413);
    await talk.post('close', {});
    expect((await upload(talk.id, 'late.pdf', 'x')).status).toBe(409);
    expect(await api.deps.db.storedFile.count({ where: { conversationId: talk.id } })).toBe(0);
  });

  it('nobody without a session reads a file', async () => {
    const talk = await startPreview();
    const { url } = (await (await upload(talk.id, 'own.pdf', 'x')).json()) as { url: string };
    expect((await fetch(`${api.origin}${url}`)).status).toBe(401);
    const eve = await api.join('eve');
    expect((await fetch(`${api.origin}${url}`, { headers: { cookie: eve.cookie } })).status).toBe(404);
  });
});
