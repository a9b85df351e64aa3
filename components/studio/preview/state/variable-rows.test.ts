import { describe, expect, it } from 'vitest';
import { listChanges, newRow, readRows, toRows, type VariableRow } from './variable-rows';

const row = (key: number, change: Partial<VariableRow>): VariableRow => ({ ...newRow([]), ...change, key });

describe('rows of variables', () => {
  it('are read with their types', () => {
    expect(readRows(toRows({ a: 'x', b: 2, c: { d: [] } }))).toEqual({
      ok: true,
      variables: [
        { scope: 'session', name: 'a', value: 'x' },
        { scope: 'session', name: 'b', value: 2 },
        { scope: 'session', name: 'c', value: { d: [] } },
      ],
    });
  });

  it('leave out what is empty, and tell each mistake at its row', () => {
    const read = readRows([row(1, {}), row(2, { text: 'x' }), row(3, { name: 'n', type: 'number', text: 'x' }), row(4, { name: 'a' }), row(5, { name: 'a ' }), row(6, { name: 'a', scope: 'slot' }), row(7, { name: '__proto__' })]);
    expect(read.ok ? [] : [...read.problems.keys()]).toEqual([2, 3, 5, 7]);
  });

  it('keep their keys when another goes', () => {
    const rows = [row(1, {}), row(3, {})];
    expect(newRow(rows).key).toBe(4);
  });

  it('say what was changed, added and removed', () => {
    const before = toRows({ same: 1, changed: 'a', gone: true });
    const after = toRows({ same: 1, changed: 'b', added: [] });
    expect(listChanges(before, after)).toEqual([
      { scope: 'session', name: 'gone', value: null },
      { scope: 'session', name: 'changed', value: 'b' },
      { scope: 'session', name: 'added', value: [] },
    ]);
  });
});
