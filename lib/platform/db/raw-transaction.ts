import type { ArgType, SqlQuery } from '@prisma/driver-adapter-utils';
import type { Database, DatabaseTransaction } from './open-database';
import { findDriver } from './shared-driver';
import type { SqlStatement } from './sql-rows';

/** Statements of one transaction, written by hand. */
export interface RawTransaction {
  execute(statement: SqlStatement): Promise<void>;
  /** The first column of each row. */
  list(statement: SqlStatement): Promise<unknown[]>;
}

/**
 * Does something in one transaction, or not at all. With SQLite the statements go to the driver itself: Prisma's client takes longer for them than the
 * database does. They wait for each other's transactions like all others.
 */
export async function inRawTransaction<T>(database: Database, work: (transaction: RawTransaction) => Promise<T>): Promise<T> {
  const driver = findDriver(database);
  if (!driver) return database.$transaction((transaction) => work(toRawTransaction(transaction)));
  const transaction = await driver.startTransaction();
  let result: T;
  try {
    result = await work({
      execute: async (statement) => void (await transaction.executeRaw(toQuery(statement))),
      list: async (statement) => (await transaction.queryRaw(toQuery(statement))).rows.map(([first]) => first),
    });
    await transaction.executeRaw(toQuery({ text: 'COMMIT', values: [] }));
  } catch (error) {
    // SQLite may have rolled it back by itself.
    await transaction.executeRaw(toQuery({ text: 'ROLLBACK', values: [] })).catch(() => undefined);
    await transaction.rollback();
    throw error;
  }
  await transaction.commit();
  return result;
}

/** The same within a transaction of Prisma's client. */
export function toRawTransaction(transaction: DatabaseTransaction): RawTransaction {
  return {
    execute: async ({ text, values }) => void (await transaction.$executeRawUnsafe(text, ...values)),
    list: async ({ text, values }) => (await transaction.$queryRawUnsafe<object[]>(text, ...values)).map((row) => Object.values(row)[0]),
  };
}

/** Values are of the types that the driver takes as they are. */
const ARG_TYPE: ArgType = { scalarType: 'unknown', arity: 'scalar' };

function toQuery({ text, values }: SqlStatement): SqlQuery {
  return { sql: text, args: values, argTypes: values.map(() => ARG_TYPE) };
}
