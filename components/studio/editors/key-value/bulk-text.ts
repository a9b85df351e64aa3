import { parseRowLine } from '@/components/studio/editors/key-value/parse-pasted-rows';
import type { KeyValueRow } from '@/lib/modules/integration/integration.schema';

/** Stands for a line break inside a value, so that a row stays on its line. */
const LINE_BREAK_SIGN = '⏎';

/** Rows as lines of `name: value`, those switched off behind `//`. */
export function formatBulkText(rows: readonly KeyValueRow[]): string {
  return rows
    .map(({ name, value, enabled }) => `${enabled ? '' : '// '}${name}: ${value.replace(/\r?\n/g, LINE_BREAK_SIGN)}`.trimEnd())
    .join('\n');
}

/**
 * Rows out of lines of `name: value`, `name=value` or `name<TAB>value`; a line without a separator is a name. Whatever a
 * line can't say (notes, file names) is taken from the row that had the same name before, the first from the first and
 * so on; `blank` fills it for new ones.
 */
export function parseBulkText<Row extends KeyValueRow>(text: string, before: readonly Row[], blank: Row): Row[] {
  const leftByName = new Map<string, Row[]>();
  for (const row of before) leftByName.set(row.name, [...(leftByName.get(row.name) ?? []), row]);
  return text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const { name, value, enabled } = parseRowLine(line) ?? { name: line.trim(), value: '', enabled: true };
      const rest = leftByName.get(name)?.shift() ?? blank;
      return { ...rest, name, value: value.replaceAll(LINE_BREAK_SIGN, '\n'), enabled };
    });
}
