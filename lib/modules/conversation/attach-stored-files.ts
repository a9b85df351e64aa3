import type { Attachment } from '@/lib/engine/event.schema';
import { toFileType } from './file-type.rules';
import { readFileId, toFileUrl } from './file-url.rules';
import { fileNotFound, type storedFileStore } from './stored-file.store';

export interface AttachStoredFilesDeps {
  files: Pick<ReturnType<typeof storedFileStore>, 'listOf' | 'markSent'>;
  clock: { nowMs(): number };
}

/**
 * Files of a conversation as a message carries them, in the order asked for. Name, type and size are those that were stored: what a
 * sender says about a file is not believed, because questions for files judge by it.
 * @throws Fault `file/not-found` when one was not stored for this conversation
 */
export async function attachStoredFiles({ files, clock }: AttachStoredFilesDeps, conversationId: string, fileIds: readonly string[]): Promise<Attachment[]> {
  if (fileIds.length === 0) return [];
  const storedById = new Map((await files.listOf(conversationId, fileIds)).map((file) => [file.id, file]));
  const attachments = fileIds.map((fileId) => {
    const file = storedById.get(fileId);
    if (!file) throw fileNotFound();
    return { fileName: file.fileName, url: toFileUrl(fileId), type: toFileType(file.fileName), bytes: file.byteCount, caption: '' };
  });
  await files.markSent(fileIds, clock.nowMs());
  return attachments;
}

/**
 * The attachments of a message by a person of the studio, who sends back what the upload answered with.
 * @throws Fault `file/not-found`
 */
export async function restoreAttachments(deps: AttachStoredFilesDeps, conversationId: string, sent: readonly Attachment[]): Promise<Attachment[]> {
  const attachments = await attachStoredFiles(deps, conversationId, sent.map(({ url }) => readFileId(url) ?? ''));
  return attachments.map((attachment, index) => ({ ...attachment, caption: sent[index]?.caption ?? '' }));
}
