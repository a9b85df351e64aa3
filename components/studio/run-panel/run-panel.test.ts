import { describe, expect, it } from 'vitest';

import { buildRun } from '@/components/studio/run-panel/build-run.fixture';
import { compareHeaders } from '@/components/studio/run-panel/compare-headers';
import { describeResult } from '@/components/studio/run-panel/describe-result';
import { buildFieldKeyFinder } from '@/components/studio/run-panel/find-field-key';
import { countItems, findTableLists } from '@/components/studio/run-panel/find-lists';
import { listVariables, withTestValue } from '@/components/studio/run-panel/list-variables';
import { bytesText, msText } from '@/components/studio/run-panel/measure-text';
import { findRemedies } from '@/components/studio/run-panel/outcome-remedies';
import { readRunDocuments } from '@/components/studio/run-panel/run-documents';

describe('durations and sizes', () => {
  it.each([
    [0, '0 ms'],
    [0.42, '0.4 ms'],
    [143.4, '143 ms'],
    [999.6, '1.00 s'],
    [12_345, '12.3 s'],
    [65_000, '1 min 5 s'],
  ])('%d ms read %s', (durationMs, text) => expect(msText(durationMs)).toBe(text));

  it.each([
    [0, '0 B'],
    [1_023, '1023 B'],
    [2_355, '2.3 KB'],
    [1_048_575, '1 MB'],
    [5 * 1024 * 1024, '5 MB'],
  ])('%d bytes read %s', (bytes, text) => expect(bytesText(bytes)).toBe(text));
});

describe('describeResult', () => {
  it('says a success in one line', () => {
    expect(describeResult(buildRun(), { driftCount: 0, itemCount: 10 })).toEqual({
      tone: 'good',
      word: 'Success',
      title: '200 OK',
      facts: ['143 ms', '2.3 KB', '10 items', 'try 1 of 1'],
    });
  });

  it('is amber when the response drifted or took several tries', () => {
    const [attempt] = buildRun().attempts;
    const attempts = attempt ? [attempt, { ...attempt, number: 2 }] : [];
    expect(describeResult(buildRun(), { driftCount: 2, itemCount: null }).tone).toBe('warn');
    expect(describeResult(buildRun({ attempts }), { driftCount: 0, itemCount: null })).toMatchObject({ tone: 'warn', facts: ['143 ms', '2.3 KB', 'try 2 of 2'] });
  });

  it('is red in words when it failed, with the status that came all the same', () => {
    const run = buildRun({ outcome: { kind: 'script-failed', message: 'x is not defined', line: 3, column: 1 } });
    expect(describeResult(run, { driftCount: 0, itemCount: null })).toMatchObject({ tone: 'bad', word: 'Failure', title: 'Script failed (200 OK)' });
    const timeout = buildRun({ outcome: { kind: 'timeout', timeoutMs: 1_000 }, response: null });
    expect(describeResult(timeout, { driftCount: 0, itemCount: null })).toMatchObject({ tone: 'bad', title: 'Timed out', facts: ['143 ms', 'try 1 of 1'] });
  });

  it('names a run on the sample instead of tries', () => {
    expect(describeResult(buildRun({ mode: 'sample', attempts: [] }), { driftCount: 0, itemCount: null }).facts).toContain('on the sample');
  });
});

describe('findRemedies', () => {
  it('leads to the field of a request that could not be built', () => {
    expect(findRemedies({ kind: 'invalid-request', field: 'headers.2.value', reason: '' }, null)).toEqual([{ kind: 'place', label: 'Go to the field', place: 'headers.2.value' }]);
  });

  it('leads to the credential that failed', () => {
    expect(findRemedies({ kind: 'credential-failed', reason: '' }, 'c 1')).toMatchObject([{ href: '/credentials/c%201' }]);
  });
});

describe('lists in a document', () => {
  it('finds tables outermost first and none within elements', () => {
    const document = { meta: { tags: ['a'], rows: [{ n: 1 }] }, items: [{ parts: [{ p: 1 }] }] };
    expect(findTableLists(document).map(({ path }) => path)).toEqual([['items'], ['meta', 'rows']]);
    expect(findTableLists([{ a: 1 }])).toMatchObject([{ path: [] }]);
    expect(findTableLists(undefined)).toEqual([]);
  });

  it.each([
    [[1, 2, 3], 3],
    [{ items: [], page: { ids: [1] } }, 0],
    [{ a: [1], b: [2] }, null],
    ['text', null],
  ])('counts the items of %j: %s', (document, count) => expect(countItems(document)).toBe(count));
});

describe('buildFieldKeyFinder', () => {
  const finder = buildFieldKeyFinder(
    [
      { key: 'name', path: '{$.api_X.items[i].name}' },
      { key: 'first', path: 'items[0].name' },
      { key: 'query', path: '$.items[?@.a].name' },
      { key: 'broken', path: '{$.api_Y.a}' },
    ],
    'X',
  );

  it.each([
    [['items', 0, 'name'], 'name, first'],
    [['items', 4, 'name'], 'name'],
    [['items', 'x', 'name'], null],
    [['items', 0], null],
  ])('tells what takes %j', (path, key) => expect(finder(path)).toBe(key));
});

describe('readRunDocuments', () => {
  it('parses a run once, and gives one object when the script changed nothing', () => {
    const run = buildRun();
    const documents = readRunDocuments(run);
    expect(documents.result).toBe(documents.response);
    expect(readRunDocuments(run)).toBe(documents);
  });

  it('gives the transformed document beside the response', () => {
    const script = { durationMs: 1, failure: null, console: [], consoleDroppedCount: 0, variables: [], transformedText: '{"a":1}' };
    expect(readRunDocuments(buildRun({ script }))).toMatchObject({ response: { total: 2 }, result: { a: 1 } });
  });

  it('has no document of a body that is not JSON', () => {
    const response = { status: 200, statusText: 'OK', headers: [], format: 'json' as const, charset: null, bodyBytes: 1, bodyText: '{' };
    expect(readRunDocuments(buildRun({ response }))).toEqual({ response: undefined, result: undefined });
  });
});

describe('compareHeaders', () => {
  it('puts what differs first and joins repeated names', () => {
    const before = [{ name: 'A', value: '1' }, { name: 'Vary', value: 'x' }, { name: 'vary', value: 'y' }];
    const after = [{ name: 'a', value: '1' }, { name: 'ETag', value: 'e' }];
    expect(compareHeaders(before, after)).toEqual([
      { name: 'etag', before: null, after: 'e', isEqual: false },
      { name: 'vary', before: 'x, y', after: null, isEqual: false },
      { name: 'a', before: '1', after: '1', isEqual: true },
    ]);
  });
});

describe('listVariables', () => {
  const variables = [
    { key: 'url', value: 'http://x', isSecret: false, hasValue: true },
    { key: 'key', value: null, isSecret: true, hasValue: true },
  ];
  const sources = { testValues: { '$botContext.a': '1' }, environment: { name: 'Test', variables }, botId: 'bot-1', used: [] };
  const lineOf = (reference: string) => listVariables([reference], sources)[0];

  it('lists every reference once, with its scope', () => {
    const lines = listVariables(['$botContext.a', '$env.url', '$botContext.a', '$botContext.slot.s', 'X.f'], sources);
    expect(lines.map(({ reference, scope }) => [reference, scope])).toEqual([
      ['$botContext.a', 'bot'],
      ['$env.url', 'environment'],
      ['$botContext.slot.s', 'slot'],
      ['X.f', 'field'],
    ]);
  });

  it.each([
    ['$botContext.a', { testValue: '1', isEmpty: false }],
    ['$botContext.b', { testValue: '', isEmpty: true }],
    ['$env.url', { placeholder: 'http://x', isEmpty: false }],
    ['$env.key', { placeholder: 'Secret of the environment Test', isEmpty: false }],
    ['$env.none', { placeholder: 'Not in the environment Test: empty', isEmpty: true }],
    ['$chatBotId', { placeholder: 'bot-1', isEmpty: false }],
    ['$userMessage', { isEmpty: true }],
    ['toString', { scope: 'unknown', testValue: '' }],
  ])('says where %s comes from', (reference, expected) => expect(lineOf(reference)).toMatchObject(expected));

  it('takes an emptied test value away', () => {
    expect(withTestValue({ a: '1', b: '2' }, 'a', '')).toEqual({ b: '2' });
    expect(withTestValue({ b: '2' }, 'a', 'x')).toEqual({ b: '2', a: 'x' });
  });
});
