import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CONVERSATION_PRELUDE } from '@/lib/engine/script/conversation-prelude';
import type { OutcomeEffect } from '@/lib/engine/effect.schema';
import type { ConversationScript } from '@/lib/engine/script/conversation-script.schema';
import { EXPRESSION_PRELUDE } from '@/lib/engine/script/expression-prelude';
import { contextDataStore } from '@/lib/modules/context-data/context-data.store';
import { openDatabase, type Database } from '@/lib/platform/db/open-database';
import { applyMigrations } from '@/lib/platform/db/schema-engine';
import { toSnapshot } from '@/lib/platform/sandbox/conversation-script.fixture';
import { createSandbox } from '@/lib/platform/sandbox/sandbox';
import { answerExpressions } from './answer-expressions';
import { answerScript } from './answer-script';

const sandbox = createSandbox({ warmPreludes: [CONVERSATION_PRELUDE, EXPRESSION_PRELUDE] });
const owner = { workspaceId: 'workspace', isPreview: false, consumerId: 'ada', conversationId: 'c-1', nowMs: Date.UTC(2026, 0, 5, 12, 0), soFar: [] };
let db: Database;
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'parley-script-'));
  const databaseUrl = `file:${path.join(folder, 'test.db')}`;
  await applyMigrations(databaseUrl);
  db = await openDatabase(databaseUrl);
  const store = contextDataStore(db, 'workspace');
  await store.apply({ kind: 'register-context', namespace: 'shop', ttlS: null }, owner);
  await store.apply({ kind: 'set-context', scope: 'user', namespace: 'shop', property: 'name', value: 'Ada' }, owner);
});
afterAll(async () => {
  await sandbox.close();
  await db.$disconnect();
  await rm(folder, { recursive: true, force: true });
});

function answer(source: string, more: Partial<ConversationScript> = {}) {
  const script: ConversationScript = { phase: 'pre-process', interactionId: 'i', source, globalFunctions: '', snapshot: toSnapshot({ context: null }), ...more };
  return answerScript({ sandbox, db }, { kind: 'run-script', key: 'k', script }, owner);
}

const say = (text: string) => ({ kind: 'send-message', message: { text, visibility: 'normal', quickReplies: [] } });

describe('answering a script', () => {
  test('context data is there when the code, the Global Functions or neither names it', async () => {
    const named = await answer("botContext.sendMessage(botContext.getContextDataForUser('shop', 'name'));");
    const global = await answer('botContext.sendMessage(name());', { globalFunctions: "function name() { return botContext.getContextDataForUser('shop').get('name'); }" });
    const hidden = await answer("print('once'); botContext.sendMessage(botContext['getContext' + 'DataForUser']('shop', 'name'));");
    for (const { end, commands } of [named, global, hidden]) expect({ end, commands }).toEqual({ end: { kind: 'finished' }, commands: [say('Ada')] });
    expect(hidden.console.map(({ text }) => text)).toEqual(['once']);
  });

  test('what another consumer stored is not there', async () => {
    const source = "botContext.sendMessage('' + botContext.getContextDataForUser('shop', 'name'));";
    const script: ConversationScript = { phase: 'pre-process', interactionId: 'i', source, globalFunctions: '', snapshot: toSnapshot({ context: null }) };
    const { commands } = await answerScript({ sandbox, db }, { kind: 'run-script', key: 'k', script }, { ...owner, consumerId: 'bob' });
    expect(commands).toEqual([say('null')]);
  });

  test('what an earlier script of the same turn asked for is there, though not in the database yet', async () => {
    const source = "botContext.sendMessage('' + botContext.setContextDataForUser('new', 'p', 2) + botContext.getContextDataForUser('new', 'q') + botContext.getContextDataForUser('shop', 'name'));";
    const script: ConversationScript = { phase: 'pre-process', interactionId: 'i', source, globalFunctions: '', snapshot: toSnapshot({ context: null }) };
    const soFar: OutcomeEffect[] = [
      { kind: 'write-context', command: { kind: 'register-context', namespace: 'new', ttlS: null } },
      { kind: 'write-context', command: { kind: 'set-context', scope: 'user', namespace: 'new', property: 'q', value: 1 } },
      { kind: 'write-context', command: { kind: 'delete-context', scope: 'user', namespace: 'shop', property: null } },
    ];
    const { commands } = await answerScript({ sandbox, db }, { kind: 'run-script', key: 'k', script }, { ...owner, soFar });
    expect(commands).toContainEqual(say('true1null'));
  });

  test.each([["'Europe/Vienna'"], ["'Europe/' + 'Vienna'"], ["botContext.getEnvVariable('zone')"]])('the zone %s is known', async (zone) => {
    const { commands } = await answer(`botContext.sendMessage(botContext.getHoursType(['NOON~13:00~13:01'], ${zone}));`, {
      snapshot: toSnapshot({ context: null, environment: { zone: 'Europe/Vienna' } }),
    });
    expect(commands).toEqual([say('NOON')]);
  });

  test('a script that always needs something more comes to an end', async () => {
    const { end } = await answer("botContext.getHoursType([], 'Zone/' + Math.random());");
    expect(end).toMatchObject({ kind: 'failed', message: expect.stringContaining('is not known') });
  });
});

describe('answering expressions', () => {
  const match = (text: string, expressions: string[]) => answerExpressions({ sandbox }, { text, expressions }, 'workspace');

  test('each gives what it found, or null', async () => {
    expect(await match('Order 123456 for ÄDA', ['\\d{6}', '^\\d+$', 'order', '(?i)order', '(?i)äda', '[\\w-.]+$', ''])).toEqual({
      '\\d{6}': { found: '123456' },
      '^\\d+$': { found: null },
      order: { found: null },
      '(?i)order': { found: 'Order' },
      '(?i)äda': { found: 'ÄDA' },
      '[\\w-.]+$': { found: 'DA' },
      '': { found: '' },
    });
  });

  test('a broken one and one that takes for ever don’t spoil the others', async () => {
    const matches = await match(`${'a'.repeat(40)}b 42`, ['(', '^(a+)+$', '\\d+']);
    expect(matches).toEqual({
      '(': { problem: expect.stringContaining('it is no regular expression') },
      '^(a+)+$': { problem: 'it takes longer than 250 ms on this text' },
      '\\d+': { found: '42' },
    });
  });

  test('none: nothing is run', async () => {
    expect(await match('x', [])).toEqual({});
  });
});
