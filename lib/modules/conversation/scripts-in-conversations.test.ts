import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { emptyBotContent } from '@/lib/engine/program/bot-content.schema';
import { dialogSchema } from '@/lib/engine/program/dialog.schema';
import { interactionSchema } from '@/lib/engine/program/interaction.schema';
import { startTestApi, type TestApi } from '@/scripts/test/start-test-api';
import { findTestDatabases, type TestDatabase } from '@/scripts/test/test-databases';
import { begin, toSaid, toSend } from '@/scripts/test/talk-to';
import { changeContent, publish, type Send } from './test-bot.fixture';

const GLOBAL_FUNCTIONS = `
function __initConversation() {
  botContext.registerContextNamespace('visits', 3600);
  botContext.setContextDataForConversation('visits', 'begun', 'yes');
}
function countVisit() {
  var count = Number(botContext.getContextDataForUser('visits', 'count') || 0) + 1;
  botContext.setContextDataForUser('visits', 'count', count);
  return count;
}`;

const PANELS: Record<string, string> = {
  visit: `var map = botContext.getContextDataForConversation('visits');
    botContext.sendMessage('Visit ' + countVisit() + ', begun ' + map.get('begun') + ', keys ' + map.keySet().join());`,
  stop: "botContext.sendImmediateReply(['One', 'Two']); botContext.sendMessage('never');",
  broken: "botContext.sendMessage('before');\nbotContext.sendMesage('x');",
  cloud: "botContext.sendMessage('maven ' + botContext.askMaven());",
  tiny: "botContext.setBotVariable('tiny', -1.0646427676531352e-267, true, true);",
  jump: "botContext.setTriggerNextMessage('stop-text');",
};

let database: TestDatabase;
let api: TestApi;
let send: Send;
let botId = '';

beforeAll(async () => {
  const kind = (await findTestDatabases()).find(({ provider }) => provider === 'sqlite');
  if (kind === undefined) throw new Error('There is no SQLite.');
  database = await kind.create();
  api = await startTestApi({ DATABASE_URL: database.databaseUrl });
  send = toSend(await api.join('ada'));
  const made = await send('POST', '/bots', { name: 'Scripted' });
  botId = typeof made === 'object' && made !== null && 'id' in made ? String(made.id) : '';
  const interactions = Object.entries(PANELS).map(([id, preProcess]) =>
    interactionSchema.parse({ kind: 'text', id: `${id}-text`, name: `${id}-text`, text: `End of ${id}`, preProcess, next: { kind: 'end' } }),
  );
  const dialogs = Object.keys(PANELS).map((id) => dialogSchema.parse({ id, name: id, kind: 'standard', starter: { patterns: [id] }, interactionIds: [`${id}-text`] }));
  await changeContent(send, botId, () => ({
    ...emptyBotContent(),
    globalFunctions: GLOBAL_FUNCTIONS,
    dialogIds: dialogs.map(({ id }) => id),
    dialogs: Object.fromEntries(dialogs.map((dialog) => [dialog.id, dialog])),
    interactions: Object.fromEntries(interactions.map((interaction) => [interaction.id, interaction])),
  }));
  await publish(send, botId);
});
afterAll(async () => {
  await api.stop();
  await database.drop();
});

describe('scripts in a conversation', () => {
  test('context data: set as the conversation begins, counted per consumer from one conversation to the next', async () => {
    const message = { messageId: 'm-1', text: 'visit' };
    const first = await begin(send, botId, { consumer: { id: 'bo' }, message });
    expect(toSaid(first.first)).toEqual(['consumer: visit', 'bot: Visit 1, begun yes, keys begun', 'bot: End of visit']);
    expect(toSaid((await first.say('visit')).messages)).toContain('bot: Visit 2, begun yes, keys begun');
    expect(toSaid((await begin(send, botId, { consumer: { id: 'bo' }, message })).first)).toContain('bot: Visit 3, begun yes, keys begun');
    expect(toSaid((await begin(send, botId, { consumer: { id: 'cy' }, message })).first)).toContain('bot: Visit 1, begun yes, keys begun');
  });

  test('a permanent number comes back with its last digit', async () => {
    const consumer = { id: 'di' };
    await begin(send, botId, { consumer, message: { messageId: 'm-1', text: 'tiny' } });
    expect((await (await begin(send, botId, { consumer })).detail()).variables.permanent).toEqual({ tiny: -1.0646427676531352e-267 });
  });

  test('sendImmediateReply ends the panel and the turn', async () => {
    const talk = await begin(send, botId);
    expect(toSaid((await talk.say('stop')).messages)).toEqual(['consumer: stop', 'bot: One', 'bot: Two']);
  });

  test('a panel that fails: what it sent counts, the flow goes on, and the trace has line and reason', async () => {
    const talk = await begin(send, botId);
    const { turn, messages } = await talk.say('broken');
    expect(toSaid(messages)).toEqual(['consumer: broken', 'bot: before', 'bot: End of broken']);
    const { trace } = await talk.turn(turn.number);
    expect(trace).toContainEqual(expect.objectContaining({ kind: 'script-ran', phase: 'pre-process', end: expect.objectContaining({ kind: 'failed', line: 2, place: 'script', message: expect.stringContaining('Did you mean botContext.sendMessage?') }) }));
  });

  test('what belongs to the vendor’s cloud gives its empty value and a note in the trace', async () => {
    const talk = await begin(send, botId);
    const { turn, messages } = await talk.say('cloud');
    expect(toSaid(messages)).toContain('bot: maven {}');
    expect((await talk.turn(turn.number)).trace).toContainEqual(expect.objectContaining({ kind: 'note', text: expect.stringContaining('askMaven belongs to LivePerson’s own cloud') }));
  });

  test('setTriggerNextMessage goes to an interaction of another dialog', async () => {
    const talk = await begin(send, botId);
    expect(toSaid((await talk.say('jump')).messages)).toEqual(expect.arrayContaining(['bot: One', 'bot: Two']));
  });
});
