import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { draftSchema } from '@/lib/modules/draft/draft.contract';
import { startTestApi, type TestApi, type TestPerson } from '@/scripts/test/start-test-api';
import { apiRoutes } from './api-routes';
import type { RouteContract } from './route/route-contract';

/**
 * How a route meets a person of another workspace.
 * - `missing`: it is asked for Ada's things and answers 404
 * - `own`: it names none of Ada's things in its address, and shows and changes Eve's own only
 */
type Meeting = { kind: 'missing' | 'own'; body?: object; query?: string; status?: number };

const bankDefinition = { name: 'Taken over', responseVariable: 'taken', url: 'https://api.example.com/' };
const basic = { kind: 'basic', userName: 'eve', password: 'own-word' };

/** Every route for signed-in people; a route that is missing here fails the test. */
const meetings: Record<string, Meeting> = {
  getAccount: { kind: 'own' },
  changePassword: { kind: 'own', body: { currentPassword: 'wrong', newPassword: 'another long pass phrase 8' }, status: 400 },
  getWorkspaceSettings: { kind: 'own' },
  updateWorkspaceSettings: { kind: 'own', body: { name: 'Eve’s', outboundAllow: '10.0.0.1', version: 1 } },
  listBots: { kind: 'own' },
  createBot: { kind: 'own', body: { name: 'Eve’s bot' } },
  getBot: { kind: 'missing' },
  updateBot: { kind: 'missing', body: { name: 'Taken over', version: 1 } },
  duplicateBot: { kind: 'missing' },
  deleteBot: { kind: 'missing', query: '?confirmName=Ada%27s%20bot' },
  getDraft: { kind: 'missing' },
  getDraftVersion: { kind: 'missing' },
  getDraftSurroundings: { kind: 'missing' },
  changeDraft: { kind: 'missing', body: { changes: [{ place: ['globalFunctions'], before: '', after: 'taken' }] } },
  listReleases: { kind: 'missing' },
  publishRelease: { kind: 'missing', body: { note: 'taken', draftVersion: 1 } },
  getRelease: { kind: 'missing' },
  setLiveRelease: { kind: 'missing', body: { releaseId: '{releaseId}' } },
  restoreRelease: { kind: 'missing' },
  listIntegrations: { kind: 'missing' },
  createIntegration: { kind: 'missing', body: { definition: bankDefinition } },
  getIntegration: { kind: 'missing' },
  updateIntegration: { kind: 'missing', body: { version: 1, definition: bankDefinition } },
  saveTestValues: { kind: 'missing', body: { testValues: { '$botContext.a': 'taken' } } },
  duplicateIntegration: { kind: 'missing' },
  listIntegrationUses: { kind: 'missing' },
  deleteIntegration: { kind: 'missing' },
  getSample: { kind: 'missing' },
  saveSample: { kind: 'missing', body: { runId: '{runId}' } },
  startRun: { kind: 'missing', body: {} },
  listRuns: { kind: 'own' },
  getRun: { kind: 'missing' },
  getResponseType: { kind: 'missing' },
  acceptResponseShape: { kind: 'missing' },
  branchConversation: { kind: 'missing', body: { afterTurn: 1 } },
  replayConversation: { kind: 'missing' },
  listBotTests: { kind: 'missing' },
  createBotTest: { kind: 'missing', body: { name: 'Taken', conversationId: '{conversationId}' } },
  getBotTest: { kind: 'missing' },
  updateBotTest: { kind: 'missing', body: { version: 1, name: 'Taken over' } },
  deleteBotTest: { kind: 'missing' },
  runBotTest: { kind: 'missing' },
  runAllBotTests: { kind: 'missing' },
  exportBotTest: { kind: 'missing' },
  exportBotTests: { kind: 'missing' },
  listEnvironments: { kind: 'own' },
  createEnvironment: { kind: 'own', body: { name: 'Eve’s', variables: [] } },
  getEnvironment: { kind: 'missing' },
  updateEnvironment: { kind: 'missing', body: { name: 'Taken over', description: '', variables: [], version: 1 } },
  deleteEnvironment: { kind: 'missing' },
  listCredentials: { kind: 'own' },
  createCredential: { kind: 'own', body: { name: 'Eve’s', settings: basic } },
  getCredential: { kind: 'missing' },
  updateCredential: { kind: 'missing', body: { name: 'Taken over', settings: basic, version: 1 } },
  deleteCredential: { kind: 'missing' },
  testCredential: { kind: 'missing' },
  listChannels: { kind: 'own' },
  createChannel: { kind: 'missing', body: { name: 'Eve’s', botId: '{botId}' } },
  getChannel: { kind: 'missing' },
  saveChannel: { kind: 'missing', body: { name: 'Taken over', botId: '{botId}', version: 1 } },
  deleteChannel: { kind: 'missing' },
  renewIdentitySecret: { kind: 'missing' },
  search: { kind: 'own', query: '?q=Ada' },
  startConversation: { kind: 'missing', body: { kind: 'preview' } },
  listConversations: { kind: 'missing' },
  getConversation: { kind: 'missing' },
  listMessages: { kind: 'missing' },
  sendMessage: { kind: 'missing', body: { messageId: 'eve', text: 'hi' } },
  listTurns: { kind: 'missing' },
  getTurn: { kind: 'missing' },
  finishHandOver: { kind: 'missing', body: { result: 'accepted' } },
  postWebView: { kind: 'missing', body: { messageId: 'eve', variables: { taken: 'over' } } },
  getWebViewSettings: { kind: 'missing' },
  saveWebViewSettings: { kind: 'missing', body: { settings: { mode: 'signed' }, version: 0 } },
  listWebViewPosts: { kind: 'missing' },
  getWebViewPost: { kind: 'missing' },
  applyWebViewPost: { kind: 'missing' },
  sendTestPost: { kind: 'missing', body: { conversationId: '{conversationId}', variables: { taken: 'over' } } },
  setConversationVariables: { kind: 'missing', body: { variables: [{ scope: 'session', name: 'taken', value: 'over' }] } },
  setConversationOptions: { kind: 'missing', body: { calls: { default: { kind: 'sample' } } } },
  closeConversation: { kind: 'missing', body: {} },
  uploadFile: { kind: 'missing', query: '?fileName=eve.pdf' },
  downloadFile: { kind: 'missing' },
};

let api: TestApi;
let ada: TestPerson;
let eve: TestPerson;
let eveBotId: string;
/** Ids of Ada's things by the name of the path parameter. */
const adas: Record<string, string> = {};
const idSchema = z.object({ id: z.string() });

beforeAll(async () => {
  api = await startTestApi({ OUTBOUND_ALLOW: '127.0.0.1' });
  [ada, eve] = [await api.join('ada'), await api.join('eve')];
  const make = async (person: TestPerson, path: string, body: object) => idSchema.parse((await person.call('POST', path, body)).body).id;
  adas.environmentId = await make(ada, '/environments', { name: 'Ada’s environment', variables: [{ key: 'adaKey', value: 'Ada’s value' }, { key: 'adaSecret', value: 'Ada’s secret', isSecret: true }] });
  adas.credentialId = await make(ada, '/credentials', { name: 'Ada’s credential', settings: { kind: 'oauth-client-credentials', tokenUrl: 'http://127.0.0.1:9/token', clientId: 'ada', clientSecret: 'Ada-secret', scope: '', audience: '', secretIn: 'body' } });
  adas.botId = await make(ada, '/bots', { name: "Ada's bot", environmentId: adas.environmentId });
  const definition = { name: 'Ada’s integration', responseVariable: 'ada', url: `${api.origin}/api/health`, credentialId: null };
  adas.integrationId = await make(ada, `/bots/${adas.botId}/integrations`, { definition, testValues: { '$botContext.a': 'Ada’s value' } });
  const place = `/bots/${adas.botId}/integrations/${adas.integrationId}`;
  adas.runId = z.object({ run: idSchema }).parse((await ada.call('POST', `${place}/runs`, {})).body).run.id;
  expect((await ada.call('PUT', `${place}/sample`, { runId: adas.runId })).status).toBe(200);
  const { content, version } = draftSchema.parse((await ada.call('GET', `/bots/${adas.botId}/draft`)).body);
  const [dialogId = ''] = content.dialogIds;
  const words = { place: ['interactions', 'adas-text'], before: null, after: { kind: 'text', id: 'adas-text', name: 'Ada’s words', text: 'Ada’s words' } };
  const dialog = { place: ['dialogs', dialogId], before: content.dialogs[dialogId], after: { ...content.dialogs[dialogId], name: 'Ada’s dialog', interactionIds: ['adas-text'] } };
  expect((await ada.call('PATCH', `/bots/${adas.botId}/draft`, { changes: [words, dialog] })).status).toBe(200);
  adas.releaseId = await make(ada, `/bots/${adas.botId}/releases`, { note: 'Ada’s release', draftVersion: version + 1 });
  const started = await ada.call('POST', `/bots/${adas.botId}/conversations`, { kind: 'preview', message: { messageId: 'adas-message', text: 'Ada speaks' } });
  adas.conversationId = z.object({ conversation: idSchema }).parse(started.body).conversation.id;
  adas.number = '1';
  adas.testId = await make(ada, `/bots/${adas.botId}/tests`, { name: 'Ada’s test', conversationId: adas.conversationId });
  const uploadUrl = `${api.origin}/api/conversations/${adas.conversationId}/files?fileName=Ada.txt`;
  const file = await fetch(uploadUrl, { method: 'POST', headers: { cookie: ada.cookie }, body: 'Ada’s file' });
  adas.fileId = z.object({ url: z.string() }).parse(await file.json()).url.split('/').at(-1) ?? '';
  const settings = { settings: { pageUrl: 'https://Ada.example/form' }, version: 0 };
  expect((await ada.call('PUT', `/bots/${adas.botId}/web-view-settings`, settings)).status).toBe(200);
  await ada.call('POST', `/bots/${adas.botId}/web-view-test-posts`, { conversationId: adas.conversationId, variables: { adas: 'Ada’s value' } });
  const posts = await ada.call('GET', `/bots/${adas.botId}/web-view-posts`);
  adas.postId = z.object({ posts: z.array(idSchema) }).parse(posts.body).posts[0]?.id ?? '';
  adas.channelId = await make(ada, '/channels', { name: 'Ada’s messenger', botId: adas.botId });
  expect((await ada.call('POST', `/channels/${adas.channelId}/identity-secret`)).status).toBe(200);
  expect((await api.call('POST', `/messenger/channels/${adas.channelId}/sessions`, {})).status).toBe(201);
  eveBotId = await make(eve, '/bots', { name: 'Eve’s bot' });
});
afterAll(() => api.stop());

/** What must not show in any answer to somebody else; the number of a turn is nobody's own. */
function listAdas(): string[] {
  return ['Ada', ...Object.entries(adas).flatMap(([name, id]) => (name === 'number' ? [] : [id]))];
}

/** Every row that belongs to Ada's workspace. */
async function dumpAda() {
  await api.deps.recorder.flush();
  const { db } = api.deps;
  const query = { where: { workspaceId: ada.workspaceId }, orderBy: { id: 'asc' } } as const;
  const rows = await Promise.all([
    db.workspace.findMany({ where: { id: ada.workspaceId } }),
    db.botDraft.findMany({ where: { workspaceId: ada.workspaceId } }),
    db.message.findMany({ where: { workspaceId: ada.workspaceId }, orderBy: { seq: 'asc' } }),
    db.webViewSettings.findMany({ where: { workspaceId: ada.workspaceId } }),
    db.turn.findMany({ where: { workspaceId: ada.workspaceId }, orderBy: { number: 'asc' } }),
    ...[db.membership, db.bot, db.release, db.environment, db.environmentVariable, db.credential, db.integration, db.integrationRun, db.conversation, db.storedFile, db.botTest, db.webViewPost, db.channel, db.contact].map((table) => (table as typeof db.bot).findMany(query)),
  ]);
  expect(rows.every((table) => table.length > 0)).toBe(true);
  return rows;
}

/** Calls a route as Eve, about Ada's things. */
function callAsEve(route: RouteContract, { body, query = '' }: Meeting, ids: Record<string, string>) {
  const fill = (text: string) => text.replace(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? `no id for ${name}`);
  return eve.call(route.method.toUpperCase(), fill(route.path) + query, body && JSON.parse(fill(JSON.stringify(body))));
}

const sessionRoutes = apiRoutes.filter((route) => route.access === 'session');

describe('a person of another workspace', () => {
  it.each(sessionRoutes)('can’t reach the first one’s things by $operationId', async (route) => {
    const meeting = meetings[route.operationId];
    if (!meeting) throw new Error(`Say in this test how ${route.operationId} meets a person of another workspace.`);
    for (const [, name = ''] of route.path.matchAll(/\{(\w+)\}/g)) expect(adas[name], `an id for {${name}}`).toBeDefined();
    const before = await dumpAda();
    const answer = await callAsEve(route, meeting, adas);
    if (meeting.kind === 'missing') expect(answer).toMatchObject({ status: 404, body: { code: expect.stringMatching(/\/not-found$/) } });
    else expect(answer.status).toBe(meeting.status ?? (route.result ? (route.status ?? 200) : 204));
    for (const text of listAdas()) expect(answer.text).not.toContain(text);
    expect(await dumpAda()).toEqual(before);
  });

  it.each(sessionRoutes.filter(({ path }) => path.includes('{botId}') && path.includes('{integrationId}')))('can’t reach an integration through a bot of their own by $operationId', async (route) => {
    const before = await dumpAda();
    const answer = await callAsEve(route, meetings[route.operationId] ?? { kind: 'missing' }, { ...adas, botId: eveBotId });
    expect(answer.status).toBe(route.operationId === 'listRuns' ? 200 : 404);
    for (const text of listAdas()) expect(answer.text).not.toContain(text);
    expect(await dumpAda()).toEqual(before);
  });

  it('can’t use an environment, a credential or a bot of the first one in things of their own', async () => {
    const eveChannelId = idSchema.parse((await eve.call('POST', '/channels', { name: 'Eve’s', botId: eveBotId })).body).id;
    const before = await dumpAda();
    const definition = { ...bankDefinition, credentialId: adas.credentialId };
    for (const [method, path, body] of [
      ['POST', '/bots', { name: 'B', environmentId: adas.environmentId }],
      ['PUT', `/bots/${eveBotId}`, { name: 'B', environmentId: adas.environmentId, version: 1 }],
      ['POST', `/bots/${eveBotId}/integrations`, { definition }],
      ['POST', `/bots/${eveBotId}/integrations/${randomUUID()}/runs`, { definition }],
      ['PUT', `/channels/${eveChannelId}`, { name: 'C', botId: adas.botId, version: 1 }],
    ] as const) {
      expect(await eve.call(method, path, body)).toMatchObject({ status: 404 });
    }
    expect(await eve.call('POST', `/bots/${eveBotId}/integrations`, { id: adas.integrationId, definition: bankDefinition })).toMatchObject({ status: 409 });
    expect(await dumpAda()).toEqual(before);
  });

  it('can’t drive out the first one’s kept runs by running under the same integration’s id', async () => {
    const before = await dumpAda();
    const definition = { ...bankDefinition, url: 'http://127.0.0.1:9/' };
    const running = Array.from({ length: 60 }, () => eve.call('POST', `/bots/${eveBotId}/integrations/${adas.integrationId}/runs`, { definition }));
    await Promise.all(running);
    expect(await dumpAda()).toEqual(before);
    expect(await api.deps.db.integrationRun.count({ where: { workspaceId: eve.workspaceId } })).toBe(50);
  });
});

describe('somebody who is not signed in', () => {
  it.each(sessionRoutes)('gets nothing from $operationId', async (route) => {
    const before = await dumpAda();
    const path = route.path.replace(/\{(\w+)\}/g, (_, name: string) => adas[name] ?? '');
    const { body, query = '' } = meetings[route.operationId] ?? { kind: 'own' };
    for (const cookie of ['', 'parley.session_token=forged', `parley.session_token=${ada.cookie.split('=')[1]?.split('.')[0]}.AAAA`]) {
      const response = await fetch(`${api.origin}/api${path}${query}`, {
        method: route.method.toUpperCase(), headers: { 'content-type': 'application/json', cookie }, ...(body ? { body: JSON.stringify(body) } : {}),
      });
      expect([response.status, await response.json()]).toMatchObject([401, { code: 'session/required' }]);
    }
    expect(await dumpAda()).toEqual(before);
  });
});
