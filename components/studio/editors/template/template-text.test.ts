import { describe, expect, it } from 'vitest';

import { filterVariables } from '@/components/studio/editors/template/filter-variables';
import { buildTemplateSegments, findCompletionTarget } from '@/components/studio/editors/template/template-text';

describe('buildTemplateSegments', () => {
  it('covers the text without gaps and marks what is unknown', () => {
    const text = 'a{$env.x}b{Y.z}';
    const segments = buildTemplateSegments(text, [{ start: 10, end: 15, hint: 'Not there.' }]);
    expect(segments.map(({ kind, start, end }) => [kind, text.slice(start, end)])).toEqual([
      ['text', 'a'],
      ['reference', '{$env.x}'],
      ['text', 'b'],
      ['unknown', '{Y.z}'],
    ]);
  });

  it('ignores unknown spans that lie outside a text that has become shorter', () => {
    expect(buildTemplateSegments('ab', [{ start: 1, end: 9, hint: '' }])).toEqual([{ kind: 'text', start: 0, end: 2 }]);
  });
});

describe('findCompletionTarget', () => {
  it.each([
    ['x{|', { start: 1, end: 2, query: '' }],
    ['{$bot|', { start: 0, end: 5, query: '$bot' }],
    ['{$bot|}', { start: 0, end: 6, query: '$bot' }],
    ['{$bot|Context.a} b', { start: 0, end: 15, query: '$bot' }],
    ['{|/path/{$env.x}', { start: 0, end: 1, query: '' }],
    ['{a}|', null],
    ['{a b|', null],
    ['plain|', null],
  ])('reads %s', (marked, target) => {
    const caret = marked.indexOf('|');
    expect(findCompletionTarget(marked.replace('|', ''), caret)).toEqual(target);
  });
});

describe('filterVariables', () => {
  const options = ['$env.name', '$botContext.name', 'ORDERS.nameOf'].map((reference) => ({
    insert: `{${reference}}`,
    label: reference.split('.')[1] ?? reference,
    scope: '',
    detail: '',
  }));

  it.each([
    ['', ['$env.name', '$botContext.name', 'ORDERS.nameOf']],
    ['$bot', ['$botContext.name']],
    ['name', ['$env.name', '$botContext.name', 'ORDERS.nameOf']],
    ['orders', ['ORDERS.nameOf']],
    ['meof', ['ORDERS.nameOf']],
    ['nothing', []],
  ])('narrows to what matches “%s”', (query, references) => {
    expect(filterVariables(options, query).map((option) => option.insert.slice(1, -1))).toEqual(references);
  });
});
