import { SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { makeTestBot, type Send } from '@/lib/modules/conversation/test-bot.fixture';
import { startTestApi, type TestApi } from '@/scripts/test/start-test-api';
import { toSend } from '@/scripts/test/talk-to';
import { listen, makeChannel, visit } from '@/scripts/test/visit';

let api: TestApi;
let send: Send;
let channelId: string;
let workspaceId: string;

beforeAll(async () => {
  api = await startTestApi();
  const person = await api.join('Ends');
  ({ workspaceId } = person);
  send = toSend(person);
  channelId = await makeChannel(send, (await makeTestBot(send, 'http://127.0.0.1:9')).botId);
});
afterAll(() => api.stop());

describe('a live connection ends by itself', () => {
  it('when the token that opened it expires, and opens no other one then', async () => {
    const visitor = await visit(api.origin, channelId);
    const token = api.deps.messengerTokens.sign({ contactId: visitor.contactId, channelId, workspaceId, isIdentified: false, expiresAtMs: Date.now() + 1_500 });
    const [short, lasting] = await Promise.all([listen(api.origin, token), visitor.listen()]);
    await short.until(({ kind }) => kind === 'hello');
    await short.ended;
    expect((await listen(api.origin, token)).status).toBe(401);
    // The contact’s other one goes on.
    await visitor.begin({ message: { messageId: 'a', text: 'hi' } });
    await lasting.until(({ kind }) => kind === 'conversation');
    lasting.stop();
  });

  it('when its visitor becomes part of somebody identified, whose own connection comes back with what was said', async () => {
    const { secret } = z.object({ secret: z.string() }).parse(await send('POST', `/channels/${channelId}/identity-secret`));
    const nowS = Math.floor(Date.now() / 1_000);
    const identity = await new SignJWT({ sub: 'c-1', iat: nowS, exp: nowS + 600 }).setProtectedHeader({ alg: 'HS256' }).sign(new TextEncoder().encode(secret));
    const [anonymous, elsewhere] = [await visit(api.origin, channelId), await visit(api.origin, channelId, { identity })];
    const { conversation } = await anonymous.begin({ message: { messageId: 'a', text: 'hi' } });
    const [before, device] = await Promise.all([anonymous.listen({ conversationId: conversation.id }), elsewhere.listen()]);
    for (const live of [before, device]) await live.until(({ kind }) => kind === 'hello');

    const identified = await visit(api.origin, channelId, { token: anonymous.token, identity });
    await Promise.all([before.ended, device.ended]);
    expect((await anonymous.listen()).status).toBe(401);
    const [here, back] = await Promise.all([identified.listen({ conversationId: conversation.id, afterSeq: 2 }), elsewhere.listen()]);
    expect(await back.until(({ kind }) => kind === 'hello')).toMatchObject({ conversations: [{ id: conversation.id, lastSeq: 2 }] });
    await identified.say(conversation.id, 'count');
    await here.until((event) => event.kind === 'message' && event.message.plainText === 'Count 1');
    await back.until((event) => event.kind === 'conversation' && event.conversation.lastSeq === 4);
    expect(here.seqs()).toEqual([3, 4]);
    for (const live of [here, back]) live.stop();
  });
});

describe('a visitor’s program can’t take the bot for itself', () => {
  it.each<[string, number, string, (visitor: Awaited<ReturnType<typeof visit>>, conversationId: string) => Promise<{ status: number; body: unknown; headers: Headers }>]>([
    ['messages', 60, 'messenger/too-many-messages', (visitor, id) => visitor.call('POST', `/messenger/conversations/${id}/messages`, { messageId: 'same', text: 'hi' })],
    ['conversations', 19, 'messenger/too-many-conversations', (visitor) => visitor.call('POST', '/messenger/conversations', { requestId: crypto.randomUUID() })],
    ['files', 30, 'messenger/too-many-files', (visitor, id) => upload(visitor.token, id)],
  ])('%s: %i in a burst are taken, the next is told when to come again; others are not concerned', async (_, count, code, attempt) => {
    const visitor = await visit(api.origin, channelId);
    const { conversation } = await visitor.begin();
    const answers = await Promise.all(Array.from({ length: count + 30 }, () => attempt(visitor, conversation.id)));
    const [taken, refused] = [answers.filter(({ status }) => status < 300), answers.filter(({ status }) => status === 429)];
    // Some more come back while these are on their way.
    expect(taken.length).toBeGreaterThanOrEqual(count);
    expect(taken.length + refused.length).toBe(answers.length);
    expect(refused[0]?.body).toMatchObject({ code });
    expect(Number(refused[0]?.headers.get('retry-after'))).toBeGreaterThan(0);

    const other = await visit(api.origin, channelId);
    const own = await other.begin();
    expect((await attempt(other, own.conversation.id)).status).toBeLessThan(300);
  }, 60_000);
});

async function upload(token: string, conversationId: string): Promise<{ status: number; body: unknown; headers: Headers }> {
  const response = await fetch(`${api.origin}/api/messenger/conversations/${conversationId}/files?fileName=a.pdf`, { method: 'POST', headers: { authorization: `Bearer ${token}`, 'content-type': 'application/pdf' }, body: 'x' });
  const body: unknown = await response.json();
  return { status: response.status, body, headers: response.headers };
}
