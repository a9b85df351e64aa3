import { Fault } from '@/lib/engine/fault';
import type { Database } from '@/lib/platform/db/open-database';

/** A file with its bytes. */
export interface StoredFile {
  id: string;
  fileName: string;
  contentType: string;
  content: Uint8Array<ArrayBuffer>;
}

/** Files of one workspace: rows in and out. */
export function storedFileStore(db: Database, workspaceId: string) {
  return {
    /** @throws Fault `file/not-found` */
    async get(fileId: string): Promise<StoredFile> {
      const row = await db.storedFile.findFirst({ where: { id: fileId, workspaceId } });
      if (!row) throw new Fault('missing', 'file/not-found', 'There is no file with this id.');
      return { id: row.id, fileName: row.fileName, contentType: row.contentType, content: row.content };
    },

    async insert(file: StoredFile & { conversationId: string; createdAtMs: number }): Promise<void> {
      const { createdAtMs, ...data } = file;
      await db.storedFile.create({ data: { ...data, workspaceId, byteCount: file.content.byteLength, createdAt: new Date(createdAtMs) } });
    },
  };
}
