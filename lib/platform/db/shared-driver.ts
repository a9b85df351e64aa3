import type { SqlDriverAdapter } from '@prisma/driver-adapter-utils';

/** Connections that can be reached past their Prisma clients. */
const driverByClient = new WeakMap<object, SqlDriverAdapter>();

/** Lets raw transactions go to the one connection that a Prisma client uses. */
export function shareDriver(client: object, driver: SqlDriverAdapter): void {
  driverByClient.set(client, driver);
}

/** The connection of a client whose driver was shared; null for others. */
export function findDriver(client: object): SqlDriverAdapter | null {
  return driverByClient.get(client) ?? null;
}
