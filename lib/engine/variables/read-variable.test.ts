import { expect, test } from 'vitest';
import { findReferences } from './parse-template';
import { readVariable, toVariableText } from './read-variable';
import { buildSnapshot, variableSnapshotSchema } from './variable-snapshot.schema';
import { withTestValues } from './with-test-values';

const snapshot = buildSnapshot({
  bot: { name: 'Ada', count: 0, no: false, gone: null, list: [1, 2], person: { a: 1 } },
  slot: { city: 'Graz' },
  environment: { baseUrl: 'https://bank.example', name: 'from the environment' },
  system: { userMessage: 'hello', conversationId: 'c1' },
  fields: { 'Orders.title': ['one', 'two'], 'Orders.none': [], 'Orders.single': [{ a: 1 }], 'Orders.null': [null] },
  responses: { api_Orders: { items: [{ id: 1 }, { id: 2 }] } },
});

function read(template: string, from = snapshot) {
  return findReferences(template).map(({ reference, name }) => readVariable(reference, name, from))[0];
}

test.each([
  ['{$botContext.name}', ['Ada'], 'Ada'],
  ['{$botContext.count}', [0], '0'],
  ['{$botContext.no}', [false], 'false'],
  ['{$botContext.gone}', [], ''],
  ['{$botContext.missing}', [], ''],
  ['{$botContext.list}', [[1, 2]], '[1,2]'],
  ['{$botContext.person}', [{ a: 1 }], '{"a":1}'],
  ['{$botContext.__proto__}', [], ''],
  ['{$botContext.constructor}', [], ''],
  ['{$botContext.slot.city}', ['Graz'], 'Graz'],
  ['{$env.name}', ['from the environment'], 'from the environment'],
  ['{$userMessage}', ['hello'], 'hello'],
  ['{$query}', ['hello'], 'hello'],
  ['{$firstname}', [], ''],
  ['{Orders.title}', ['one', 'two'], 'one, two'],
  ['{Orders.title.count}', [2], '2'],
  ['{Orders.none}', [], ''],
  ['{Orders.none.count}', [0], '0'],
  ['{Orders.unknown.count}', [], ''],
  ['{Orders.single}', [{ a: 1 }], '{"a":1}'],
  ['{Orders.null}', [null], ''],
  ['{$.api_Orders.items[i].id}', [1, 2], '1, 2'],
  ['{$.api_Orders.items[1].id}', [2], '2'],
  ['{$.api_Other.items}', [], ''],
])('%s reads %j', (template, values, text) => {
  expect(read(template)).toEqual(values);
  expect(toVariableText(read(template) ?? [])).toBe(text);
});

test.each([
  ['{$botContext.name}', 'Eve', ['Eve']],
  ['{$botContext.__proto__}', 'own', ['own']],
  ['{$botContext.slot.city}', '', ['']],
  ['{$env.baseUrl}', 'http://test', ['http://test']],
  ['{$userMessage}', 'typed', ['typed']],
  ['{Orders.title}', '["a","b"]', ['a', 'b']],
  ['{Orders.title}', '12345678901234567890', ['12345678901234567890']],
  ['{Orders.title}', '{broken', ['{broken']],
  ['{Orders.title.count}', '7', ['7']],
  ['{$.api_Orders.items[i].id}', '9', ['9']],
])('a test value wins: %s', (template, testValue, values) => {
  const name = template.slice(1, -1);
  expect(read(template, withTestValues(snapshot, { [name]: testValue, 'not a reference': 'x' }))).toEqual(values);
});

test('test values leave the snapshot as it was', () => {
  const before = JSON.stringify(snapshot);
  withTestValues(snapshot, { '$botContext.name': 'Eve', 'Orders.title': 'x', '$env.baseUrl': 'y' });
  expect(JSON.stringify(snapshot)).toBe(before);
});

test('a snapshot survives JSON', () => {
  expect(variableSnapshotSchema.parse(JSON.parse(JSON.stringify(snapshot)))).toEqual(snapshot);
  expect(variableSnapshotSchema.parse({})).toEqual(buildSnapshot());
});
