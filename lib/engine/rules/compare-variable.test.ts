import { describe, expect, test } from 'vitest';
import type { JsonValue } from '@/lib/engine/json';
import type { ComparisonOperator } from '@/lib/engine/program/condition.schema';
import { buildFacts } from './answer-facts';
import { compareVariable } from './compare-variable';

function compare(value: JsonValue | undefined, operator: ComparisonOperator, wanted = '') {
  return compareVariable({ variable: 'balance', operator, value: wanted }, buildFacts({ readVariable: (name) => (name === 'balance' ? value : 'wrong') }));
}

describe('every operator', () => {
  test.each<[JsonValue | undefined, ComparisonOperator, string, boolean]>([
    ['Yes', 'equals', 'Yes', true],
    ['Yes', 'equals', 'yes', false],
    [5, 'equals', '5.0', true],
    ['5', 'equals', '5.0', true],
    ['007', 'equals', '7', false],
    [true, 'equals', 'true', true],
    [undefined, 'equals', '', true],
    [undefined, 'equals', 'x', false],
    [['a', 'b'], 'equals', '["a","b"]', true],
    ['a', 'not-equals', 'b', true],
    [1, 'not-equals', '1', false],
    ['abc', 'contains', 'b', true],
    ['abc', 'contains', 'B', false],
    [['red', 'blue'], 'contains', 'blue', true],
    [[1, 2], 'contains', '2', true],
    ['abc', 'contains', '', false],
    ['abc', 'not-contains', 'x', true],
    ['abc', 'not-contains', 'a', false],
    [undefined, 'not-contains', 'a', true],
    ['abc', 'starts-with', 'ab', true],
    ['abc', 'starts-with', 'bc', false],
    ['abc', 'ends-with', 'bc', true],
    ['abc', 'ends-with', 'ab', false],
    ['Hello There', 'matches-pattern', 'hello*', true],
    ['Hello There', 'matches-pattern', 'hello', false],
    ['Hello', 'matches-pattern', '(hello', false],
    [501, 'greater-than', '500', true],
    [500, 'greater-than', '500', false],
    ['9', 'greater-than', '10', false],
    ['1e3', 'greater-than', '999', true],
    ['abc', 'greater-than', '5', false],
    [undefined, 'less-than', '5', false],
    ['2024-05-31', 'greater-than', '2024-04-30', true],
    [500, 'greater-or-equal', '500', true],
    [499.9, 'greater-or-equal', '500', false],
    [-1, 'less-than', '0', true],
    [0, 'less-than', '0', false],
    ['.5', 'less-or-equal', '0.50', true],
    [0.6, 'less-or-equal', '0.5', false],
    ['b', 'is-one-of', 'a\n b \nc', true],
    [2, 'is-one-of', '1\n2.0', true],
    ['d', 'is-one-of', 'a\nb', false],
    ['', 'is-one-of', '\n', false],
    ['', 'is-set', '', true],
    [null, 'is-set', '', false],
    [undefined, 'is-set', '', false],
    [undefined, 'is-not-set', '', true],
    [0, 'is-not-set', '', false],
    [undefined, 'is-empty', '', true],
    [' ', 'is-empty', '', true],
    [[], 'is-empty', '', true],
    [{}, 'is-empty', '', true],
    [0, 'is-empty', '', false],
    [false, 'is-empty', '', false],
    [['a'], 'is-not-empty', '', true],
    ['', 'is-not-empty', '', false],
  ])('%j %s %j: %s', (value, operator, wanted, matched) => {
    expect(compare(value, operator, wanted).matched).toBe(matched);
  });
});

test.each<[JsonValue | undefined, ComparisonOperator, string, string]>([
  [120, 'greater-than', '500', 'balance is 120, not greater than 500'],
  [620, 'greater-than', '500', 'balance is 620, greater than 500'],
  ['red', 'equals', 'blue', 'balance is “red”, not “blue”'],
  ['red', 'not-equals', 'red', 'balance is “red”, which is “red”'],
  ['red', 'is-one-of', 'blue\n5', 'balance is “red”, none of “blue”, 5'],
  ['abc', 'contains', 'x', 'balance is “abc”, which does not contain “x”'],
  [undefined, 'is-set', '', 'balance is not set, wanted a value'],
  [undefined, 'is-not-set', '', 'balance is not set, as wanted'],
  ['x', 'is-not-set', '', 'balance is “x”, wanted none'],
  [undefined, 'equals', 'x', 'balance is not set, not “x”'],
])('%j %s %j gives the reason “%s”', (value, operator, wanted, reason) => {
  expect(compare(value, operator, wanted).reason).toBe(reason);
});

test('the wanted value may hold variables', () => {
  const facts = buildFacts({ readVariable: () => 5, expandText: (template) => template.replace('{$botContext.limit}', '4') });
  expect(compareVariable({ variable: 'count', operator: 'greater-than', value: '{$botContext.limit}' }, facts)).toEqual({ matched: true, reason: 'count is 5, greater than 4' });
});
