import { describe, expect, test } from 'vitest';
import { atElement, countElements, expandText, readSoleReference } from './expand-text';
import { buildSnapshot } from './variable-snapshot.schema';

const snapshot = buildSnapshot({
  bot: { n: 5, list: ['a', 'b', 'c'], empty: [], object: { a: 1 }, nested: '{$botContext.n}' },
  fields: { 'X.name': ['A', 'B'], 'X.none': [], 'X.one': ['only'] },
  responses: { api_X: { items: [{ t: 'p' }, { t: 'q' }] } },
});

describe('expandText', () => {
  test.each([
    ['no braces', 'no braces'],
    ['n={$botContext.n} {$botContext.unset}.', 'n=5 .'],
    ['{X.name} {X.name.count}', 'A, B 2'],
    ['{$botContext.nested}', '{$botContext.n}'],
    ['{ "json": 1 }', '{ "json": 1 }'],
  ])('%s', (template, text) => {
    expect(expandText(template, snapshot)).toBe(text);
  });

  test('one element: iterated values give theirs, a single value stands beside each, past the end is nothing', () => {
    const template = '{X.name} {$botContext.list} {X.one} {$botContext.n} {$.api_X.items[i].t} {$.api_X.items[0].t}';
    expect(expandText(template, snapshot, { element: 1 })).toBe('B b only 5 q p');
    expect(expandText(template, snapshot, { element: 2 })).toBe(' c only 5  p');
    expect(expandText('{X.name}', atElement('{X.name}', snapshot, 1))).toBe('B');
  });

  test('the encoder gets values only', () => {
    expect(expandText('<{$botContext.n}>', snapshot, { encode: (value) => `[${value}]` })).toBe('<[5]>');
  });
});

test.each([
  ['{$botContext.n}', 5],
  [' {$botContext.object} ', { a: 1 }],
  ['{X.name}', ['A', 'B']],
  ['{X.one}', 'only'],
  ['{$botContext.unset}', null],
  ['{$botContext.n}.', undefined],
  ['text', undefined],
])('a template that is only %s keeps its type', (template, value) => {
  expect(readSoleReference(template, snapshot)).toEqual(value);
});

test.each([
  [['{X.name}', '{$botContext.list}'], 3],
  [['{X.none}'], 0],
  [['{$botContext.empty}'], 0],
  [['{$.api_X.items[i].t}'], 2],
  [['{$.api_X.items[0].t}', '{$botContext.n}', 'text'], null],
])('elements of %j', (templates, count) => {
  expect(countElements(templates, snapshot)).toBe(count);
});
