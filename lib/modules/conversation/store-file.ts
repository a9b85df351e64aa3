import type { Attachment } from '@/lib/engine/event.schema';
import type { Clock } from '@/lib/platform/clock';
import { assertOpen } from './conversation.rules';
import type { conversationStore } from './conversation.store';
import { toFileType, toSafeContentType } from './file-type.rules';
import { toFileUrl } from './file-url.rules';
import type { storedFileStore } from './stored-file.store';

export interface StoreFileDeps {
  conversations: Pick<ReturnType<typeof conversationStore>, 'get'>;
  files: Pick<ReturnType<typeof storedFileStore>, 'insert'>;
  clock: Clock;
  newId(): string;
}

export interface IncomingFile {
  fileName: string;
  /** As the sender declared it. */
  contentType: string | null;
  /** Reads the bytes, once it is clear that they are wanted. */
  read(): Promise<Uint8Array<ArrayBuffer>>;
}

/**
 * Keeps a file that a consumer is about to send.
 * @throws Fault `conversation/not-found`, `conversation/closed`, `request/too-large`
 */
export async function storeFile(deps: StoreFileDeps, conversationId: string, file: IncomingFile): Promise<{ id: string; attachment: Attachment }> {
  assertOpen(await deps.conversations.get(conversationId));
  const content = await file.read();
  const id = deps.newId();
  const { fileName } = file;
  await deps.files.insert({ id, conversationId, fileName, contentType: toSafeContentType(file.contentType), content, createdAtMs: deps.clock.nowMs() });
  return { id, attachment: { fileName, url: toFileUrl(id), type: toFileType(fileName), bytes: content.byteLength, caption: '' } };
}
