import { emptyBotContent, type BotContent } from '@/lib/engine/program/bot-content.schema';
import { dialogSchema, type Dialog } from '@/lib/engine/program/dialog.schema';
import { interactionSchema, type Interaction } from '@/lib/engine/program/interaction.schema';
import type { z } from 'zod';

/** For tests and measurements: sends one request to the API and gives its answer, which must be a success. */
export type Send = (method: string, path: string, body?: unknown) => Promise<unknown>;

export interface TestBot {
  botId: string;
  /** `GET …/look`. */
  lookId: string;
  /** `POST …/pay`. */
  payId: string;
}

type InteractionInput = z.input<typeof interactionSchema>;

const COUNT = `
var count = Number(botContext.getBotVariable('count') || 0) + 1;
botContext.setBotVariable('count', count, true, false);
`;

const SCRIPT = `
var response = botContext.getBotVariable('api_look');
var document = JSON.parse(response.jsonData).api_look;
var title = document.title || document.items.filter(function (item) { return item.open; })[0].title;
response.jsonData = JSON.stringify({ api_look: { title: title.toUpperCase() } });
botContext.setBotVariable('api_look', response, true, false);
`;

/**
 * Makes and publishes a bot that knows: `hi`, `count` (a script adds one), `look …` (GET with a transform), `pay …` (POST), `both …` (GET,
 * then POST),
 * `form` (a page with a time limit of one second), `agent`, `remember` (a permanent variable), `whisper` (a private message), and `bye`.
 * @param apiOrigin where `/look` and `/pay` are answered
 */
export async function makeTestBot(send: Send, apiOrigin: string): Promise<TestBot> {
  const botId = readId(await send('POST', '/bots', { name: `Test bot ${Math.random()}` }));
  const add = async (definition: object) => readId(await send('POST', `/bots/${botId}/integrations`, { definition }));
  const lookId = await add({
    name: 'Look', responseVariable: 'look', url: `${apiOrigin}/look?m={$userMessage}`, transformScript: SCRIPT,
    customDataFields: [{ key: 'title', path: '$.title' }], retry: { retryCountMax: 0, scope: 'idempotent' },
  });
  const payId = await add({
    name: 'Pay', responseVariable: 'pay', method: 'POST', url: `${apiOrigin}/pay`, postBody: { kind: 'json', text: '{"m":"{$userMessage}"}' }, retry: { retryCountMax: 0, scope: 'idempotent' },
  });
  await changeContent(send, botId, () => buildContent({ lookId, payId }));
  await publish(send, botId);
  return { botId, lookId, payId };
}

/** Changes the draft of a bot; gives the new version. */
export async function changeContent(send: Send, botId: string, change: (content: BotContent) => BotContent): Promise<void> {
  const { content } = (await send('GET', `/bots/${botId}/draft`)) as { content: BotContent };
  const { diffContent } = await import('@/lib/modules/draft/diff-content.rules');
  await send('PATCH', `/bots/${botId}/draft`, { changes: diffContent(content, change(content)) });
}

/** Publishes the draft and makes it live. */
export async function publish(send: Send, botId: string): Promise<void> {
  const { version } = (await send('GET', `/bots/${botId}/draft/version`)) as { version: number };
  await send('POST', `/bots/${botId}/releases`, { draftVersion: version });
}

/** The content of the test bot. */
function buildContent({ lookId, payId }: { lookId: string; payId: string }): BotContent {
  const dialogs: Dialog[] = [];
  const interactions: Interaction[] = [];
  const say = (id: string, text: string): InteractionInput => ({ kind: 'text', id, name: id, text, next: { kind: 'end' } });
  const add = (id: string, patterns: string[], inputs: InteractionInput[]) => {
    const parsed = inputs.map((input) => interactionSchema.parse(input));
    interactions.push(...parsed);
    dialogs.push(dialogSchema.parse({ id, name: id, kind: id === 'fallback' ? 'fallback' : 'standard', starter: { patterns }, interactionIds: parsed.map((interaction) => interaction.id) }));
  };
  const toCallRules = (id: string) => [
    { id: `${id}-r1`, conditions: [{ kind: 'api-result' as const, result: 'success' as const }], next: { kind: 'interaction' as const, interactionId: `${id}-found` } },
    { id: `${id}-r2`, conditions: [{ kind: 'api-outcome' as const, outcomes: ['interrupted' as const] }], next: { kind: 'interaction' as const, interactionId: `${id}-cut-off` } },
    { id: `${id}-r3`, conditions: [{ kind: 'api-result' as const, result: 'failure' as const }], next: { kind: 'interaction' as const, interactionId: `${id}-failed` } },
  ];
  const addCall = (id: string, integrationId: string, found: string) =>
    add(id, [`${id} *`], [
      { kind: 'text', id: `${id}-moment`, name: `${id}-moment`, text: 'One moment.' },
      { kind: 'integration', id: `${id}-call`, name: `${id}-call`, integrationId, rules: toCallRules(id) },
      say(`${id}-found`, found), say(`${id}-cut-off`, 'Cut off.'), say(`${id}-failed`, 'Failed.'),
    ]);

  add('hello', ['(hi|hello)'], [say('hello-text', 'Hello.')]);
  add('counting', ['count'], [{ ...say('count-text', 'Count {$botContext.count}'), preProcess: COUNT }]);
  addCall('look', lookId, 'Found {look.title}');
  addCall('pay', payId, 'Paid.');
  add('both', ['both *'], [
    { kind: 'integration', id: 'both-look', name: 'both-look', integrationId: lookId },
    { kind: 'text', id: 'both-moment', name: 'both-moment', text: 'Found {look.title}' },
    { kind: 'integration', id: 'both-pay', name: 'both-pay', integrationId: payId, rules: toCallRules('pay') },
  ]);
  add('form', ['form'], [
    {
      kind: 'web-view', id: 'form-page', name: 'form-page', text: 'Fill this in.', buttonLabel: 'Open', url: 'https://example.com/form', timeoutMs: 1_000,
      rules: [
        { id: 'form-posted', conditions: [{ kind: 'web-view', result: 'posted' }], next: { kind: 'interaction', interactionId: 'form-thanks' } },
        { id: 'form-late', conditions: [{ kind: 'web-view', result: 'timed-out' }], next: { kind: 'interaction', interactionId: 'form-too-late' } },
      ],
    },
    say('form-thanks', 'Thank you.'), say('form-too-late', 'Too late.'),
  ]);
  add('agent', ['agent'], [
    { kind: 'agent-transfer', id: 'agent-transfer', name: 'agent-transfer', message: 'A person comes.', rules: [{ id: 'agent-r', conditions: [{ kind: 'transfer-failed' }], next: { kind: 'interaction', interactionId: 'agent-nobody' } }] },
    say('agent-nobody', 'Nobody is there.'),
  ]);
  add('remember', ['remember'], [{ ...say('remember-text', 'Remembered.'), preProcess: "botContext.setBotVariable('known', 'since then', true, true);" }, ]);
  add('recall', ['recall'], [say('recall-text', 'Known {$botContext.known}.')]);
  add('bye', ['bye'], [{ kind: 'text', id: 'bye-text', name: 'bye-text', text: 'Goodbye.', next: { kind: 'close-conversation' } }]);
  add('whisper', ['whisper'], [{ kind: 'private-message', id: 'whisper-note', name: 'whisper-note', text: 'A note for operators.' }, say('whisper-text', 'Heard.')]);
  add('fallback', [], [say('pardon', 'Pardon?')]);
  return {
    ...emptyBotContent(),
    dialogIds: dialogs.map(({ id }) => id),
    dialogs: Object.fromEntries(dialogs.map((dialog) => [dialog.id, dialog])),
    interactions: Object.fromEntries(interactions.map((interaction) => [interaction.id, interaction])),
  };
}

function readId(answer: unknown): string {
  if (typeof answer === 'object' && answer !== null && 'id' in answer && typeof answer.id === 'string') return answer.id;
  throw new Error(`No id in ${JSON.stringify(answer)}.`);
}
