/** By which column a list is sorted. */
export type ListOrder = { columnId: string; direction: 'ascending' | 'descending' };

/** What a column sorts by; null goes last in either direction. */
export type SortValue = string | number | null;

/** The rows in order, ties as they came. Texts as a person sorts them: "Item 2" before "Item 10", case aside. */
export function orderRows<Row>(rows: readonly Row[], sortValue: (row: Row) => SortValue, direction: ListOrder['direction']): Row[] {
  const sign = direction === 'ascending' ? 1 : -1;
  return [...rows].sort((a, b) => {
    const [left, right] = [sortValue(a), sortValue(b)];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    if (typeof left === 'number' && typeof right === 'number') return sign * (left - right);
    return sign * collator.compare(String(left), String(right));
  });
}

/** The rows whose text holds every word of the query, in any order, case and accents aside. */
export function searchRows<Row>(rows: readonly Row[], query: string, rowText: (row: Row) => string): readonly Row[] {
  const words = fold(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return rows;
  return rows.filter((row) => {
    const text = fold(rowText(row));
    return words.every((word) => text.includes(word));
  });
}

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{Mn}/gu, '').toLowerCase();
}
