import { describe, expect, it } from 'vitest';

import { findJsonProblem, maskReferences } from '@/components/studio/editors/monaco/json-problem';

describe('findJsonProblem', () => {
  it.each([
    '',
    '  \n',
    '{"a": [1, -2.5e3, true, null, "x\\n"]}',
    '{"a": "{$botContext.name}", "b": {$botContext.count}}',
    '{"a": "say \\"{$env.x}\\" {ORDERS.first}"}',
    '{$botContext.payload}',
    '{"id": "{$env.a}{$env.b}", "n": {$env.a}{$env.b}}',
    '[{ACCOUNTS.id}, -{$env.n}]',
  ])('finds nothing wrong with %s', (text) => {
    expect(findJsonProblem(text)).toBeNull();
  });

  it.each([
    ['{"a": 1,}', 1, 8, 'Remove the comma'],
    ['{"a": 1 "b": 2}', 1, 9, 'A comma or “}”'],
    ['{\n  "a": \'x\'\n}', 2, 8, 'double quotation marks'],
    ['{\n  a: 1\n}', 2, 3, 'property name'],
    ['{"a" 1}', 1, 6, 'colon'],
    ['["x]', 1, 2, 'closing quotation mark'],
    ['["a\\q"]', 1, 4, 'escape'],
    ['[01]', 1, 2, 'not a value'],
    ['[1', 1, 3, 'A comma or “]”'],
    ['{"a": }', 1, 7, 'not a value'],
    ['{"a":', 1, 6, 'ends where'],
    ['{} x', 1, 4, 'Nothing may follow'],
    ['{"a": {botContext}}', 1, 8, 'property name'],
    ['{"v": {$env.x}, }', 1, 15, 'Remove the comma'],
  ])('places the problem of %j', (...[text, line, column, message]) => {
    expect(findJsonProblem(text)).toMatchObject({ line, column, message: expect.stringContaining(message) });
  });

  it('gives up on absurd nesting instead of overflowing', () => {
    expect(findJsonProblem('['.repeat(100_000))?.message).toContain('nested');
  });
});

describe('maskReferences', () => {
  it('keeps every position', () => {
    const text = '{"a": "{$env.y}", "b": {$env.y}}';
    expect(maskReferences(text)).toBe('{"a": "xxxxxxxx", "b": 11111111}');
  });
});
