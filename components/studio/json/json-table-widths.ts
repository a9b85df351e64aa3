import { cellOf, COLUMN_SAMPLE_ROWS, toCellText } from '@/components/studio/json/json-table-rows';
import type { JsonValue } from '@/lib/engine/json';

const WIDTH_CH_MIN = 6;
const WIDTH_CH_MAX = 40;

/** A width in characters for each column, after its name and the longest of its first values. */
export function findColumnWidths(list: readonly JsonValue[], columns: readonly string[]): number[] {
  const sample = list.slice(0, COLUMN_SAMPLE_ROWS);
  return columns.map((column) => {
    const lengths = sample.map((row) => toCellText(cellOf(row, column)).length);
    // Room for the sort arrow beside the name.
    return Math.min(WIDTH_CH_MAX, Math.max(WIDTH_CH_MIN, column.length + 3, ...lengths)) + 2;
  });
}
