import { Fault } from '@/lib/engine/fault';
import { toProvider, type Database } from '@/lib/platform/db/open-database';

/** A file with its bytes. */
export interface StoredFile {
  id: string;
  fileName: string;
  contentType: string;
  content: Uint8Array<ArrayBuffer>;
}

/** A file as lists tell it, without its bytes. */
export interface StoredFileSummary {
  id: string;
  fileName: string;
  byteCount: number;
}

/** A file with where it belongs, without its bytes. */
export interface StoredFilePlace {
  /** Null for files that belong to no conversation. */
  conversationId: string | null;
  fileName: string;
  contentType: string;
  byteCount: number;
}

/** For a file that is not there, or belongs elsewhere. */
export function fileNotFound(): Fault {
  return new Fault('missing', 'file/not-found', 'There is no file with this id.');
}

/** Files of one workspace: rows in and out. */
export function storedFileStore(db: Database, workspaceId: string) {
  return {
    /** @throws Fault `file/not-found` */
    async get(fileId: string): Promise<StoredFile> {
      const row = await db.storedFile.findFirst({ where: { id: fileId, workspaceId } });
      if (!row) throw fileNotFound();
      return { id: row.id, fileName: row.fileName, contentType: row.contentType, content: row.content };
    },

    /** Those of the files that were stored for a conversation, in no order. */
    async listOf(conversationId: string, fileIds: readonly string[]): Promise<StoredFileSummary[]> {
      return db.storedFile.findMany({ where: { workspaceId, conversationId, id: { in: [...fileIds] } }, select: { id: true, fileName: true, byteCount: true } });
    },

    /** Notes that files are part of a message, so that they are kept. */
    async markSent(fileIds: readonly string[], nowMs: number): Promise<void> {
      await db.storedFile.updateMany({ where: { workspaceId, id: { in: [...fileIds] }, sentAt: null }, data: { sentAt: new Date(nowMs) } });
    },

    async insert(file: StoredFile & { conversationId: string; createdAtMs: number }): Promise<void> {
      const { createdAtMs, ...data } = file;
      await db.storedFile.create({ data: { ...data, workspaceId, byteCount: file.content.byteLength, createdAt: new Date(createdAtMs) } });
    },
  };
}

/** Files of whatever workspace, for whoever has proved otherwise that they may read one. */
export function everyFileStore(db: Database, databaseUrl: string) {
  // As digits: of bytes that are no column, the SQLite driver does not tell the type.
  const slice =
    toProvider(databaseUrl) === 'sqlite'
      ? `SELECT hex(substr("content", ?, ?)) AS "digits" FROM "StoredFile" WHERE "id" = ?`
      : `SELECT encode(substring("content" from $1::integer for $2::integer), 'hex') AS "digits" FROM "StoredFile" WHERE "id" = $3`;
  return {
    async find(fileId: string): Promise<StoredFilePlace | null> {
      return db.storedFile.findUnique({ where: { id: fileId }, select: { conversationId: true, fileName: true, contentType: true, byteCount: true } });
    },

    /** @throws Fault `file/not-found` */
    async readContent(fileId: string): Promise<Uint8Array<ArrayBuffer>> {
      const row = await db.storedFile.findUnique({ where: { id: fileId }, select: { content: true } });
      if (!row) throw fileNotFound();
      return row.content;
    },

    /** Part of a file: the rest does not come into memory. @throws Fault `file/not-found` */
    async readSlice(fileId: string, { start, byteCount }: { start: number; byteCount: number }): Promise<Uint8Array<ArrayBuffer>> {
      const [row] = await db.$queryRawUnsafe<{ digits: string }[]>(slice, start + 1, byteCount, fileId);
      if (!row) throw fileNotFound();
      return new Uint8Array(Buffer.from(row.digits, 'hex'));
    },

    /** Deletes files of conversations that were stored before a time and are part of no message. @returns how many */
    async deleteUnsent(beforeMs: number): Promise<number> {
      const { count } = await db.storedFile.deleteMany({ where: { sentAt: null, conversationId: { not: null }, createdAt: { lt: new Date(beforeMs) } } });
      return count;
    },
  };
}
