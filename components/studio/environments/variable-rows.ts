import type { BulkLines } from '@/lib/modules/environment/bulk-lines.rules';
import type { VariableUpdate, VariableView } from '@/lib/modules/environment/environment.schema';

/** One line of the editor of variables. */
export type VariableRow = {
  /** Stays while one types, unlike the key. */
  rowId: string;
  key: string;
  /** Null keeps the stored secret, which the browser doesn't know. */
  value: string | null;
  isSecret: boolean;
  /** The key under which a secret value is stored; null when there is none. */
  storedSecretKey: string | null;
};

/** The lines of stored variables. */
export function toVariableRows(variables: readonly VariableView[]): VariableRow[] {
  return variables.map(({ key, value, isSecret, hasValue }) => ({
    rowId: `stored-${key}`,
    key,
    value,
    isSecret,
    storedSecretKey: isSecret && hasValue ? key : null,
  }));
}

/** What is sent of the lines; those left wholly blank are passed over. */
export function toVariableUpdates(rows: readonly VariableRow[]): VariableUpdate[] {
  return rows.filter((row) => !isBlank(row)).map(({ key, value, isSecret }) => ({ key: key.trim(), value, isSecret }));
}

/** Where a line lies in what `toVariableUpdates` gives, and so in the paths of errors; -1 for blank ones. */
export function toUpdateIndex(rows: readonly VariableRow[], rowId: string): number {
  return rows.filter((row) => !isBlank(row)).findIndex((row) => row.rowId === rowId);
}

/** A new, blank line. */
export function createVariableRow(content: Partial<Pick<VariableRow, 'key' | 'value' | 'isSecret'>> = {}): VariableRow {
  createdCount += 1;
  return { rowId: `new-${createdCount}`, key: '', value: '', isSecret: false, storedSecretKey: null, ...content };
}

/** Whether the line stands for the stored secret as it is. */
export function isKeptSecret(row: VariableRow): boolean {
  return row.isSecret && row.value === null && row.storedSecretKey === row.key.trim();
}

/**
 * The lines with pasted ones added: a key that is there already gets the new value in its place. New keys are secret if asked;
 * those that were secret stay so.
 */
export function addBulkVariables(rows: readonly VariableRow[], added: BulkLines['variables'], areSecret: boolean): VariableRow[] {
  const valueByKey = new Map(added.map(({ key, value }) => [key, value]));
  const changed = rows
    .filter((row) => !isBlank(row))
    .map((row) => {
      const value = valueByKey.get(row.key);
      return value === undefined ? row : { ...row, value, isSecret: row.isSecret || areSecret };
    });
  const known = new Set(rows.map((row) => row.key));
  const fresh = added.filter(({ key }) => !known.has(key));
  return [...changed, ...fresh.map(({ key, value }) => createVariableRow({ key, value, isSecret: areSecret }))];
}

let createdCount = 0;

function isBlank(row: VariableRow): boolean {
  return row.key.trim() === '' && !row.value && row.storedSecretKey === null;
}
