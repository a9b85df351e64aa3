import type { DatabaseProvider } from './open-database';

/** Type of a column, as far as a list of values must name it for PostgreSQL. */
export type SqlType = 'text' | 'integer' | 'double precision' | 'timestamp(3)' | 'bytea';

/** A column's name as in the Prisma schema, with its type. */
export type SqlColumns = Record<string, SqlType>;

type SqlValue = string | number | Date | Uint8Array | null;
/** One row: a value for each column. */
export type SqlRow<Columns extends SqlColumns> = Record<keyof Columns, SqlValue>;

/** A statement with its values in order. */
export interface SqlStatement {
  text: string;
  values: SqlValue[];
}

/** SQLite takes 32,766 values in a statement, PostgreSQL 65,535. */
const VALUE_COUNT_MAX = 30_000;

/**
 * Statements that insert the rows: few, whatever their number. For places where a query builder's time per row counts.
 * Column and table names come from our own code, never from input.
 */
export function buildInserts<Columns extends SqlColumns>(provider: DatabaseProvider, table: string, { columns, rows }: { columns: Columns; rows: SqlRow<Columns>[] }): SqlStatement[] {
  const names = Object.keys(columns);
  const rowCountMax = Math.floor(VALUE_COUNT_MAX / names.length);
  const statements: SqlStatement[] = [];
  for (let start = 0; start < rows.length; start += rowCountMax) {
    const { text, values } = buildValues(provider, columns, rows.slice(start, start + rowCountMax));
    statements.push({ text: `INSERT INTO "${table}" (${names.map(quote).join(', ')}) ${text}`, values });
  }
  return statements;
}

/** `VALUES (…), (…)` of the rows, columns in their order. */
export function buildValues<Columns extends SqlColumns>(provider: DatabaseProvider, columns: Columns, rows: SqlRow<Columns>[]): SqlStatement {
  const values: SqlValue[] = [];
  const types = Object.entries(columns);
  const toPlace = (value: SqlValue, type: SqlType) => {
    values.push(value);
    return provider === 'sqlite' ? '?' : `$${values.length}::${type}`;
  };
  const lines = rows.map((row) => `(${types.map(([name, type]) => toPlace(row[name] ?? null, type)).join(', ')})`);
  return { text: `VALUES ${lines.join(', ')}`, values };
}

/** A column's name in a statement. */
export function quote(name: string): string {
  return `"${name}"`;
}
