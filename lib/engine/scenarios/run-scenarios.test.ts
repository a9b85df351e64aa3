import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { effectSchema } from '@/lib/engine/effect.schema';
import type { JsonObject, JsonValue } from '@/lib/engine/json';
import { isJsonObject } from '@/lib/engine/json';
import type { Message } from '@/lib/engine/messages/message.schema';
import { conversationStateSchema } from '@/lib/engine/state/conversation-state.schema';
import { traceEntrySchema } from '@/lib/engine/trace.schema';
import { playScenario, type PlayedTurn } from './play-scenario';
import { scenarioSchema } from './scenario.schema';

const FOLDER = import.meta.dirname;
const files = readdirSync(FOLDER).filter((name) => name.endsWith('.json')).sort();

describe('scenarios', () => {
  test.each(files.map((file) => [file.replace('.json', '').replaceAll('-', ' '), file]))('%s', async (_, file) => {
    const scenario = scenarioSchema.parse(JSON.parse(readFileSync(join(FOLDER, file), 'utf8')));
    expect(scenario.turns.length).toBeGreaterThan(0);
    let number = 0;
    for await (const played of playScenario(scenario)) checkTurn(played, `turn ${(number += 1)}`);
  });
});

function checkTurn(played: PlayedTurn, name: string): void {
  const { turn, result, requests } = played;
  const messages = result.effects.flatMap((effect) => (effect.kind === 'send-message' && effect.message.actor.kind !== 'consumer' ? [effect.message] : []));
  expect(messages.map((message, index) => likeExpected(toJson(message), turn.expect[index], message.plainText)), `${name}: messages`).toEqual(turn.expect);
  checkTrace(played, name);
  if (turn.effects) checkAll(toJson(result.effects.filter(({ kind }) => kind !== 'send-message')), turn.effects, `${name}: effects`);
  if (turn.requests) checkAll(toJson(requests), turn.requests, `${name}: requests`);
  if (turn.state) expect(project(toJson(result.state), turn.state), `${name}: state`).toEqual(turn.state);
  if (turn.waiting !== undefined) expect(result.state.wait?.kind === 'answer' ? result.state.wait.interactionId : null, `${name}: waiting`).toBe(turn.waiting);
  checkInvariants(played, name);
}

function checkTrace({ turn, result }: PlayedTurn, name: string): void {
  const trace = toJson(result.trace) as JsonValue[];
  let position = 0;
  for (const wanted of turn.trace) {
    const found = trace.findIndex((entry, index) => index >= position && holds(entry, wanted));
    expect(found >= 0, `${name}: the trace lacks ${JSON.stringify(wanted)}\nafter entry ${position} of\n${trace.map((entry) => JSON.stringify(entry)).join('\n')}`).toBe(true);
    position = found + 1;
  }
  for (const unwanted of turn.noTrace) {
    expect(trace.filter((entry) => holds(entry, unwanted)), `${name}: the trace must not have ${JSON.stringify(unwanted)}`).toEqual([]);
  }
}

/** What holds of every turn, whatever it is about. */
function checkInvariants({ state, result, stepped, replayed }: PlayedTurn, name: string): void {
  expect(conversationStateSchema.parse(toJson(result.state)), `${name}: the state is as its schema says`).toEqual(toJson(result.state));
  for (const effect of result.effects) expect(effectSchema.parse(toJson(effect)), `${name}: effects are as their schema says`).toEqual(toJson(effect));
  for (const entry of result.trace) expect(traceEntrySchema.parse(toJson(entry)), `${name}: the trace is as its schema says`).toEqual(toJson(entry));
  expect(toJson({ state: stepped.state, effects: stepped.effects, trace: stepped.trace }), `${name}: step by step it is the same`).toEqual(toJson({ state: result.state, effects: result.effects, trace: result.trace }));
  expect(toJson({ state: replayed.state, effects: replayed.effects }), `${name}: replayed from its journal it is the same`).toEqual(toJson({ state: result.state, effects: result.effects }));
  const seqs = result.effects.flatMap((effect) => (effect.kind === 'send-message' ? [effect.message.seq] : []));
  expect(seqs, `${name}: messages are numbered without gaps`).toEqual(seqs.map((_, index) => state.nextSeq + index));
  expect(result.state.turn, `${name}: the turn is over`).toBeNull();
}

function checkAll(actual: JsonValue, expected: JsonObject[], label: string): void {
  const list = Array.isArray(actual) ? actual : [];
  expect(list.map((each, index) => likeExpected(each, expected[index], each)), label).toEqual(expected);
}

/** An actual value cut down to what is expected of it, so that a difference shows nothing else. */
function likeExpected(actual: JsonValue, expected: string | JsonObject | undefined, short: JsonValue): JsonValue {
  return expected === undefined || typeof expected === 'string' ? short : project(actual, expected);
}

function project(actual: JsonValue, expected: JsonValue): JsonValue {
  if (Array.isArray(actual) && Array.isArray(expected)) return actual.map((each, index) => project(each, expected[index] ?? null));
  if (!isJsonObject(actual) || !isJsonObject(expected)) return actual;
  return Object.fromEntries(Object.entries(expected).flatMap(([key, value]) => (Object.hasOwn(actual, key) ? [[key, isEmptyObject(value) ? (actual[key] ?? null) : project(actual[key] ?? null, value)]] : [])));
}

/** As a part, an empty object means that nothing is there. */
function isEmptyObject(value: JsonValue): boolean {
  return isJsonObject(value) && Object.keys(value).length === 0;
}

function holds(actual: JsonValue, expected: JsonValue): boolean {
  return JSON.stringify(project(actual, expected)) === JSON.stringify(expected);
}

function toJson(value: Message | object): JsonValue {
  return JSON.parse(JSON.stringify(value)) as JsonValue; // What a JSON parser gives is a JSON value.
}
