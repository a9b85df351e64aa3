import { describe, expect, it } from 'vitest';

import { formatJsonPath, toPathKey } from '@/components/studio/json/json-path';
import { cellOf, findColumns, isTableLike, orderRows, toCellText } from '@/components/studio/json/json-table-rows';
import { CHILD_PAGE_COUNT, EXPAND_ALL_NODES_MAX, findExpandableKeys, flattenJson, revealPath } from '@/components/studio/json/json-tree-rows';
import { prettyJson } from '@/components/studio/json/pretty-json';
import { findOccurrences, findRawLine, rawLineAt, RAW_LINE_LENGTH_MAX, splitRawText } from '@/components/studio/json/raw-text-lines';
import { searchJson, SEARCH_MATCHES_MAX } from '@/components/studio/json/search-json';
import type { JsonValue } from '@/lib/engine/json';

const document = { accounts: [{ id: 'a1', tags: ['x'] }, { id: 'a2', tags: [] }], total: 2 };
const closed = { expandedKeys: new Set<string>(), shownCountByKey: new Map<string, number>() };
const open = (...paths: (string | number)[][]) => ({ ...closed, expandedKeys: new Set(paths.map(toPathKey)) });

describe('flattenJson', () => {
  it('shows only what is expanded', () => {
    const names = (view: typeof closed) => flattenJson(document, view).map((row) => (row.kind === 'node' ? row.name : row.kind));
    expect(names(closed)).toEqual([null]);
    expect(names(open([]))).toEqual([null, 'accounts', 'total']);
    expect(names(open([], ['accounts'], ['accounts', 0]))).toEqual([null, 'accounts', 0, 'id', 'tags', 1, 'total']);
  });

  it('never opens an empty value', () => {
    const rows = flattenJson(document, open([], ['accounts'], ['accounts', 1], ['accounts', 1, 'tags']));
    expect(rows.at(-2)).toMatchObject({ name: 'tags', childCount: 0, isExpanded: false });
  });

  it('shows a page of a long list and one line for the rest', () => {
    const rows = flattenJson(Array.from({ length: 2_500 }, (_, index) => index), open([]));
    expect(rows).toHaveLength(1 + CHILD_PAGE_COUNT + 1);
    expect(rows.at(-1)).toMatchObject({ kind: 'more', hiddenCount: 1_500 });
  });
});

describe('findExpandableKeys', () => {
  it('opens everything in a small document', () => {
    expect(findExpandableKeys(document)).toEqual(new Set([[], ['accounts'], ['accounts', 0], ['accounts', 1], ['accounts', 0, 'tags']].map(toPathKey)));
  });

  it('stays bounded in a large one', () => {
    const large = Array.from({ length: 900 }, () => Array.from({ length: 100 }, () => [1]));
    const view = { ...closed, expandedKeys: findExpandableKeys(large) };
    expect(flattenJson(large, view).length).toBeLessThanOrEqual(EXPAND_ALL_NODES_MAX);
  });
});

describe('revealPath', () => {
  it('makes a value deep in a long list visible', () => {
    const large = { rows: Array.from({ length: 3_000 }, (_, index) => ({ n: index })) };
    const rows = flattenJson(large, revealPath(large, closed, ['rows', 2_345, 'n']));
    expect(rows.some((row) => row.kind === 'node' && row.key === toPathKey(['rows', 2_345, 'n']))).toBe(true);
  });
});

describe('searchJson', () => {
  it.each([
    ['A1', [['accounts', 0, 'id']]],
    ['tags', [['accounts', 0, 'tags'], ['accounts', 1, 'tags']]],
    ['2', [['accounts', 1, 'id'], ['total']]],
    ['', []],
    ['absent', []],
  ])('finds “%s” in names and values', (query, paths) => {
    expect(searchJson(document, query)).toEqual(paths);
  });

  it('stops at its limit', () => {
    expect(searchJson(Array.from({ length: 5_000 }, () => 'x'), 'x')).toHaveLength(SEARCH_MATCHES_MAX);
  });
});

describe('formatJsonPath', () => {
  it.each([
    [[], ''],
    [['a', 0, 'b'], 'a[0].b'],
    [[0, 'b'], '[0].b'],
    [['odd key', 'x"y', 'z'], '["odd key"]["x\\"y"].z'],
  ])('writes %j', (path, text) => {
    expect(formatJsonPath(path)).toBe(text);
  });
});

describe('a list as a table', () => {
  const list: JsonValue[] = [{ n: 10, s: 'b10' }, { n: 9, extra: [1, 2] }, { n: null, s: 'b9' }];

  it('has the columns of its first rows in order of appearance', () => {
    expect(findColumns(list)).toEqual({ columns: ['n', 's', 'extra'], hiddenColumnCount: 0 });
  });

  it('puts missing values last in both directions', () => {
    expect(orderRows(list, { column: 'n', direction: 'ascending' })).toEqual([1, 0, 2]);
    expect(orderRows(list, { column: 'n', direction: 'descending' })).toEqual([0, 1, 2]);
    expect(orderRows(list, { column: 's', direction: 'ascending' })).toEqual([2, 0, 1]);
  });

  it('takes only own properties as cells', () => {
    expect(cellOf({}, 'toString')).toBeUndefined();
    expect(toCellText([1, 2])).toBe('[2]');
  });

  it.each([
    [[{}], true],
    [[], false],
    [[{}, 1], false],
    [{ a: [] }, false],
  ])('accepts %j: %s', (value, isTable) => {
    expect(isTableLike(value)).toBe(isTable);
  });
});

describe('prettyJson', () => {
  it('indents as JSON.stringify does', () => {
    const text = JSON.stringify({ a: [1, { b: 'x, {y}: "z"\\' }], c: {}, d: [], e: null });
    expect(prettyJson(text)).toEqual({ text: JSON.stringify(JSON.parse(text), null, 2), kind: 'indented' });
  });

  it('reads strings that end in backslashes and hold quotation marks', () => {
    const text = ' [ "a\\\\" , "\\"" , [ ] , { } , -1e+5 ] ';
    expect(prettyJson(text).text).toBe(JSON.stringify(JSON.parse(text), null, 2).replace('-100000', '-1e+5'));
  });

  it('keeps numbers and repeated names as they were sent', () => {
    const { text } = prettyJson('{"a":1.0,"a":12345678901234567890}');
    expect(text).toBe('{\n  "a": 1.0,\n  "a": 12345678901234567890\n}');
  });

  it('gives back what is not JSON', () => {
    expect(prettyJson('<a>{}</a>')).toEqual({ text: '<a>{}</a>', kind: 'not-json' });
  });
});

describe('raw text', () => {
  const linesOf = (text: string) => {
    const lines = splitRawText(text);
    return lines.starts.map((_, index) => [lines.numbers[index], rawLineAt(text, lines, index)]);
  };

  it('keeps empty lines and drops line breaks', () => {
    expect(linesOf('a\r\n\nb\n')).toEqual([[1, 'a'], [2, ''], [3, 'b'], [4, '']]);
  });

  it('breaks long lines and numbers their parts alike', () => {
    const long = 'x'.repeat(RAW_LINE_LENGTH_MAX * 2 + 1);
    expect(linesOf(`${long}\ny`).map(([number, text]) => [number, String(text).length])).toEqual([
      [1, RAW_LINE_LENGTH_MAX],
      [1, RAW_LINE_LENGTH_MAX],
      [1, 1],
      [2, 1],
    ]);
  });

  it('finds the line of a position', () => {
    const lines = splitRawText('ab\ncd\nef');
    expect([0, 2, 3, 7].map((position) => findRawLine(lines, position))).toEqual([0, 0, 1, 2]);
  });

  it('finds text literally, upper and lower case alike', () => {
    expect(findOccurrences('a.B a.b axb', 'a.b', 10)).toEqual([0, 4]);
    expect(findOccurrences('aaaa', 'a', 2)).toEqual([0, 1]);
  });
});
