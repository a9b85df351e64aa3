import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { JsonValue } from '@/lib/engine/json';
import { evaluateFields } from './custom-data-field.rules';
import { parseFieldPath } from './field-path.rules';
import { pathForValue, suggestFieldKey, type ValueLocation } from './field-suggestion.rules';

const document: JsonValue = {
  items: [
    { title: 'one', price: 5, tags: ['a', 'b'] },
    { title: 'two', price: 15, tags: [] },
    { title: null, price: 25 },
  ],
  owner: { name: 'Ada' },
};

function evaluate(path: string, from: JsonValue | undefined = document) {
  const [result] = evaluateFields([{ key: 'k', path }], 'X', from);
  return result;
}

describe('a custom data field', () => {
  test.each<[string, JsonValue[]]>([
    ['{$.api_X.items[i].title}', ['one', 'two', null]],
    ['{ $.api_X.items[0].title }', ['one']],
    ['$.api_X.items[i].title', ['one', 'two', null]],
    ['items[1].title', ['two']],
    ['{owner.name}', ['Ada']],
    ['api_X.owner.name', ['Ada']],
    ['api_X', [document]],
    ['{$.api_X}', [document]],
    ['{$.api_X.items[i].tags[i]}', ['a', 'b']],
    ['$.items[*].title', ['one', 'two', null]],
    ['$.items[?@.price > 10].title', ['two', null]],
    ['$.items[?match(@.title, "t.o")].price', [15]],
    ['$.items[?search(@.title, "^o|w")].price', [5, 15]],
    ['$.items[-1].price', [25]],
    ['$.items[0:2].price', [5, 15]],
    ['$..price', [5, 15, 25]],
    ['$..tags.*', ['a', 'b']],
    ['$', [document]],
    ["$['owner']['name']", ['Ada']],
    ['$.api_X.items[?@.price > 10].title', ['two', null]],
    ['{$.api_X..name}', ['Ada']],
    ['$.api_Other.items', []],
    ['$.items[?count(@.tags[*]) > 1].title', ['one']],
    ['$.missing', []],
  ])('%s', (path, values) => {
    expect(evaluate(path)).toEqual({ key: 'k', path, values, count: values.length, problem: null });
  });

  test('a top-level array is iterated', () => {
    expect(evaluate('{$.api_X[i].f}', [{ f: 1 }, {}, { f: 2 }])?.values).toEqual([1, 2]);
  });

  test('is empty without a problem when there is no response', () => {
    expect(evaluateFields([{ key: 'k', path: 'items[i]' }], 'X', undefined)).toEqual([{ key: 'k', path: 'items[i]', values: [], count: 0, problem: null }]);
  });

  test('keeps the first 10,000 values and says so', () => {
    const result = evaluate('[i]', Array.from({ length: 10_001 }, (_, index) => index));
    expect(result).toMatchObject({ count: 10_000, problem: expect.stringContaining('10,000') });
    expect(evaluate('$[*]', Array.from({ length: 10_000 }, () => 0))?.problem).toBeNull();
  });

  test('finds no inherited property', () => {
    expect(evaluate('$.constructor')?.values).toEqual([]);
    expect(evaluate('$.__proto__')?.values).toEqual([]);
    expect(evaluate('$.__proto__', JSON.parse('{"__proto__":1}') as JsonValue)?.values).toEqual([1]);
  });
});

describe('a JSONPath cannot stop the server', () => {
  const nested = (depth: number): JsonValue => (depth === 0 ? 1 : [nested(depth - 1)]);
  const wide = Array.from({ length: 50_000 }, (_, index) => ({ a: index }));
  test.each<[string, string, JsonValue]>([
    ['by naming everything over and over', `$${'[*,*]'.repeat(40)}.nothing`, nested(40)],
    ['by naming everything over and over in a filter', `$[?@${'[*,*]'.repeat(40)}.nothing]`, nested(42)],
    ['by descending again and again', '$..*..*..*..*..*..nothing', nested(200)],
    ['by comparing each with each', '$[?count($[?@.a == 1]) == 7]', wide],
    ['by descending from each into the root', '$[?count($..*) == 7]', wide],
    ['by a backtracking pattern over a long text', '$[?match(@, "(a+)+(a+)+b{1,500}")]', ['a'.repeat(1_000_000)]],
    ['by a deep document', '$..a', nested(5_000)],
  ])('%s', (_title, path, from) => {
    expect(evaluate(path, from)?.problem).toEqual(expect.stringMatching(/more precise/));
  });

  test('a pattern that backtracks elsewhere is answered', () => {
    expect(evaluate('$[?match(@, "(a+)+b")]', ['a'.repeat(5_000)])).toMatchObject({ values: [], problem: null });
  });
});

describe('a broken path is explained', () => {
  test.each([
    ['{$.api_Other.items}', 3, 'api_Other'],
    ['$.items[', 8, 'JSONPath'],
    ['$.items[?@.a ==]', 15, 'JSONPath'],
    ['$.api_X.items[?@.a ==]', 21, 'JSONPath'],
    ['$.items[i].title', 0, '$.api_'],
    ['{$.api_X.items[i]title}', 17, 'can’t stand here'],
    ['items[j]', 5, 'brackets'],
    ['{}', 0, 'empty'],
    ['$[?nope(@)]', 3, 'nope'],
  ])('%s', (path, offset, words) => {
    expect(parseFieldPath(path, 'X')).toEqual({ kind: 'problem', offset, message: expect.stringContaining(words) });
    expect(evaluate(path)).toMatchObject({ values: [], count: 0, problem: expect.stringContaining(words) });
  });
});

describe('clicking a value', () => {
  test.each<[ValueLocation, boolean, string]>([
    [['items', 3, 'title'], false, '{$.api_X.items[3].title}'],
    [['items', 3, 'title'], true, '{$.api_X.items[i].title}'],
    [['items', 3, 'tags', 0], true, '{$.api_X.items[i].tags[i]}'],
    [[2], true, '{$.api_X[i]}'],
    [[], false, '{$.api_X}'],
    [['a b', "it's"], false, String.raw`{$.api_X['a b']['it\'s']}`],
    [['a}b', 1, "c'd"], false, `$["a}b"][1]["c'd"]`],
    [['a}b', 1], true, '$["a}b"][*]'],
  ])('%j (every: %j) gives %s', (location, every, path) => {
    expect(pathForValue(location, { responseVariable: 'X', every })).toBe(path);
  });

  test('leads back to the value, whatever its keys', () => {
    const segment = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 6 }), fc.constantFrom('{', '\\', "'", '"', '\n', 'i', '0', '__proto__', 'a.b', ''), fc.nat(3));
    fc.assert(
      fc.property(fc.array(segment, { maxLength: 5 }), (location) => {
        const from = location.reduceRight<JsonValue>(
          (inner, key) => (typeof key === 'number' ? Array.from({ length: key + 1 }, () => inner) : (JSON.parse(`{${JSON.stringify(key)}:${JSON.stringify(inner)}}`) as JsonValue)),
          'the value',
        );
        expect(evaluate(pathForValue(location, { responseVariable: 'X', every: false }), from)).toMatchObject({ values: ['the value'], problem: null });
      }),
    );
  });

  test.each<[ValueLocation, string[], string]>([
    [['items', 0, 'title'], [], 'title'],
    [['items', 0, 'title'], ['title'], 'itemsTitle'],
    [['items', 0, 'title'], ['title', 'itemsTitle'], 'title2'],
    [[0], [], 'value'],
    [[0], ['value', 'value2'], 'value3'],
    [['a b.c{d}'], [], 'aBCD'],
    [['{}'], [], 'value'],
    [['x'.repeat(200)], [], 'x'.repeat(100)],
  ])('%j beside %j suggests %s', (location, existing, key) => {
    expect(suggestFieldKey(location, existing)).toBe(key);
  });
});
