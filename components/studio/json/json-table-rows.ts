import { isJsonObject, type JsonValue } from '@/lib/engine/json';

/** Rows that are looked at to find a table's columns. */
export const COLUMN_SAMPLE_ROWS = 100;
/** Columns shown at most. */
export const COLUMNS_MAX = 60;

/** A list as a table. */
export type JsonTableShape = {
  columns: string[];
  /** Columns that were left out. */
  hiddenColumnCount: number;
};

/** How a table is ordered. */
export type JsonTableSort = { column: string; direction: 'ascending' | 'descending' };

/** Whether a value makes sense as a table: a list that is not empty and begins with objects. */
export function isTableLike(value: JsonValue | undefined): value is JsonValue[] {
  return Array.isArray(value) && value.length > 0 && value.slice(0, COLUMN_SAMPLE_ROWS).every((row) => isJsonObject(row));
}

/** The columns of a list: the keys of its first rows, in the order in which they first occur. */
export function findColumns(list: readonly JsonValue[]): JsonTableShape {
  const columns = new Set<string>();
  for (const row of list.slice(0, COLUMN_SAMPLE_ROWS)) if (isJsonObject(row)) for (const key of Object.keys(row)) columns.add(key);
  const all = [...columns];
  return { columns: all.slice(0, COLUMNS_MAX), hiddenColumnCount: Math.max(0, all.length - COLUMNS_MAX) };
}

/**
 * Positions of the rows in the order to show them; without a sort the list's own. Numbers go by size, everything else by
 * its text; missing values come last either way.
 */
export function orderRows(list: readonly JsonValue[], sort: JsonTableSort | null): number[] {
  const positions = list.map((_, index) => index);
  if (!sort) return positions;
  const collator = new Intl.Collator(undefined, { numeric: true });
  const values = list.map((row) => cellOf(row, sort.column));
  const sign = sort.direction === 'ascending' ? 1 : -1;
  return positions.sort((a, b) => {
    const [left, right] = [values[a], values[b]];
    if (isMissing(left) || isMissing(right)) return Number(isMissing(left)) - Number(isMissing(right));
    if (typeof left === 'number' && typeof right === 'number') return sign * (left - right);
    return sign * collator.compare(toCellText(left), toCellText(right));
  });
}

/** The value in a row's column; undefined where the row has none. */
export function cellOf(row: JsonValue | undefined, column: string): JsonValue | undefined {
  return isJsonObject(row) && Object.hasOwn(row, column) ? row[column] : undefined;
}

/** What a cell shows: scalars as they are, `{3}` and `[10]` for what holds more. */
export function toCellText(value: JsonValue | undefined): string {
  if (value === undefined) return '';
  if (Array.isArray(value)) return `[${value.length}]`;
  if (isJsonObject(value)) return `{${Object.keys(value).length}}`;
  return String(value);
}

function isMissing(value: JsonValue | undefined): boolean {
  return value === undefined || value === null;
}
