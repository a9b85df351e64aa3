import fc from 'fast-check';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import type { JsonValue } from '@/lib/engine/json';
import { inferShape, isSameShape, responseShapeSchema } from './response-shape.rules';
import { toTypeText } from './response-type.rules';
import { compareShapes, toFieldReliedPaths, toReliedPaths } from './shape-drift.rules';

const before: JsonValue = { total: 2, next: null, items: [{ title: 'a', price: 1, note: 'x' }, { title: 'b', price: 2 }], owner: { name: 'Ada' }, tags: ['x'] };

describe('a shape', () => {
  test('merges elements, marks optional keys and nulls', () => {
    expect(inferShape([{ a: 1, b: null }, { a: 'x' }])).toEqual({
      types: ['array'],
      element: {
        types: ['object'],
        fields: [
          { name: 'a', shape: { types: ['number', 'string'] } },
          { name: 'b', shape: { types: ['null'] }, isOptional: true },
        ],
      },
    });
  });

  test.each<[string, JsonValue, JsonValue]>([
    ['another sort of value', { a: 1 }, { a: 'x' }],
    ['a key more', { a: 1 }, { a: 1, b: 1 }],
    ['another key', { a: 1 }, { b: 1 }],
    ['a key that became optional', [{ a: 1 }, { a: 1 }], [{ a: 1 }, {}]],
    ['elements where there were none', [], [1]],
    ['another sort of element', [1], ['x']],
    ['a list in place of an object', {}, []],
    ['something left out', Array.from({ length: 3 }, () => 1), Array.from({ length: 600 }, () => 1)],
  ])('is not the same with %s', (_title, a, b) => {
    expect([isSameShape(inferShape(a), inferShape(b)), isSameShape(inferShape(b), inferShape(a))]).toEqual([false, false]);
  });

  test('is the same exactly when its JSON is, whatever the documents', () => {
    const small = fc.letrec((tie) => ({ value: fc.oneof({ maxDepth: 3 }, fc.constantFrom<JsonValue>(1, 'a', null, true), fc.dictionary(fc.constantFrom('a', 'b'), tie('value')), fc.array(tie('value'), { maxLength: 2 })) })).value;
    fc.assert(
      fc.property(small, small, (first, second) => {
        const [a, b] = [inferShape(first as JsonValue), inferShape(second as JsonValue)];
        expect(isSameShape(a, b)).toBe(JSON.stringify(a) === JSON.stringify(b));
        expect(isSameShape(a, responseShapeSchema.parse(JSON.parse(JSON.stringify(a))))).toBe(true);
      }),
    );
  });

  test('survives JSON and its schema, whatever the document', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (document) => {
        const shape = inferShape(document as JsonValue);
        expect(responseShapeSchema.parse(JSON.parse(JSON.stringify(shape)))).toEqual(shape);
      }),
    );
  });

  test('keeps a key called __proto__ as an ordinary key', () => {
    const shape = inferShape(JSON.parse('{"__proto__":{"a":1}}') as JsonValue);
    expect(shape.fields?.map((field) => field.name)).toEqual(['__proto__']);
    expect(responseShapeSchema.parse(JSON.parse(JSON.stringify(shape)))).toEqual(shape);
  });

  test.each<[string, JsonValue]>([
    ['an endless list', Array.from({ length: 200_000 }, (_, id) => ({ id }))],
    ['a map with a hundred thousand keys', Object.fromEntries(Array.from({ length: 100_000 }, (_, id) => [`k${id}`, { id }]))],
    ['a deep document', Array.from({ length: 3_000 }).reduce<JsonValue>((inner) => ({ inner }), 1)],
    ['a wide and deep document', Object.fromEntries(Array.from({ length: 150 }, (_, a) => [`a${a}`, Object.fromEntries(Array.from({ length: 150 }, (_, b) => [`b${b}`, { c: 1 }]))]))],
  ])('stays small for %s', (_title, document) => {
    const shape = inferShape(document);
    expect(JSON.stringify(shape).length).toBeLessThan(200_000);
    expect(JSON.stringify(shape)).toContain('"isCut":true');
    expect(toTypeText(shape).length).toBeLessThan(100_000);
  });
});

describe('drift', () => {
  const fields = ['{$.api_X.items[i].title}', 'owner.name', '$.items[*].price', 'next', 'tags[0]', 'items[0].note', '{broken'].map((path, index) => ({ key: `k${index}`, path }));
  const relied = toFieldReliedPaths(fields, 'X');

  test.each<[string, JsonValue, [string, string, string, string][]]>([
    ['none in the same response', before, []],
    ['a missing key', { ...before, owner: {} }, [['missing', 'owner.name', 'string', 'nothing']]],
    ['a missing object shows at the object', { ...before, owner: undefined } as unknown as JsonValue, [['missing', 'owner', 'object', 'nothing']]],
    ['a changed type', { ...before, items: [{ title: 5, price: 1 }] }, [['type-changed', 'items[i].title', 'string', 'number']]],
    ['a changed type in between', { ...before, items: { a: 1 } }, [['type-changed', 'items', 'array', 'object']]],
    ['a new null', { ...before, items: [{ title: 'a', price: null }, { title: 'b', price: 1 }] }, [['new-null', 'items[i].price', 'number', 'null or number']]],
    ['a null in place of an object', { ...before, owner: null }, [['new-null', 'owner', 'object', 'null']]],
    ['the whole response changed', [1], [['type-changed', 'the response', 'object', 'array']]],
    ['none where a list is empty', { ...before, items: [], tags: [] }, []],
    ['none where an optional key is absent', { ...before, items: [{ title: 'a', price: 1 }] }, []],
    ['none where only null was known', { ...before, next: 'page 2' }, []],
    ['none where nothing relies on it', { ...before, total: 'two' }, []],
    ['none for a new key', { ...before, more: 1 }, []],
  ])('%s', (_title, after, drift) => {
    const changed = JSON.parse(JSON.stringify(after)) as JsonValue;
    expect(compareShapes(inferShape(before), inferShape(changed), relied).map(({ change, path, before: old, after: now }) => [change, path, old, now])).toEqual(drift);
  });

  test('a script relies on the places whose keys it mentions', () => {
    const script = `var data = JSON.parse(botContext.getBotVariable('api_X').jsonData).api_X;
      data.items.forEach(function (item) { out.push(item.title + item["price"]); });`;
    expect(toReliedPaths(script, inferShape(before)).map((steps) => steps.map((step) => (step.kind === 'key' ? step.name : step.kind)).join('.'))).toEqual([
      'items', 'items.every.title', 'items.every.price',
    ]);
    expect(toReliedPaths('', inferShape(before))).toEqual([]);
  });
});

describe('a response type', () => {
  test.each<[JsonValue, string]>([
    [before, '{ total: number; next: any; items: { title: string; price: number; note?: string }[]; owner: { name: string }; tags: string[] }'],
    [[1, 'a', null], '(number | string | null)[]'],
    [[], 'any[]'],
    [{}, '{}'],
    [null, 'any'],
    [{ 'a b': 1, '1': 2, 'quote"\n': 3, class: 4 }, '{ "1": number; "a b": number; "quote\\"\\n": number; class: number }'],
  ])('%j', (document, text) => {
    expect(toTypeText(inferShape(document))).toBe(text);
  });

  test('is valid TypeScript, whatever the keys', () => {
    const key = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('*/', '`', '${', '\u2028', '__proto__', 'constructor', '?', '"'));
    const document = fc.letrec((tie) => ({ value: fc.oneof({ depthSize: 'small' }, fc.constantFrom<JsonValue>(1, 'a', null, true), fc.dictionary(key, tie('value')), fc.array(tie('value'))) })).value;
    fc.assert(
      fc.property(document, (value) => {
        const text = `type Response = ${toTypeText(inferShape(value as JsonValue))};`;
        const { diagnostics } = ts.transpileModule(text, { reportDiagnostics: true });
        expect([text, diagnostics?.map((diagnostic) => diagnostic.messageText)]).toEqual([text, []]);
      }),
      { numRuns: 60 },
    );
  });

  test('of a shape that was cut tolerates every key', () => {
    expect(toTypeText(inferShape(Object.fromEntries(Array.from({ length: 300 }, (_, id) => [`k${id}`, 1]))))).toMatch(/; \[key: string\]: any }$/);
  });
});
