import { describe, expect, it } from 'vitest';

import { orderRows, searchRows } from '@/components/ui/list-order';

describe('orderRows', () => {
  it('sorts names as a person would: numbers by size, case aside', () => {
    expect(orderRows(['item 10', 'Item 2', 'apple'], (row) => row, 'ascending')).toEqual(['apple', 'Item 2', 'item 10']);
  });

  it('turns round for descending and leaves ties as they came', () => {
    const rows = [{ id: 'a', size: 1 }, { id: 'b', size: 2 }, { id: 'c', size: 1 }];
    expect(orderRows(rows, (row) => row.size, 'descending').map((row) => row.id)).toEqual(['b', 'a', 'c']);
  });

  it('puts what has no value last in either direction', () => {
    expect(orderRows([null, 2, 1], (row) => row, 'ascending')).toEqual([1, 2, null]);
    expect(orderRows([null, 2, 1], (row) => row, 'descending')).toEqual([2, 1, null]);
  });
});

describe('searchRows', () => {
  it.each([
    ['every word, in any order', 'accounts list', ['List accounts']],
    ['accents and case aside', 'uberweisung', ['Überweisung']],
    ['nothing typed', '  ', ['List accounts', 'Überweisung']],
    ['nothing found', 'loan', []],
  ])('finds by %s', (_, query, expected) => {
    expect(searchRows(['List accounts', 'Überweisung'], query, (row) => row)).toEqual(expected);
  });
});
