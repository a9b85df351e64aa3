import type { Database, DatabaseTransaction } from '@/lib/platform/db/open-database';

/** Two contacts that turned out to be one person. */
export interface MergedContacts {
  workspaceId: string;
  /** The anonymous one. */
  fromId: string;
  /** The identified one. */
  intoId: string;
  nowMs: number;
}

/**
 * Whose variables and context data a consumer's conversations use: those of the contact that it was merged into, its own otherwise.
 * Conversations keep the consumer that they began with, so each place that reads or writes such data asks here.
 */
export async function findPersonId(db: Database | DatabaseTransaction, consumerId: string): Promise<string> {
  const row = await db.contact.findUnique({ where: { id: consumerId }, select: { mergedIntoId: true } });
  return row?.mergedIntoId ?? consumerId;
}

/**
 * Hands what an anonymous contact's conversations remembered for later ones to the contact that it turned out to be: permanent variables
 * of every bot, and context data of the user. What is remembered of the identified contact counts more.
 */
export async function handOverPersonData(transaction: DatabaseTransaction, contacts: MergedContacts): Promise<void> {
  await handOverVariables(transaction, contacts);
  await handOverContext(transaction, contacts);
}

async function handOverVariables(transaction: DatabaseTransaction, { workspaceId, fromId, intoId, nowMs }: MergedContacts): Promise<void> {
  // The table is found by bot.
  const bots = await transaction.bot.findMany({ where: { workspaceId }, select: { id: true } });
  const place = { botId: { in: bots.map(({ id }) => id) }, isPreview: false };
  const isGood = { expiresAt: { gt: new Date(nowMs) } };
  const rows = await transaction.permanentVariable.findMany({ where: { ...place, ...isGood, consumerId: fromId } });
  if (rows.length === 0) return;
  const known = await transaction.permanentVariable.findMany({ where: { ...place, ...isGood, consumerId: intoId }, select: { botId: true, name: true } });
  const knownKeys = new Set(known.map(({ botId, name }) => JSON.stringify([botId, name])));
  for (const { botId, name, value, expiresAt } of rows) {
    if (knownKeys.has(JSON.stringify([botId, name]))) continue;
    const key = { botId, isPreview: false, consumerId: intoId, name };
    const values = { value: String(value), expiresAt };
    await transaction.permanentVariable.upsert({ where: { botId_isPreview_consumerId_name: key }, create: { ...key, workspaceId, ...values }, update: values });
  }
  await transaction.permanentVariable.deleteMany({ where: { ...place, consumerId: fromId } });
}

async function handOverContext(transaction: DatabaseTransaction, { workspaceId, fromId, intoId, nowMs }: MergedContacts): Promise<void> {
  // The table is found by namespace.
  const namespaces = await transaction.contextNamespace.findMany({ where: { workspaceId, isPreview: false }, select: { name: true } });
  const place = { workspaceId, isPreview: false, namespace: { in: namespaces.map(({ name }) => name) }, scope: 'user' };
  const isGood = { OR: [{ expiresAt: null }, { expiresAt: { gt: new Date(nowMs) } }] };
  const rows = await transaction.contextProperty.findMany({ where: { ...place, ...isGood, ownerId: fromId } });
  if (rows.length === 0) return;
  const known = await transaction.contextProperty.findMany({ where: { ...place, ...isGood, ownerId: intoId }, select: { namespace: true, property: true } });
  const knownKeys = new Set(known.map(({ namespace, property }) => JSON.stringify([namespace, property])));
  for (const { namespace, property, value, expiresAt } of rows) {
    if (knownKeys.has(JSON.stringify([namespace, property]))) continue;
    const key = { workspaceId, isPreview: false, namespace, scope: 'user', ownerId: intoId, property };
    const values = { value: String(value), expiresAt };
    await transaction.contextProperty.upsert({ where: { workspaceId_isPreview_namespace_scope_ownerId_property: key }, create: { ...key, ...values }, update: values });
  }
  await transaction.contextProperty.deleteMany({ where: { ...place, ownerId: fromId } });
}
