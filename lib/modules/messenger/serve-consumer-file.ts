import { readByteRange } from '@/lib/modules/conversation/byte-range.rules';
import { toDownloadHeaders, toShownHeaders } from '@/lib/modules/conversation/file-type.rules';
import { fileNotFound, type everyFileStore } from '@/lib/modules/conversation/stored-file.store';
import type { FileAddresses } from './file-addresses';

export interface ServeConsumerFileDeps {
  files: ReturnType<typeof everyFileStore>;
  fileAddresses: FileAddresses;
}

/** A file's content never changes under its address. */
const CACHE_CONTROL = 'private, max-age=31536000, immutable';

/**
 * Answers with a file by its signed address: pictures, sounds and videos to be shown, everything else to be saved. Ranges are answered,
 * because Safari plays nothing without.
 * @throws Fault `file/not-found`, also for a signature that is not ours
 */
export async function serveConsumerFile({ files, fileAddresses }: ServeConsumerFileDeps, { fileId, signature }: { fileId: string; signature: string }, rangeHeader: string | null): Promise<Response> {
  const file = await files.find(fileId);
  const isSigned = file !== null && file.conversationId !== null && fileAddresses.isSigned({ conversationId: file.conversationId, fileId }, signature);
  if (!isSigned) throw fileNotFound();
  const headers = { ...(toShownHeaders(file) ?? toDownloadHeaders(file)), 'cache-control': CACHE_CONTROL, 'accept-ranges': 'bytes' };
  const range = readByteRange(rangeHeader, file.byteCount);
  if (range === 'unsatisfiable') return new Response(null, { status: 416, headers: { 'content-range': `bytes */${file.byteCount}` } });
  if (range === null) return new Response(await files.readContent(fileId), { headers });
  const { start, end } = range;
  const content = await files.readSlice(fileId, { start, byteCount: end - start + 1 });
  return new Response(content, { status: 206, headers: { ...headers, 'content-range': `bytes ${start}-${end}/${file.byteCount}` } });
}
