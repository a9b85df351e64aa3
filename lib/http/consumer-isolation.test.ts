import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { emptyBotContent } from '@/lib/engine/program/bot-content.schema';
import { dialogSchema } from '@/lib/engine/program/dialog.schema';
import { interactionSchema } from '@/lib/engine/program/interaction.schema';
import { changeContent, publish } from '@/lib/modules/conversation/test-bot.fixture';
import { messengerSessionSchema } from '@/lib/modules/messenger/messenger.schema';
import { createMessengerTokens } from '@/lib/modules/messenger/messenger-tokens';
import { generateMasterKey } from '@/lib/platform/vault/master-key';
import { startTestApi, type TestApi, type TestPerson } from '@/scripts/test/start-test-api';
import { toSend } from '@/scripts/test/talk-to';
import { apiRoutes } from './api-routes';
import type { RouteContract } from './route/route-contract';

/**
 * How a route meets another visitor.
 * - `missing`: it is asked for Ada's conversation and answers 404
 * - `own`: it names no conversation in its address, and shows the caller's own only
 */
type Meeting = { kind: 'missing' | 'own'; body?: object; query?: string; status?: number };

const message = () => ({ messageId: crypto.randomUUID(), text: 'taken over' });

/** Every route for visitors; a route that is missing here fails the test. */
const meetings: Record<string, Meeting> = {
  updateContact: { kind: 'own', body: { info: { name: 'Eve' } } },
  listConsumerConversations: { kind: 'own' },
  beginConsumerConversation: { kind: 'own', body: { requestId: 'request-of-ada', message: message() } },
  getHistory: { kind: 'missing' },
  sendConsumerMessage: { kind: 'missing', body: message() },
  uploadConsumerFile: { kind: 'missing', query: '?fileName=eve.pdf' },
  markRead: { kind: 'missing', body: { seq: 1 } },
  endConsumerConversation: { kind: 'missing' },
  downloadTranscript: { kind: 'missing' },
  mailTranscript: { kind: 'missing', body: { to: 'eve@example.com' } },
  checkPage: { kind: 'missing', body: { url: 'https://bank.example/' } },
  streamEvents: { kind: 'missing', query: '?conversationId={conversationId}' },
};

let api: TestApi;
let staff: TestPerson;
let conversationId: string;
let adaToken: string;
/** Visitors who are not Ada, by who they are. */
const others: Record<string, string> = {};
const idSchema = z.object({ id: z.string() });
const consumerRoutes = apiRoutes.filter((route) => route.access === 'consumer');

const open = async (channelId: string, request: object = {}) => messengerSessionSchema.parse((await api.call('POST', `/messenger/channels/${channelId}/sessions`, request)).body);

beforeAll(async () => {
  api = await startTestApi();
  staff = await api.join('staff');
  const send = toSend(staff);
  const botId = idSchema.parse(await send('POST', '/bots', { name: 'Bot' })).id;
  const interaction = interactionSchema.parse({ kind: 'text', id: 'hi-text', name: 'hi', text: 'Said to Ada only', next: { kind: 'end' } });
  const dialog = dialogSchema.parse({ id: 'hi', name: 'hi', kind: 'standard', starter: { patterns: ['Ada’s words'] }, interactionIds: ['hi-text'] });
  await changeContent(send, botId, () => ({ ...emptyBotContent(), dialogIds: ['hi'], dialogs: { hi: dialog }, interactions: { 'hi-text': interaction } }));
  await publish(send, botId);
  const makeChannel = async () => idSchema.parse(await send('POST', '/channels', { name: 'Messenger', botId })).id;
  const channelId = await makeChannel();
  const ada = await open(channelId);
  adaToken = ada.token;
  const begun = await call(findRoute('beginConsumerConversation'), { kind: 'own', body: { requestId: 'request-of-ada', message: { messageId: 'adas-message', text: 'Ada’s words' } } }, adaToken);
  conversationId = z.object({ conversation: idSchema }).parse(JSON.parse(begun.text)).conversation.id;
  others['another visitor of the channel'] = (await open(channelId)).token;
  others['a visitor of another channel'] = (await open(await makeChannel())).token;
  others['Ada’s own contact with the token of another channel'] = api.deps.messengerTokens.sign({ contactId: ada.contact.id, channelId: await makeChannel(), workspaceId: staff.workspaceId, isIdentified: false, expiresAtMs: Date.now() + 60_000 });
});
afterAll(() => api.stop());

function findRoute(operationId: string): RouteContract {
  const route = apiRoutes.find((each) => each.operationId === operationId);
  if (!route) throw new Error(`There is no route ${operationId}.`);
  return route;
}

async function call(route: RouteContract, { body, query = '' }: Meeting, token: string | null, headers: Record<string, string> = {}) {
  const fill = (text: string) => text.replace('{conversationId}', conversationId);
  const stop = new AbortController();
  const response = await fetch(`${api.origin}/api${fill(route.path)}${fill(query)}`, {
    method: route.method.toUpperCase(),
    headers: { ...(body ? { 'content-type': 'application/json' } : {}), ...(token === null ? {} : { authorization: `Bearer ${token}` }), ...headers },
    ...(body ? { body: JSON.stringify(body) } : {}),
    signal: stop.signal,
  });
  const isStream = response.headers.get('content-type')?.startsWith('text/event-stream') === true;
  const text = isStream ? '' : await response.text();
  stop.abort();
  return { status: response.status, text };
}

/** Everything of Ada's conversation that a visitor could change. */
const dumpAda = () =>
  Promise.all([
    api.deps.db.conversation.findMany({ where: { id: conversationId } }),
    api.deps.db.message.findMany({ where: { conversationId }, orderBy: { seq: 'asc' } }),
    api.deps.db.storedFile.findMany({ where: { conversationId } }),
    api.deps.db.contact.findMany({ where: { id: api.deps.messengerTokens.verify(adaToken)?.contactId ?? '' } }),
  ]);

const getMeeting = ({ operationId }: RouteContract): Meeting => {
  const meeting = meetings[operationId];
  if (!meeting) throw new Error(`Say in this test how ${operationId} meets another visitor.`);
  return meeting;
};

describe.each(['another visitor of the channel', 'a visitor of another channel', 'Ada’s own contact with the token of another channel'])('%s', (who) => {
  it.each(consumerRoutes)('can’t reach Ada’s conversation by $operationId', async (route) => {
    const meeting = getMeeting(route);
    const before = await dumpAda();
    const answer = await call(route, meeting, others[who] ?? '');
    if (meeting.kind === 'missing') expect(answer).toEqual({ status: 404, text: expect.stringContaining('"code":"conversation/not-found"') });
    else if (who !== 'Ada’s own contact with the token of another channel') expect(answer.status).toBe(route.status ?? 200);
    for (const text of ['Said to Ada only', 'Ada’s words', ...(meeting.kind === 'own' ? [conversationId] : [])]) expect(answer.text).not.toContain(text);
    if (route.operationId !== 'updateContact') expect(await dumpAda()).toEqual(before);
  });
});

describe('a messenger’s request', () => {
  const strangeKey = generateMasterKey();
  const strange = createMessengerTokens({ keys: [strangeKey], currentKeyId: strangeKey.id });

  it.each(consumerRoutes)('of nobody gets nothing from $operationId: without a token, with a forged or expired one, or one of a contact that is gone', async (route) => {
    const before = await dumpAda();
    const grant = api.deps.messengerTokens.verify(adaToken);
    if (!grant) throw new Error('Ada’s token is not good.');
    const forged = [null, 'forged', strange.sign(grant), api.deps.messengerTokens.sign({ ...grant, expiresAtMs: Date.now() - 1_000 }), api.deps.messengerTokens.sign({ ...grant, contactId: 'gone' }), api.deps.messengerTokens.sign({ ...grant, workspaceId: 'another' })];
    for (const token of forged) expect(await call(route, getMeeting(route), token)).toEqual({ status: 401, text: expect.stringContaining('"code":"messenger/session-required"') });
    // Nor with the session of somebody of the staff.
    expect((await call(route, getMeeting(route), null, { cookie: staff.cookie })).status).toBe(401);
    expect(await dumpAda()).toEqual(before);
  });

  it('opens nothing of the studio', async () => {
    for (const path of ['/bots', '/channels', `/conversations/${conversationId}`, `/conversations/${conversationId}/messages`]) {
      const response = await fetch(`${api.origin}/api${path}`, { headers: { authorization: `Bearer ${adaToken}` } });
      expect([path, response.status]).toEqual([path, 401]);
    }
  });

  it.each(consumerRoutes.filter(({ body }) => body))('larger than its route takes is refused by $operationId', async (route) => {
    const answer = await call(route, { kind: 'own', body: { text: 'x'.repeat(3_000_000) } }, adaToken);
    expect(answer).toEqual({ status: 413, text: expect.stringContaining('"code":"request/too-large"') });
  });
});
