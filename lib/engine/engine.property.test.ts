import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import type { CallResult } from '@/lib/engine/call-result.schema';
import { effectSchema, type OutcomeEffect, type RequestEffect } from '@/lib/engine/effect.schema';
import { turnEventSchema, type ResultEvent, type TurnEvent } from '@/lib/engine/event.schema';
import { callOutcomeKindSchema, comparisonOperatorSchema, type conditionSchema, type variableConditionSchema } from '@/lib/engine/program/condition.schema';
import type { dialogSchema } from '@/lib/engine/program/dialog.schema';
import type { interactionSchema } from '@/lib/engine/program/interaction.schema';
import type { nextActionSchema } from '@/lib/engine/program/next-action.schema';
import { programSchema, type Program } from '@/lib/engine/program/program.schema';
import type { ruleSchema } from '@/lib/engine/program/rule.schema';
import { runTurn, type Journal } from '@/lib/engine/run-turn';
import type { ScriptCommand, ScriptResult } from '@/lib/engine/script/conversation-script.schema';
import { step } from '@/lib/engine/step';
import { conversationStateSchema, type ConversationState } from '@/lib/engine/state/conversation-state.schema';
import { newConversationState } from '@/lib/engine/state/new-conversation-state';
import { traceEntrySchema, type TraceEntry } from '@/lib/engine/trace.schema';

/** Names are few, so that things meet: ids that exist and one that doesn't, words that consumers say and patterns hold. */
const DIALOG_IDS = ['d1', 'd2', 'd3', 'd4'];
const INTERACTION_IDS = ['i1', 'i2', 'i3', 'i4', 'i5', 'i6', 'i7', 'i8', 'i9'];
const dialogId = fc.constantFrom(...DIALOG_IDS, 'gone');
const interactionId = fc.constantFrom(...INTERACTION_IDS, 'gone');
const name = fc.constantFrom('a', 'b', 'X.key', 'api_X', 'slot.s', 'constructor', '__proto__', 'skipPreviousDialog');
const said = fc.oneof(fc.constantFrom('hello', 'yes', 'no', 'London', '1', 'b', '', 'reset', 'BLANK_MESSAGE', 'pay my bill', 'LP_CLOSECONVERSATION'), fc.string({ unit: 'binary', maxLength: 20 }));
const template = fc.oneof(
  fc.constantFrom('Hi {$botContext.a}', '{X.key}', '{X.key.count}', '{$userMessage}', '{$.api_X.items[i].f}', '{$botContext.slot.s}', '', 'BLANK_MESSAGE', '<b>bold</b>', 'x tag::breakWithDelay=1000 y', '{list}', 'LP_CLOSECONVERSATION', '{"type":"text"}', '{'),
  said,
);
const pattern = fc.constantFrom('hello*', '(yes|no)', '*', 'pay * bill', '(broken', '');

const nextAction: fc.Arbitrary<z.input<typeof nextActionSchema>> = fc.oneof(
  { weight: 4, arbitrary: fc.constant({ kind: 'next' as const }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('interaction' as const), interactionId }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('dialog' as const), dialogId }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('repeat' as const, 'end' as const, 'back' as const, 'close-conversation' as const, 'close-dialog' as const) }) },
);

const condition: fc.Arbitrary<z.input<typeof conditionSchema>> = fc.oneof(
  fc.constantFrom({ kind: 'no-match' as const }, { kind: 'transfer-failed' as const }, { kind: 'intent' as const, intentId: 'n1' }, { kind: 'entity' as const, entityId: 'e1' }),
  fc.record({ kind: fc.constantFrom('exact-value' as const, 'equals' as const, 'contains' as const, 'starts-with' as const, 'ends-with' as const, 'choice' as const), value: said }),
  fc.record({ kind: fc.constant('pattern' as const), patterns: fc.array(pattern, { maxLength: 2 }) }),
  fc.record({ kind: fc.constant('regular-expression' as const), expression: fc.constantFrom('\\d+', '(', '') }),
  fc.record({ kind: fc.constant('api-result' as const), result: fc.constantFrom('success' as const, 'failure' as const) }),
  fc.record({ kind: fc.constant('api-outcome' as const), outcomes: fc.array(fc.constantFrom(...callOutcomeKindSchema.options), { maxLength: 2 }) }),
  fc.record({ kind: fc.constant('no-results' as const), fieldKey: fc.constantFrom('', 'key') }),
  fc.record({ kind: fc.constant('file-upload' as const), result: fc.constantFrom('success' as const, 'failure' as const, 'invalid-type' as const) }),
  fc.record({ kind: fc.constant('web-view' as const), result: fc.constantFrom('posted' as const, 'timed-out' as const) }),
);
const variableCondition: fc.Arbitrary<z.input<typeof variableConditionSchema>> = fc.record({ variable: name, operator: fc.constantFrom(...comparisonOperatorSchema.options), value: template });
const assignment = fc.record({ name, value: template, duration: fc.constantFrom('request' as const, 'dialog' as const, 'session' as const, 'permanent' as const) });

const rule: fc.Arbitrary<z.input<typeof ruleSchema>> = fc.record({
  id: fc.constantFrom('r1', 'r2'),
  conditions: fc.array(condition, { maxLength: 2 }),
  conditionMode: fc.constantFrom('any' as const, 'all' as const),
  variableConditions: fc.array(variableCondition, { maxLength: 1 }),
  assignments: fc.array(assignment, { maxLength: 2 }),
  slots: fc.array(fc.constant({ slot: 's', entityId: 'e1' }), { maxLength: 1 }),
  next: nextAction,
  message: fc.constantFrom('', '', 'Rule says {$botContext.a}'),
});

type InteractionInput = z.input<typeof interactionSchema>;

const choices = fc.array(fc.record({ id: fc.constant('c'), label: template, payload: fc.constantFrom('', 'yes') }), { maxLength: 3 });
const button = fc.record({ id: fc.constant('b'), label: template, action: fc.oneof(fc.constant({ kind: 'postback' as const }), fc.record({ kind: fc.constant('web-url' as const), url: template })) });
const tiles = fc.array(fc.record({ id: fc.constant('t'), title: template, buttons: fc.array(button, { maxLength: 2 }) }), { maxLength: 2 });
const fromData = fc.option(fc.constant({ label: '{X.key}', payload: '{X.key}' }));

/** What an interaction of each kind has of its own; the table does not compile while a kind is missing. */
const CONTENTS: { [Kind in InteractionInput['kind']]: fc.Arbitrary<Partial<Extract<InteractionInput, { kind: Kind }>>> } = {
  text: fc.record({ text: template, repeat: fc.constantFrom('no' as const, 'line-each' as const, 'message-each' as const) }),
  image: fc.record({ url: template }),
  audio: fc.record({ url: template }),
  video: fc.record({ url: template }),
  file: fc.record({ url: template }),
  'private-message': fc.record({ text: template }),
  'multiple-choice': fc.record({ text: template, choices, choicesFromData: fromData }),
  'text-question': fc.record({ text: template }),
  structured: fc.record({ tiles }),
  carousel: fc.record({ text: template, tiles }),
  button: fc.record({ text: template, buttons: fc.array(button, { maxLength: 2 }) }),
  'quick-reply': fc.record({ text: template, choices, choicesFromData: fromData }),
  'drop-down': fc.record({ text: template, choices }),
  'web-view': fc.record({ text: template, buttonLabel: template, url: template, timeoutMs: fc.option(fc.constant(5_000)) }),
  'file-upload': fc.record({ text: template, acceptedTypes: fc.constantFrom([], ['pdf']) }),
  integration: fc.record({ integrationId: fc.constantFrom('g1', 'gone') }),
  'agent-transfer': fc.record({ message: template, transferBotContext: fc.boolean() }),
  universal: fc.record({ json: template, waitsForAnswer: fc.boolean() }),
  'set-variables': fc.record({ assignments: fc.array(assignment, { maxLength: 2 }) }),
  foreign: fc.record({ foreignType: fc.constant('APPLE_PAY'), content: fc.constant(null) }),
};

const script = fc.constantFrom('', '', '', 'run();');
const interactions = fc.tuple(...INTERACTION_IDS.map((id) => fc.oneof(...Object.entries(CONTENTS).map(([kind, content]) => buildInteraction(id, kind, content)))));

function buildInteraction(id: string, kind: string, content: fc.Arbitrary<object>): fc.Arbitrary<object> {
  const base = fc.record({
    kind: fc.constant(kind),
    id: fc.constant(id),
    name: fc.constantFrom(id, 'same'),
    enabled: fc.constantFrom(true, true, true, false),
    delayMs: fc.constantFrom(0, 100),
    preProcess: script,
    postProcess: script,
    processUserResponse: script,
    fallbackResponse: fc.constantFrom('', 'Say yes or no.'),
    rules: fc.array(rule, { maxLength: 2 }),
    next: nextAction,
  });
  return fc.tuple(base, content).map(([common, own]) => ({ ...common, ...own }));
}

const dialog = (id: string): fc.Arbitrary<z.input<typeof dialogSchema>> =>
  fc.record({
    id: fc.constant(id),
    name: fc.constant(id),
    kind: fc.constantFrom('standard' as const, 'standard' as const, 'standard' as const, 'fallback' as const, 'disambiguation' as const, 'auto-escalation' as const, 'survey' as const),
    enabled: fc.constantFrom(true, true, true, false),
    starter: fc.record({ patterns: fc.array(pattern, { maxLength: 2 }), excludeKeywords: fc.constantFrom([], ['no']), intentId: fc.constantFrom(null, 'n1', 'n2', 'gone') }),
    allowsSwitchingAway: fc.boolean(),
    returnsToPrevious: fc.boolean(),
    escalationThreshold: fc.constantFrom(1, 3),
  });

/** Bots in which anything may be wrong: names clash, targets are missing, dialogs go round in circles. */
const programs: fc.Arbitrary<Program> = fc
  .record({
    dialogs: fc.tuple(...DIALOG_IDS.map(dialog)),
    interactions,
    places: fc.array(fc.constantFrom(0, 1, 2, 3), { minLength: INTERACTION_IDS.length, maxLength: INTERACTION_IDS.length }),
    globalFunctions: fc.constantFrom('', 'function __initConversation() {}'),
    turnsValuesIntoStrings: fc.boolean(),
    greetingMessage: fc.constantFrom('hi', 'hello', ''),
    textLengthMax: fc.constantFrom(null, 80),
  })
  .map(({ dialogs, interactions: list, places, globalFunctions, ...settings }) =>
    programSchema.parse({
      botId: 'bot',
      releaseNumber: null,
      settings,
      globalFunctions,
      dialogIds: DIALOG_IDS,
      dialogs: Object.fromEntries(dialogs.map((each, index) => [each.id, { ...each, interactionIds: INTERACTION_IDS.filter((_, at) => places[at] === index) }])),
      interactions: Object.fromEntries(list.map((each, index) => [INTERACTION_IDS[index], each])),
      intents: { n1: { id: 'n1', name: 'pay', phrases: ['pay my bill', 'hello @city'] }, n2: { id: 'n2', name: 'bill', phrases: ['my bill'] } },
      entities: { e1: { id: 'e1', name: 'city', definition: { kind: 'value-set', values: ['London~LDN'] } }, e2: { id: 'e2', name: 'digits', definition: { kind: 'regular-expression', expression: '\\d+' } } },
      integrations: { g1: { id: 'g1', name: 'X', responseVariable: 'X', fieldKeys: ['key'], definition: null } },
    }),
  );

const happenings = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: fc.record({ kind: fc.constant('message-received' as const), text: said, payload: fc.option(said), attachments: fc.constantFrom([], [{ fileName: 'a.pdf', url: 'https://f/a.pdf', type: 'PDF', bytes: 1 }]) }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('started' as const), dialogId: fc.option(dialogId) }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('web-view-posted' as const), variables: fc.constantFrom({}, { a: '1' }), message: fc.option(said) }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('timer-fired' as const), timerId: fc.constantFrom('newest', 'gone') }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('hand-over-finished' as const), result: fc.constantFrom('accepted' as const, 'failed' as const, 'returned' as const) }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('closed' as const), reason: fc.constant('done') }) },
  ),
  { minLength: 1, maxLength: 8 },
);

const command: fc.Arbitrary<ScriptCommand> = fc.oneof(
  fc.record({ kind: fc.constant('set-variable' as const), name, value: fc.constantFrom('true', 5, null, ['a'], { jsonData: 'x' }), duration: fc.constantFrom('request' as const, 'session' as const, 'permanent' as const) }),
  fc.record({ kind: fc.constant('trigger-next' as const), interactionName: fc.constantFrom(...INTERACTION_IDS, 'same', 'gone', 'platform.default') }),
  fc.record({ kind: fc.constant('send-immediate-reply' as const), texts: fc.array(said, { maxLength: 2 }) }),
  fc.record({ kind: fc.constant('add-quick-replies' as const), replies: fc.array(fc.record({ title: said, payload: said }), { maxLength: 2 }) }),
  fc.record({ kind: fc.constant('set-delay' as const), delayMs: fc.constantFrom(0, 500) }),
);
const scriptEnd: fc.Arbitrary<ScriptResult['end']> = fc.constantFrom(
  { kind: 'finished' as const },
  { kind: 'finished' as const },
  { kind: 'failed' as const, message: 'no', line: 1, column: 1, place: 'script' as const },
  { kind: 'limit' as const, limit: 'time' as const, value: 5_000, unit: 'ms' as const },
);

/** What the outside world answers, request after request. */
const answers = fc.infiniteStream(
  fc.record({
    call: fc.record({ outcome: fc.constantFrom('success' as const, ...callOutcomeKindSchema.options), values: fc.array(fc.constantFrom<string | number | null>('a', 1, null), { maxLength: 3 }) }),
    commands: fc.array(command, { maxLength: 2 }),
    end: scriptEnd,
    match: fc.constantFrom({ found: null }, { found: '12' }, { problem: 'It took too long.' }),
  }),
);

type Answer = typeof answers extends fc.Arbitrary<fc.Stream<infer Each>> ? Each : never;

function answer(request: RequestEffect, { call, commands, end, match }: Answer): ResultEvent {
  const base = { key: request.key, atMs: 1_000 };
  switch (request.kind) {
    case 'call-integration': {
      const document = { items: call.values.map((f) => ({ f })) };
      const result: CallResult = { outcome: call.outcome, summary: call.outcome, status: call.outcome === 'timeout' ? null : 200, document, fields: { key: call.values }, variables: [], runId: null, durationMs: 1 };
      return { kind: 'call-finished', ...base, result };
    }
    case 'run-script':
      return { kind: 'script-finished', ...base, result: { end, commands, console: [], durationMs: 1 } };
    case 'find-bot':
      return { kind: 'bot-found', ...base, target: end.kind === 'finished' ? { releaseId: null, permanent: { known: 1 } } : null, problem: 'There is no such bot.' };
    case 'match-expressions':
      return { kind: 'expressions-matched', ...base, matches: Object.fromEntries(request.expressions.map((expression) => [expression, match])) };
  }
}

interface Played {
  event: TurnEvent;
  before: ConversationState;
  after: ConversationState;
  effects: OutcomeEffect[];
  trace: TraceEntry[];
  journal: Journal;
}

const ENVIRONMENT = { key: 'value' };

function beginConversation(channel: string): ConversationState {
  const consumer = { id: 'consumer', name: '', email: '', channel, language: '', personalInfo: null, customerInfo: null };
  return newConversationState({ conversationId: 'c', consumer, accountId: 'account', permanent: {}, atMs: 0 });
}

/** Freezes all the way down: whoever changes it fails. */
function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(freeze);
  }
  return value;
}

async function play(program: Program, script: { happenings: object[]; answers: Iterator<Answer>; channel: string }): Promise<Played[]> {
  const played: Played[] = [];
  let state = beginConversation(script.channel);
  let timerId = 'none';
  for (const [index, happening] of script.happenings.entries()) {
    const raw = { ...happening, atMs: index * 1_200_000, messageId: `m${index}` };
    const event = turnEventSchema.parse('timerId' in raw && raw.timerId === 'newest' ? { ...raw, timerId } : raw);
    const before = freeze(structuredClone(state));
    const result = await runTurn({ program, state: before, event: freeze(event), environment: ENVIRONMENT, journal: [] }, {
      answer: (request) => {
        effectSchema.parse(request);
        const { value, done } = script.answers.next();
        if (done) throw new Error('The stream of answers is endless.');
        return Promise.resolve(answer(request, value));
      },
    });
    for (const effect of result.effects) if (effect.kind === 'set-timer') timerId = effect.timerId;
    played.push({ event, before, after: result.state, effects: result.effects, trace: result.trace, journal: result.journal });
    state = result.state;
  }
  return played;
}

const conversations = fc.record({ program: programs, happenings, answers, channel: fc.constantFrom('lp_web', 'lp_sms') });

async function forEveryConversation(check: (played: Played[], program: Program) => void | Promise<void>): Promise<void> {
  await fc.assert(
    fc.asyncProperty(conversations, async ({ program, ...script }) => {
      await check(await play(freeze(program), script), program);
    }),
    { numRuns: 200 },
  );
}

test('the conversations below go everywhere', { timeout: 120_000 }, async () => {
  const reached = new Set<string>();
  for (const { program, ...script } of fc.sample(conversations, { seed: 7, numRuns: 600 })) {
    for (const { trace, effects } of await play(program, script)) for (const { kind } of [...trace, ...effects]) reached.add(kind);
  }
  const traceKinds = traceEntrySchema.options.map((option) => option.shape.kind.value);
  expect(traceKinds.filter((kind) => !reached.has(kind))).toEqual([]);
  expect(['send-message', 'set-timer', 'cancel-timer', 'hand-over', 'close', 'save-permanent-variable'].filter((kind) => !reached.has(kind))).toEqual([]);
});

describe('in whatever bot, whatever is said and whatever the world answers', { timeout: 120_000 }, () => {
  test('a turn ends, and leaves behind what its schemas allow and JSON can carry', async () => {
    await forEveryConversation((played) => {
      for (const { after, effects, trace } of played) {
        expect(conversationStateSchema.parse(after)).toEqual(after);
        expect(JSON.parse(JSON.stringify(after))).toEqual(after);
        expect(after.turn).toBeNull();
        for (const effect of effects) effectSchema.parse(effect);
        for (const entry of trace) traceEntrySchema.parse(entry);
      }
    });
  });

  test('messages are numbered without gaps', async () => {
    await forEveryConversation((played) => {
      const messages = played.flatMap(({ effects }) => effects.flatMap((effect) => (effect.kind === 'send-message' ? [effect.message] : [])));
      expect(messages.map(({ seq }) => seq)).toEqual(messages.map((_, index) => index + 1));
      expect(messages.map(({ id }) => id)).toEqual(messages.map(({ seq }) => `c:${seq}`));
      expect(played.at(-1)?.after.nextSeq).toBe(messages.length + 1);
    });
  });

  test('limits hold: ten interactions in a row, five jumps between dialogs', async () => {
    await forEveryConversation((played) => {
      for (const { trace } of played) {
        const entered = trace.filter(({ kind }) => kind === 'interaction-entered').length;
        const dialogs = trace.filter(({ kind }) => kind === 'dialog-entered').length;
        // The turn's own entry, the entry of the dialog that answers a fault, and five jumps, each with ten interactions and a question.
        expect(dialogs).toBeLessThanOrEqual(8);
        expect(entered).toBeLessThanOrEqual(11 * (dialogs + 1));
      }
    });
  });

  test('playing a turn again with its journal asks for nothing and comes to the same', async () => {
    await forEveryConversation(async (played, program) => {
      for (const { event, before, after, effects, journal } of played) {
        const again = await runTurn({ program, state: before, event, environment: ENVIRONMENT, journal }, { answer: () => Promise.reject(new Error('Nothing may be asked for.')) });
        expect(again.state).toEqual(after);
        expect(again.effects).toEqual(effects);
        expect(again.journal).toEqual(journal);
      }
    });
  });

  test('a turn that was cut off after any of its answers comes to the same when it goes on', async () => {
    await forEveryConversation(async (played, program) => {
      for (const { event, before, after, effects, journal } of played) {
        for (let kept = 0; kept < journal.length; kept += 1) {
          const asked: string[] = [];
          const answerFromRest = (request: RequestEffect) => {
            asked.push(request.key);
            const entry = journal.find(({ key }) => key === request.key);
            return entry ? Promise.resolve(entry.result) : Promise.reject(new Error(`${request.key} was not asked for at first.`));
          };
          const again = await runTurn({ program, state: before, event, environment: ENVIRONMENT, journal: journal.slice(0, kept) }, { answer: answerFromRest });
          expect(asked).toEqual(journal.slice(kept).map(({ key }) => key));
          expect(again.state).toEqual(after);
          expect(again.effects).toEqual(effects);
        }
      }
    });
  });

  test('step after step comes to the same as the whole turn', async () => {
    await forEveryConversation((played, program) => {
      for (const { event, before, after, effects, trace, journal } of played) {
        const steps = [step(program, before, { event, environment: ENVIRONMENT })];
        for (const { result } of journal) {
          const state = conversationStateSchema.parse(JSON.parse(JSON.stringify(steps.at(-1)?.state)));
          steps.push(step(program, state, { event: result, environment: ENVIRONMENT }));
        }
        expect(steps.at(-1)?.state).toEqual(after);
        expect(steps.flatMap((each) => each.effects).filter((effect) => !('key' in effect))).toEqual(effects);
        expect(steps.flatMap((each) => each.trace)).toEqual(trace);
      }
    });
  });

  test('a closed conversation stays silent', async () => {
    await forEveryConversation((played) => {
      for (const { before, effects } of played.filter((each) => each.before.status === 'closed')) {
        expect(before.status).toBe('closed');
        expect(effects.filter((effect) => effect.kind === 'send-message' && effect.message.actor.kind === 'bot')).toEqual([]);
      }
    });
  });
});
