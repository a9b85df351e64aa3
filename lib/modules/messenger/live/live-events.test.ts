import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeTestBot, type Send } from '@/lib/modules/conversation/test-bot.fixture';
import { startCalledApi } from '@/lib/modules/conversation/called-api.fixture';
import { startTestApi, type TestApi } from '@/scripts/test/start-test-api';
import { toSend } from '@/scripts/test/talk-to';
import { listen, makeChannel, visit } from '@/scripts/test/visit';
import type { MessengerEvent } from '../messenger.schema';

let api: TestApi;
let send: Send;
let botId: string;
let channelId: string;
let called: Awaited<ReturnType<typeof startCalledApi>>;

beforeAll(async () => {
  called = await startCalledApi();
  api = await startTestApi({ OUTBOUND_ALLOW: '127.0.0.1' });
  send = toSend(await api.join('Live'));
  ({ botId } = await makeTestBot(send, called.origin));
  channelId = await makeChannel(send, botId);
});
afterAll(async () => {
  await api.stop();
  await called.stop();
});

const isMessage = (text: string) => (event: MessengerEvent) => event.kind === 'message' && event.message.plainText === text;

describe('a live connection', () => {
  it('greets with the conversations, then sends what happens as it is stored, in order', async () => {
    const visitor = await visit(api.origin, channelId);
    const { conversation, messages } = await visitor.begin({ message: { messageId: 'first', text: 'hi' } });
    expect(messages.map(({ plainText, clientMessageId }) => [plainText, clientMessageId])).toEqual([['hi', 'first'], ['Hello.', null]]);
    const live = await visitor.listen({ conversationId: conversation.id, afterSeq: 2 });
    expect(live.headers.get('x-accel-buffering')).toBe('no');
    expect(live.headers.get('cache-control')).toBe('no-cache, no-transform');
    await live.until(({ kind }) => kind === 'hello');
    await visitor.say(conversation.id, 'count', { messageId: 'second' });
    await live.until(isMessage('Count 1'));
    const kinds = live.events.map(({ kind }) => kind);
    expect(kinds[0]).toBe('hello');
    expect(live.seqs()).toEqual([3, 4]);
    expect(live.events.find(isMessage('count'))).toMatchObject({ message: { clientMessageId: 'second' } });
    expect(await live.until(({ kind }) => kind === 'conversation')).toMatchObject({ conversation: { id: conversation.id, lastSeq: 4, readSeq: 3, unreadCount: 1, latest: { actorKind: 'bot', text: 'Count 1' } } });
    live.stop();
  });

  it('first sends what was missed, by Last-Event-ID before afterSeq, without gaps and duplicates', async () => {
    const visitor = await visit(api.origin, channelId);
    const { conversation } = await visitor.begin({ message: { messageId: 'a', text: 'hi' } });
    for (let count = 0; count < 50; count += 1) await visitor.say(conversation.id, 'hi');
    const { conversation: now } = await visitor.history(conversation.id);
    const behind = await visitor.listen({ conversationId: conversation.id, afterSeq: 90, lastEventId: `${conversation.id}:5` });
    await behind.until((event) => event.kind === 'message' && event.message.seq === now.lastSeq);
    expect(behind.seqs()).toEqual(Array.from({ length: now.lastSeq - 5 }, (_, index) => index + 6));
    expect(behind.lastEventId()).toBe(`${conversation.id}:${now.lastSeq}`);
    behind.stop();
  });

  it('many that are open while a conversation goes on all get every message once', async () => {
    const visitor = await visit(api.origin, channelId);
    const { conversation } = await visitor.begin({ message: { messageId: 'a', text: 'hi' } });
    const talking = (async () => {
      for (let count = 0; count < 20; count += 1) await visitor.say(conversation.id, 'count');
    })();
    const lives = await Promise.all(Array.from({ length: 10 }, () => visitor.listen({ conversationId: conversation.id })));
    await talking;
    await Promise.all(lives.map((live) => live.until((event) => event.kind === 'message' && event.message.seq === 42)));
    for (const live of lives) {
      expect(live.seqs()).toEqual(Array.from({ length: 42 }, (_, index) => index + 1));
      live.stop();
    }
  });

  it('shows what is said before a call while the call is under way, and that the bot is at work', async () => {
    const visitor = await visit(api.origin, channelId);
    const { conversation } = await visitor.begin({ message: { messageId: 'a', text: 'hi' } });
    const live = await visitor.listen({ conversationId: conversation.id, afterSeq: 2 });
    await live.until(({ kind }) => kind === 'hello');
    const release = called.hold({ method: 'GET' });
    const saying = visitor.say(conversation.id, 'look here');
    await live.until(isMessage('One moment.'));
    await live.until((event) => event.kind === 'activity' && event.isAnswering);
    release();
    await saying;
    await live.until((event) => event.kind === 'activity' && !event.isAnswering);
    expect(live.seqs()).toEqual([3, 4, 5]);
    live.stop();
  });

  it('tells notices: a page’s post before what the bot says to it, the end behind everything', async () => {
    const visitor = await visit(api.origin, channelId);
    const { conversation } = await visitor.begin({ message: { messageId: 'a', text: 'form' } });
    const live = await visitor.listen({ conversationId: conversation.id });
    await live.until(isMessage('form'));
    await send('POST', `/conversations/${conversation.id}/web-view-posts`, { messageId: 'post', variables: { a: '1' } });
    await live.until(isMessage('Thank you.'));
    await visitor.call('POST', `/messenger/conversations/${conversation.id}/close`);
    await live.until((event) => event.kind === 'notice' && event.notice.kind === 'closed');
    const told = live.events.flatMap((event) => (event.kind === 'message' ? [event.message.plainText] : event.kind === 'notice' ? [event.notice.kind] : []));
    expect(told.slice(-3)).toEqual(['web-view-posted', 'Thank you.', 'closed']);
    const { notices } = await visitor.history(conversation.id);
    expect(live.events.flatMap((event) => (event.kind === 'notice' ? [event.notice] : []))).toEqual(notices);
    live.stop();
  });

  it('another device of the contact learns what was said and read', async () => {
    const visitor = await visit(api.origin, channelId);
    const { conversation } = await visitor.begin({ message: { messageId: 'a', text: 'hi' } });
    const other = await (await visit(api.origin, channelId, { token: visitor.token })).listen();
    expect(await other.until(({ kind }) => kind === 'hello')).toMatchObject({ conversations: [{ id: conversation.id, readSeq: 1, unreadCount: 1 }] });
    const read = await visitor.call('PUT', `/messenger/conversations/${conversation.id}/read`, { seq: 999 });
    expect(read.body).toMatchObject({ readSeq: 2, unreadCount: 0 });
    await other.until((event) => event.kind === 'conversation' && event.conversation.readSeq === 2 && event.conversation.unreadCount === 0);
    const back = await visitor.call('PUT', `/messenger/conversations/${conversation.id}/read`, { seq: 1 });
    expect(back.body).toMatchObject({ readSeq: 2, unreadCount: 0 });
    const { conversation: second } = await visitor.begin();
    await other.until((event) => event.kind === 'conversation' && event.conversation.id === second.id);
    other.stop();
  });

  it('what a page says for the consumer marks nothing as read: they may not have looked', async () => {
    const visitor = await visit(api.origin, channelId);
    const { conversation } = await visitor.begin({ message: { messageId: 'a', text: 'hi' } });
    const live = await visitor.listen({ conversationId: conversation.id, afterSeq: 2 });
    expect(await live.until(({ kind }) => kind === 'hello')).toMatchObject({ conversations: [{ readSeq: 1, unreadCount: 1 }] });
    await send('POST', `/conversations/${conversation.id}/web-view-posts`, { messageId: 'post', variables: {}, message: 'hi' });
    const isNow = { lastSeq: 4, readSeq: 1, unreadCount: 2 };
    expect(await live.until((event) => event.kind === 'conversation' && event.conversation.lastSeq === 4)).toMatchObject({ conversation: isNow });
    expect((await visitor.history(conversation.id)).conversation).toMatchObject(isNow);
    // Their own next word does.
    expect((await visitor.say(conversation.id, 'hi')).conversation).toMatchObject({ lastSeq: 6, readSeq: 5, unreadCount: 1 });
    live.stop();
  });

  it('a contact’s conversations are nobody else’s: not to be listened to, read, or written to', async () => {
    const visitor = await visit(api.origin, channelId);
    const { conversation } = await visitor.begin({ message: { messageId: 'a', text: 'hi' } });
    const stranger = await visit(api.origin, channelId);
    const elsewhere = await visit(api.origin, await makeChannel(send, botId));
    for (const other of [stranger, elsewhere]) {
      expect((await other.listen({ conversationId: conversation.id })).status).toBe(404);
      const place = `/messenger/conversations/${conversation.id}`;
      expect((await other.call('GET', `${place}/messages`)).status).toBe(404);
      expect((await other.call('POST', `${place}/messages`, { messageId: 'x', text: 'hi' })).status).toBe(404);
      expect((await other.call('PUT', `${place}/read`, { seq: 1 })).status).toBe(404);
      expect((await other.call('POST', `${place}/close`)).status).toBe(404);
      expect((await other.call('GET', '/messenger/conversations')).body).toEqual({ conversations: [] });
    }
    const live = await stranger.listen();
    await live.until(({ kind }) => kind === 'hello');
    await visitor.say(conversation.id, 'count');
    await stranger.begin();
    await live.until(({ kind }) => kind === 'conversation');
    expect(JSON.stringify(live.events)).not.toContain(conversation.id);
    live.stop();
  });

  it('a forged, altered or missing token opens nothing', async () => {
    const { token } = await visit(api.origin, channelId);
    const altered = `${token.slice(0, -2)}${token.endsWith('AA') ? 'BB' : 'AA'}`;
    for (const wrong of ['', 'ms1.e30.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA', altered]) expect((await listen(api.origin, wrong)).status).toBe(401);
  });

  it('ends when its channel is deleted', async () => {
    const own = await makeChannel(send, botId);
    const visitor = await visit(api.origin, own);
    const live = await visitor.listen();
    await live.until(({ kind }) => kind === 'hello');
    await send('DELETE', `/channels/${own}`);
    await api.deps.eventStreams.lookAfter();
    await live.ended;
    expect((await visitor.listen()).status).toBe(401);
  });

  it('private messages, traces and variables never reach consumers', async () => {
    const visitor = await visit(api.origin, channelId);
    const { conversation } = await visitor.begin({ message: { messageId: 'a', text: 'hi' }, variables: { secret: 'variable-4711' } });
    const live = await visitor.listen({ conversationId: conversation.id });
    await live.until(isMessage('Hello.'));
    await visitor.say(conversation.id, 'whisper');
    await visitor.say(conversation.id, 'hi');
    await live.until((event) => event.kind === 'message' && event.message.seq === 6);
    const history = await visitor.history(conversation.id);
    const answers = [JSON.stringify(live.events), JSON.stringify(history), (await visitor.call('GET', '/messenger/conversations')).text];
    for (const text of answers) {
      expect(text).not.toContain('for operators');
      expect(text).not.toContain('variable-4711');
      expect(text).not.toMatch(/"(trace|visibility|interactionId|state)"/);
    }
    live.stop();
  });
});
