import type { Contact as ContactRow } from '@/generated/prisma/sqlite/client';
import type { Database, DatabaseTransaction } from '@/lib/platform/db/open-database';
import { contactInfoSchema, customDataSchema, type Contact, type ContactInfo } from './contact.schema';

/** A contact as stored. */
export interface StoredContact extends Contact {
  channelId: string;
  /** `sub` of its signed identity; null for somebody anonymous. */
  externalId: string | null;
  /** The contact that somebody anonymous turned out to be. */
  mergedIntoId: string | null;
  lastSeenAtMs: number;
}

/** Contacts of one workspace: rows in and out. */
export function contactStore(db: Database | DatabaseTransaction, workspaceId: string) {
  return {
    async find(contactId: string): Promise<StoredContact | null> {
      const row = await db.contact.findFirst({ where: { id: contactId, workspaceId } });
      return row && toStoredContact(row);
    },

    async findIdentified(channelId: string, externalId: string): Promise<StoredContact | null> {
      const row = await db.contact.findFirst({ where: { channelId, externalId, workspaceId } });
      return row && toStoredContact(row);
    },

    /** A contact and the anonymous ones merged into it; empty when there is no such contact, or when it was merged into another. */
    async listOwnIds(contactId: string): Promise<string[]> {
      const rows = await db.contact.findMany({ where: { workspaceId, OR: [{ id: contactId, mergedIntoId: null }, { mergedIntoId: contactId }] }, select: { id: true } });
      const ids = rows.map(({ id }) => id);
      return ids.includes(contactId) ? ids : [];
    },

    async insert({ id, channelId, externalId, info, nowMs }: { id: string; channelId: string; externalId: string | null; info: ContactInfo; nowMs: number }): Promise<StoredContact> {
      const now = new Date(nowMs);
      return toStoredContact(await db.contact.create({ data: { id, workspaceId, channelId, externalId, info: JSON.stringify(info), createdAt: now, lastSeenAt: now } }));
    },

    async update(contactId: string, { info, customData }: Pick<Contact, 'info' | 'customData'>): Promise<void> {
      await db.contact.updateMany({ where: { id: contactId, workspaceId }, data: { info: JSON.stringify(info), customData: JSON.stringify(customData) } });
    },

    async updateLastSeen(contactId: string, nowMs: number): Promise<void> {
      await db.contact.updateMany({ where: { id: contactId, workspaceId }, data: { lastSeenAt: new Date(nowMs) } });
    },

    /** Makes an anonymous contact part of an identified one. @returns false when it is not anonymous, or is part of one already */
    async merge(anonymousId: string, intoId: string): Promise<boolean> {
      const { count } = await db.contact.updateMany({ where: { id: anonymousId, workspaceId, externalId: null, mergedIntoId: null }, data: { mergedIntoId: intoId } });
      return count > 0;
    },
  };
}

function toStoredContact(row: ContactRow): StoredContact {
  return {
    id: row.id,
    channelId: row.channelId,
    externalId: row.externalId,
    mergedIntoId: row.mergedIntoId,
    isIdentified: row.externalId !== null,
    info: contactInfoSchema.parse(JSON.parse(row.info)),
    customData: customDataSchema.parse(JSON.parse(row.customData)),
    lastSeenAtMs: row.lastSeenAt.getTime(),
  };
}
