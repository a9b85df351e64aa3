import type { Effect, OutcomeEffect, RequestEffect } from '@/lib/engine/effect.schema';
import { attachmentSchema, type TurnEvent } from '@/lib/engine/event.schema';
import type { Program } from '@/lib/engine/program/program.schema';
import type { TurnInput } from '@/lib/engine/flow/turn';
import { runTurn, type TurnResult } from '@/lib/engine/run-turn';
import { consumerSchema, type ConversationState } from '@/lib/engine/state/conversation-state.schema';
import { newConversationState } from '@/lib/engine/state/new-conversation-state';
import { step } from '@/lib/engine/step';
import { buildScenarioProgram } from './build-scenario-program';
import { ScenarioPorts } from './scenario-ports';
import type { Scenario, ScenarioTurn } from './scenario.schema';

/** A turn of a scenario, played in each way that a turn can be played. */
export interface PlayedTurn {
  turn: ScenarioTurn;
  state: ConversationState;
  result: TurnResult;
  requests: RequestEffect[];
  /** The same turn by `step`, with the state through JSON before each. */
  stepped: Omit<TurnResult, 'journal'>;
  /** The same turn from its journal alone, as after a crash. */
  replayed: TurnResult;
}

const STARTED_AT_MS = Date.UTC(2024, 0, 31, 9);
const MINUTE_MS = 60_000;

/** Plays a scenario turn by turn. */
export async function* playScenario(scenario: Scenario): AsyncGenerator<PlayedTurn> {
  const program = buildScenarioProgram(scenario);
  const { environment } = scenario;
  const ports = new ScenarioPorts(scenario);
  let atMs = STARTED_AT_MS;
  let state = newConversationState({ conversationId: 'c1', consumer: consumerSchema.parse({ id: 'consumer-1', ...scenario.consumer }), accountId: 'account-1', permanent: scenario.permanent, atMs });
  for (const turn of scenario.turns) {
    atMs += turn.afterMinutes * MINUTE_MS + 1_000;
    const event = toEvent(turn, state, atMs);
    const input = { program, state, event, environment, ...(scenario.linking && { linking: scenario.linking }) };
    const before = JSON.stringify(state);
    const requestCount = ports.requests.length;
    const result = await runTurn({ ...input, journal: [] }, { answer: (request) => Promise.resolve(ports.answer(request, atMs)) });
    const replayed = await runTurn({ ...input, journal: result.journal }, { answer: (request) => Promise.reject(new Error(`The journal lacks ${request.key}.`)) });
    const stepped = playSteps(program, { state, event, environment, ...(scenario.linking && { linking: scenario.linking }) }, result.journal.map((entry) => entry.result));
    if (JSON.stringify(state) !== before) throw new Error('A turn changed the state it was given.');
    yield { turn, state, result, requests: ports.requests.slice(requestCount), stepped, replayed };
    state = result.state;
  }
}

function playSteps(program: Program, { state, event, ...given }: Omit<TurnInput, 'program'>, answers: TurnResult['journal'][number]['result'][]): Omit<TurnResult, 'journal'> {
  let reached = step(program, throughJson(state), { event, ...given });
  const effects = reached.effects.filter(isOutcome);
  const trace = [...reached.trace];
  for (const answer of answers) {
    reached = step(program, throughJson(reached.state), { event: answer, ...given });
    effects.push(...reached.effects.filter(isOutcome));
    trace.push(...reached.trace);
  }
  return { state: reached.state, effects, trace };
}

function throughJson(state: ConversationState): ConversationState {
  return JSON.parse(JSON.stringify(state)) as ConversationState; // The same state.
}

function isOutcome(effect: Effect): effect is OutcomeEffect {
  return !('key' in effect);
}

function toEvent(turn: ScenarioTurn, state: ConversationState, atMs: number): TurnEvent {
  const messageId = `m${state.turnCount + 1}`;
  if (turn.start !== undefined) return { kind: 'started', atMs, dialogId: turn.start === true ? null : turn.start };
  if (turn.post) return { kind: 'web-view-posted', atMs, messageId, ...turn.post };
  if (turn.timer !== undefined) return { kind: 'timer-fired', atMs, timerId: turn.timer === true ? readTimerId(state) : turn.timer };
  if (turn.handOver) return { kind: 'hand-over-finished', atMs, result: turn.handOver, reason: '' };
  if (turn.handedOn) return { kind: 'bot-transferred', atMs, fromBotId: 'other-bot', ...turn.handedOn };
  if (turn.close !== undefined) return { kind: 'closed', atMs, reason: turn.close };
  const tapped = turn.tap === undefined ? null : findChoice(turn.tap, state);
  const attachments = turn.attachments.map((attachment) => attachmentSchema.parse({ fileName: 'file.pdf', url: '/files/1', type: 'PDF', bytes: 1_000, ...attachment }));
  return { kind: 'message-received', atMs, messageId, text: tapped?.label ?? turn.say ?? '', payload: tapped?.payload ?? turn.payload ?? null, metadata: turn.metadata, attachments };
}

function readTimerId({ wait }: ConversationState): string {
  return (wait?.kind === 'answer' ? wait.timerId : null) ?? 'none';
}

function findChoice(name: string, { wait }: ConversationState): { label: string; payload: string } {
  const choices = wait && 'choices' in wait ? wait.choices : [];
  const choice = choices.find(({ label, payload }) => label === name || payload === name);
  if (!choice) throw new Error(`“${name}” was not offered; offered were ${choices.map(({ label }) => label).join(', ') || 'no choices'}.`);
  return choice;
}
