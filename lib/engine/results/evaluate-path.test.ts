import { describe, expect, test } from 'vitest';
import type { JsonValue } from '@/lib/engine/json';
import { evaluatePath } from './evaluate-path';
import { parseResultPath } from './result-path';

const orders: JsonValue = {
  items: [
    { title: 'one', tags: ['a', 'b'], 'net price': 1 },
    { title: null, tags: [] },
    { tags: ['c'] },
  ],
  "it's": { '': 'empty' },
};

function read(text: string, document: JsonValue): JsonValue[] | string {
  const parsed = parseResultPath(text);
  return parsed.kind === 'problem' ? `${parsed.offset}: ${parsed.message}` : evaluatePath(parsed.path.steps, document);
}

describe('a path of the reference', () => {
  test.each<[string, JsonValue, JsonValue[]]>([
    ['{$.api_X.items[0].title}', orders, ['one']],
    ['$.api_X.items[0].title', orders, ['one']],
    ['{$.api_X.items[i].title}', orders, ['one', null]],
    ['items[i].title', orders, ['one', null]],
    ['items.0.title', orders, ['one']],
    ['{$.api_X.items[i].tags[i]}', orders, ['a', 'b', 'c']],
    ['{$.api_X.items[i].tags[0]}', orders, ['a', 'c']],
    ["{$.api_X.items[i]['net price']}", orders, [1]],
    ['{$.api_X.items[i]["net price"]}', orders, [1]],
    [String.raw`{$.api_X['it\'s']['']}`, orders, ['empty']],
    ['{$.api_X[0].answer}', [{ answer: 1 }, { answer: 2 }], [1]],
    ['{$.api_X[i].answer}', [{ answer: 1 }, { other: 0 }, { answer: 2 }], [1, 2]],
    ['[i].answer', [{ answer: 1 }, { answer: 2 }], [1, 2]],
    ['{$.api_X[i][i]}', [[1, 2], [3]], [1, 2, 3]],
    ['{$.api_X}', 'text', ['text']],
    ['{$.api_X.items[9].title}', orders, []],
    ['{$.api_X.items[i].title.length}', orders, []],
    ['{$.api_X[i]}', orders, []],
    ['{$.api_X.länge}', { länge: 3 }, [3]],
    ['{$.api_X.a-b}', { 'a-b': 3 }, [3]],
  ])('%s', (path, document, values) => {
    expect(read(path, document)).toEqual(values);
  });

  test('a prototype key finds only what the document itself holds', () => {
    expect(read('constructor.name', {})).toEqual([]);
    expect(read('__proto__', {})).toEqual([]);
    expect(read('__proto__.a', JSON.parse('{"__proto__":{"a":1}}') as JsonValue)).toEqual([1]);
  });

  test('no more values are captured than asked for', () => {
    const steps = parseResultPath('[i]');
    if (steps.kind === 'problem') throw new Error(steps.message);
    expect(evaluatePath(steps.path.steps, [1, 2, 3, 4], 3)).toEqual([1, 2, 3]);
  });
});

describe('a broken path names what is wrong and where', () => {
  test.each([
    ['', 0, 'empty'],
    ['{}', 1, 'empty'],
    ['{$.api_X.items', 14, 'closing brace'],
    ['$.items', 0, '$.api_'],
    ['{$.api_X.}', 9, 'key is missing'],
    ['{$.api_X.a..b}', 11, 'key is missing'],
    ['{$.api_X.items[j].a}', 14, 'brackets'],
    ['{$.api_X.items[-1]}', 14, 'brackets'],
    ['{$.api_X.items[i}', 14, 'brackets'],
    ['items[0]title', 8, 'can’t stand here'],
    ['a b', 1, 'can’t stand here'],
  ])('%s', (text, offset, words) => {
    expect(parseResultPath(text)).toEqual({ kind: 'problem', offset, message: expect.stringContaining(words) });
  });
});
