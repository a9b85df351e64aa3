import { problemSchema } from '@/lib/http/route/problem';
import { attachmentSchema, type Attachment } from '@/lib/engine/event.schema';

/**
 * Stores a file that the consumer is about to send.
 * @throws Error that says why and what to do
 */
export async function uploadConversationFile(conversationId: string, file: File): Promise<Attachment> {
  const path = `/api/conversations/${encodeURIComponent(conversationId)}/files?${new URLSearchParams({ fileName: file.name })}`;
  const response = await fetch(path, { method: 'POST', body: file, headers: { 'content-type': file.type || 'application/octet-stream' } }).catch(() => null);
  if (response === null) throw new Error('Parley does not answer. Check your connection, then choose the file again.');
  const answer: unknown = await response.json().catch(() => null);
  const problem = problemSchema.safeParse(answer);
  if (!response.ok) throw new Error(problem.success ? problem.data.detail : `The server answered with status ${response.status}. Choose the file again.`);
  return attachmentSchema.parse(answer);
}
