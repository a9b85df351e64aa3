import { Fault } from '@/lib/engine/fault';
import type { Database } from '@/lib/platform/db/open-database';

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
