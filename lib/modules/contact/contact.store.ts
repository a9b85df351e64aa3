import type { Contact as ContactRow } from '@/generated/prisma/sqlite/client';
import type { Database } from '@/lib/platform/db/open-database';
import { nullIfTaken } from '@/lib/platform/db/unique-violation';
import { storedContactInfoSchema, toContactInfo, type KnownContact, type StoredContactInfo } from './contact.rules';
import { customDataSchema, type Contact } from './contact.schema';
import { handOverPersonData } from './person-data.store';

/** A contact as stored. */
export interface StoredContact {
  id: string;
  channelId: string;
  /** `sub` of its signed identity; null for somebody anonymous. */
  externalId: string | null;
  /** The contact that somebody anonymous turned out to be. */
  mergedIntoId: string | null;
  info: StoredContactInfo;
  customData: Contact['customData'];
  lastSeenAtMs: number;
}

/** Contacts of one workspace: rows in and out. */
export function contactStore(db: Database, workspaceId: string) {
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

    /** @returns null when somebody of this identity is there already */
    async insert(contact: Omit<StoredContact, 'mergedIntoId'>): Promise<StoredContact | null> {
      const { id, channelId, externalId, lastSeenAtMs } = contact;
      const at = new Date(lastSeenAtMs);
      const row = await db.contact.create({ data: { id, workspaceId, channelId, externalId, ...toColumns(contact), createdAt: at, lastSeenAt: at } }).catch(nullIfTaken);
      return row && toStoredContact(row);
    },

    /** Writes what may change of a contact. */
    async update(contact: Pick<StoredContact, 'id' | 'info' | 'customData' | 'lastSeenAtMs'>): Promise<void> {
      await db.contact.updateMany({ where: { id: contact.id, workspaceId }, data: { ...toColumns(contact), lastSeenAt: new Date(contact.lastSeenAtMs) } });
    },

    /**
     * Makes an anonymous contact part of an identified one, with what bots remember of it.
     * @returns false when it is not anonymous, or is part of one already
     */
    async merge(anonymousId: string, intoId: string, nowMs: number): Promise<boolean> {
      return db.$transaction(async (transaction) => {
        const { count } = await transaction.contact.updateMany({ where: { id: anonymousId, workspaceId, externalId: null, mergedIntoId: null }, data: { mergedIntoId: intoId } });
        if (count > 0) await handOverPersonData(transaction, { workspaceId, fromId: anonymousId, intoId, nowMs });
        return count > 0;
      });
    },
  };
}

function toColumns({ info, customData }: Pick<StoredContact, 'info' | 'customData'>) {
  return { info: JSON.stringify(info), customData: JSON.stringify(customData) };
}

function toStoredContact(row: ContactRow): StoredContact {
  return {
    id: row.id,
    channelId: row.channelId,
    externalId: row.externalId,
    mergedIntoId: row.mergedIntoId,
    info: storedContactInfoSchema.parse(JSON.parse(row.info)),
    customData: customDataSchema.parse(JSON.parse(row.customData)),
    lastSeenAtMs: row.lastSeenAt.getTime(),
  };
}

/** A contact as the messenger shows it. */
export function toContact({ id, externalId, info, customData }: StoredContact): Contact {
  return { id, isIdentified: externalId !== null, info: toContactInfo(info), customData };
}

/** A contact as bots know it. */
export function toKnownContact({ id, info, customData }: StoredContact): KnownContact {
  return { id, info: toContactInfo(info), customData, language: info.language };
}
