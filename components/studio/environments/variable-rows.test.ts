import { describe, expect, it } from 'vitest';

import { addBulkVariables, createVariableRow, isKeptSecret, toUpdateIndex, toVariableRows, toVariableUpdates } from './variable-rows';

const stored = toVariableRows([
  { key: 'host', value: 'https://test.example', isSecret: false, hasValue: true },
  { key: 'apiKey', value: null, isSecret: true, hasValue: true },
]);

describe('variable rows', () => {
  it('an untouched secret is sent without a value, so that it stays', () => {
    expect(toVariableUpdates(stored)).toEqual([
      { key: 'host', value: 'https://test.example', isSecret: false },
      { key: 'apiKey', value: null, isSecret: true },
    ]);
  });

  it('a renamed secret is no longer the stored one', () => {
    expect(stored.map(isKeptSecret)).toEqual([false, true]);
    expect(stored.map((row) => isKeptSecret({ ...row, key: 'other' }))).toEqual([false, false]);
  });

  it('blank lines are not sent, and errors still find their lines', () => {
    const rows = [createVariableRow(), ...stored];
    expect(toVariableUpdates(rows)).toHaveLength(2);
    expect(rows.map((row) => toUpdateIndex(rows, row.rowId))).toEqual([-1, 0, 1]);
  });

  it('pasted lines replace values of known keys and follow with new ones', () => {
    const rows = addBulkVariables(stored, [{ key: 'apiKey', value: 'new' }, { key: 'region', value: 'eu' }], false);
    expect(rows.map(({ key, value, isSecret }) => [key, value, isSecret])).toEqual([
      ['host', 'https://test.example', false],
      ['apiKey', 'new', true],
      ['region', 'eu', false],
    ]);
  });
});
