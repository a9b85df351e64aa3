import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { matchesPattern } from '@/lib/engine/patterns/match-pattern';
import { draftSchema } from '@/lib/modules/draft/draft.contract';
import { integrationSchema, integrationSummarySchema } from '@/lib/modules/integration/integration.contract';
import { startTestApi, type TestApi, type TestPerson } from '@/scripts/test/start-test-api';
import { botSchema, botSummarySchema } from './bot.schema';

let api: TestApi;
let ada: TestPerson;
beforeAll(async () => {
  api = await startTestApi();
  ada = await api.join('ada');
});
afterAll(() => api.stop());

async function create(name = 'AG Bank') {
  const answer = await ada.call('POST', '/bots', { name });
  expect(answer.status).toBe(201);
  return botSchema.parse(answer.body);
}

async function addIntegration(botId: string, name = 'Accounts') {
  const definition = { name, responseVariable: name.toLowerCase(), url: 'https://api.example.com/accounts', customDataFields: [{ key: 'id', path: '{$.api_accounts.id}' }] };
  const answer = await ada.call('POST', `/bots/${botId}/integrations`, { definition, testValues: { '$botContext.city': 'Bonn' } });
  expect(answer.status).toBe(201);
  return integrationSchema.parse(answer.body);
}

const list = async () => z.object({ bots: z.array(botSummarySchema) }).parse((await ada.call('GET', '/bots')).body).bots;

describe('bots', () => {
  it('are created with an id that stays through every change', async () => {
    const { id, version } = await create(' Trimmed ');
    const changed = await ada.call('PUT', `/bots/${id}`, { name: 'Renamed', description: 'What for', version });
    expect(changed).toMatchObject({ status: 200, body: { id, name: 'Renamed', description: 'What for', version: version + 1 } });
    expect(await ada.call('GET', `/bots/${id}`)).toMatchObject({ status: 200, body: changed.body });
  });

  it('are listed with the number of their integrations, most recently changed first', async () => {
    const [older, newer] = [await create('Older'), await create('Newer')];
    await addIntegration(older.id);
    expect((await list()).slice(0, 2)).toMatchObject([{ id: newer.id, integrationCount: 0 }, { id: older.id, integrationCount: 1 }]);
    await ada.call('PUT', `/bots/${older.id}`, { name: 'Older', version: older.version });
    expect((await list())[0]).toMatchObject({ id: older.id });
  });

  it('changed meanwhile are not overwritten: the refusal shows what is there now', async () => {
    const { id, version } = await create();
    const change = (name: string) => ada.call('PUT', `/bots/${id}`, { name, version });
    const [one, other] = await Promise.all([change('One'), change('Other')]);
    expect([one.status, other.status].sort()).toEqual([200, 409]);
    const [saved, refused] = one.status === 200 ? [one, other] : [other, one];
    expect(refused.body).toMatchObject({ code: 'bot/changed-meanwhile', current: saved.body });
    expect((await ada.call('GET', `/bots/${id}`)).body).toEqual(saved.body);
  });

  it('use an environment that exists, or none', async () => {
    const environment = z.object({ id: z.string() }).parse((await ada.call('POST', '/environments', { name: 'Test', variables: [] })).body);
    const { id, version } = await create();
    expect(await ada.call('PUT', `/bots/${id}`, { name: 'B', environmentId: environment.id, version })).toMatchObject({ status: 200, body: { environmentId: environment.id } });
    expect(await ada.call('PUT', `/bots/${id}`, { name: 'B', environmentId: 'none', version: version + 1 })).toMatchObject({ status: 404, body: { code: 'environment/not-found' } });
    expect(await ada.call('POST', '/bots', { name: 'B', environmentId: 'none' })).toMatchObject({ status: 404, body: { code: 'environment/not-found' } });
  });

  it.each([
    [{ name: '  ' }, ['name']],
    [{}, ['name']],
    [{ name: 'x'.repeat(121) }, ['name']],
    [{ name: 'B', description: 'x'.repeat(2_001) }, ['description']],
  ])('with wrong input are refused at the field: %#', async (input, path) => {
    expect(await ada.call('POST', '/bots', input)).toMatchObject({ status: 400, body: { code: 'request/invalid-body', issues: [{ path, message: expect.any(String) }] } });
  });
});

describe('a new bot', () => {
  it('has a welcome that greetings start and a fallback with the text of the reference', async () => {
    const { id } = await create('New');
    const { content } = draftSchema.parse((await ada.call('GET', `/bots/${id}/draft`)).body);
    expect(content.dialogIds.map((dialogId) => content.dialogs[dialogId]?.name)).toEqual(['Welcome', 'Fallback']);
    const [welcome, fallback] = content.dialogIds.map((dialogId) => content.dialogs[dialogId]);
    for (const text of [content.settings.greetingMessage, 'Hello', 'good morning', 'Hi there', 'hey!']) expect([text, welcome?.starter.patterns.some((pattern) => matchesPattern(pattern, text))]).toEqual([text, true]);
    expect(fallback).toMatchObject({ kind: 'fallback' });
    expect(content.interactions[fallback?.interactionIds[0] ?? '']).toMatchObject({ kind: 'text', text: 'Not able to understand your question. Can you please re-phrase it?' });
  });
});

describe('duplicating a bot', () => {
  it('copies its draft, which then uses the copied integrations', async () => {
    const bot = await create('Original');
    const integration = await addIntegration(bot.id);
    const call = { kind: 'integration', id: 'i1', name: 'Call', integrationId: integration.id };
    await ada.call('PATCH', `/bots/${bot.id}/draft`, { changes: [{ place: ['interactions', 'i1'], before: null, after: call }] });
    const copy = botSchema.parse((await ada.call('POST', `/bots/${bot.id}/duplicate`)).body);
    const { integrations } = z.object({ integrations: z.array(integrationSummarySchema) }).parse((await ada.call('GET', `/bots/${copy.id}/integrations`)).body);
    const [before, after] = await Promise.all([bot.id, copy.id].map(async (id) => draftSchema.parse((await ada.call('GET', `/bots/${id}/draft`)).body).content));
    expect(before?.interactions.i1).toMatchObject({ integrationId: integration.id });
    expect(after?.interactions.i1).toMatchObject({ integrationId: integrations[0]?.id });
    expect({ ...after, interactions: {} }).toEqual({ ...before, interactions: {} });
  });

  it('copies its integrations with test values under new ids, and neither disturbs the other', async () => {
    const bot = await create('Original');
    const integration = await addIntegration(bot.id);
    const copy = botSchema.parse((await ada.call('POST', `/bots/${bot.id}/duplicate`)).body);
    expect(copy).toMatchObject({ name: 'Original (copy)', version: 1 });
    expect(copy.id).not.toBe(bot.id);
    const { integrations } = z.object({ integrations: z.array(integrationSummarySchema) }).parse((await ada.call('GET', `/bots/${copy.id}/integrations`)).body);
    expect(integrations).toMatchObject([{ name: 'Accounts', responseVariable: 'accounts', fieldKeys: ['id'] }]);
    const copied = integrationSchema.parse((await ada.call('GET', `/bots/${copy.id}/integrations/${integrations[0]?.id}`)).body);
    expect(copied.id).not.toBe(integration.id);
    expect(copied).toMatchObject({ botId: copy.id, version: 1, definition: integration.definition, testValues: integration.testValues });
    expect((await ada.call('DELETE', `/bots/${copy.id}?confirmName=${encodeURIComponent(copy.name)}`)).status).toBe(204);
    expect((await ada.call('GET', `/bots/${bot.id}/integrations/${integration.id}`)).body).toEqual(integration);
  });

  it('of one that is gone is refused and leaves nothing behind', async () => {
    const before = (await list()).length;
    expect(await ada.call('POST', '/bots/gone/duplicate')).toMatchObject({ status: 404, body: { code: 'bot/not-found' } });
    expect(await list()).toHaveLength(before);
  });
});

describe('deleting a bot', () => {
  it('needs its name, exactly', async () => {
    const { id } = await create('Räuber & Co');
    expect((await ada.call('DELETE', `/bots/${id}`)).status).toBe(400);
    expect(await ada.call('DELETE', `/bots/${id}?confirmName=räuber`)).toMatchObject({ status: 400, body: { code: 'bot/name-not-confirmed', issues: [{ path: ['confirmName'] }] } });
    expect((await ada.call('GET', `/bots/${id}`)).status).toBe(200);
    expect((await ada.call('DELETE', `/bots/${id}?confirmName=${encodeURIComponent('Räuber & Co')}`)).status).toBe(204);
    for (const method of ['GET', 'DELETE']) expect(await ada.call(method, `/bots/${id}?confirmName=x`)).toMatchObject({ status: 404, body: { code: 'bot/not-found' } });
  });

  it('takes its integrations and their runs with it', async () => {
    const bot = await create('Short lived');
    const integration = await addIntegration(bot.id);
    await ada.call('POST', `/bots/${bot.id}/integrations/${integration.id}/runs`, { definition: { ...integration.definition, url: 'http://127.0.0.1:9/' } });
    await api.deps.recorder.flush();
    const where = { botId: bot.id };
    expect([await api.deps.db.integration.count({ where }), await api.deps.db.integrationRun.count({ where })]).toEqual([1, 1]);
    await ada.call('DELETE', `/bots/${bot.id}?confirmName=Short%20lived`);
    expect([await api.deps.db.integration.count({ where }), await api.deps.db.integrationRun.count({ where })]).toEqual([0, 0]);
  });

  it('takes its draft, releases, tests and conversations with everything in them, and leaves those of other bots', async () => {
    const { db } = api.deps;
    const [gone, stays] = [await create('Gone'), await create('Stays')];
    const { workspaceId } = ada;
    for (const { id: botId } of [gone, stays]) {
      const conversationId = `conversation-${botId}`;
      await db.release.create({ data: { id: `release-${botId}`, workspaceId, botId, number: 1, program: {}, createdById: 'u', createdByName: 'Ada' } });
      await db.botTest.create({ data: { id: `test-${botId}`, workspaceId, botId, name: 'T', definition: {} } });
      await db.conversation.create({ data: { id: conversationId, workspaceId, botId, kind: 'live', consumerId: 'c', channel: 'lp_web', status: 'open', state: '{}' } });
      await db.message.create({ data: { conversationId, seq: 1, workspaceId, actorKind: 'bot', turnNumber: 1, content: '{}' } });
      await db.turn.create({ data: { conversationId, number: 1, workspaceId, status: 'done', event: '{}', startedAt: new Date() } });
      await db.timer.create({ data: { conversationId, timerId: 't', workspaceId, fireAt: new Date() } });
      await db.storedFile.create({ data: { id: `file-${botId}`, workspaceId, conversationId, fileName: 'a', contentType: 'text/plain', byteCount: 0, content: new Uint8Array(), createdAt: new Date() } });
      await db.contextProperty.create({ data: { workspaceId, namespace: 'n', scope: 'conversation', ownerId: conversationId, property: 'p', value: 1 } });
      await db.permanentVariable.create({ data: { workspaceId, botId, consumerId: 'c', name: 'v', value: 1, expiresAt: new Date() } });
      await db.customEvent.create({ data: { id: `event-${botId}`, workspaceId, botId, conversationId, eventName: 'e', userText: '', detail: '', createdAt: new Date() } });
    }
    const countAll = async () => {
      const where = { workspaceId };
      return Promise.all([
        db.botDraft.count({ where: { botId: { in: [gone.id, stays.id] } } }), db.release.count({ where }), db.botTest.count({ where }), db.conversation.count({ where }), db.message.count({ where }), db.turn.count({ where }),
        db.timer.count({ where }), db.storedFile.count({ where }), db.contextProperty.count({ where }), db.permanentVariable.count({ where }), db.customEvent.count({ where }),
      ]);
    };
    expect(await countAll()).toEqual(Array.from({ length: 11 }, () => 2));
    expect((await ada.call('DELETE', `/bots/${gone.id}?confirmName=Gone`)).status).toBe(204);
    expect(await countAll()).toEqual(Array.from({ length: 11 }, () => 1));
    expect(await db.message.count({ where: { conversationId: `conversation-${stays.id}` } })).toBe(1);
  });
});
