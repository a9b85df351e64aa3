import { authorization, toMessengerUrl } from '@/lib/client/messenger/messenger-api';
import { MessengerProblem } from '@/lib/client/messenger/messenger-problem';

/** A file that the server has, about to be sent. */
export type UploadedFile = { fileId: string; fileName: string; bytes: number; url: string };

/** Properties of `uploadFile`. */
export type UploadOptions = { conversationId: string; token: string | null; signal: AbortSignal; onProgress: (share: number) => void };

/**
 * Uploads a file, telling how far it is; `fetch` can't tell.
 * @throws MessengerProblem
 */
export function uploadFile(file: File, { conversationId, token, signal, onProgress }: UploadOptions): Promise<UploadedFile> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', toMessengerUrl('uploadConsumerFile', { conversationId }, { fileName: file.name || 'file' }));
    for (const [name, value] of Object.entries({ ...authorization(token), 'content-type': file.type || 'application/octet-stream' })) request.setRequestHeader(name, value);
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = () => {
      if (request.status === 201) return resolve(request.response as UploadedFile);
      const answer = request.response as { code?: string; detail?: string; acceptedTypes?: string[] } | null;
      const problem = new MessengerProblem(request.status, answer?.code ?? 'client/unreadable', answer?.detail ?? '');
      reject(Object.assign(problem, { acceptedTypes: answer?.acceptedTypes ?? null }));
    };
    request.onerror = () => reject(new MessengerProblem(0, 'client/unreachable', 'Nobody answers.'));
    request.onabort = () => reject(new DOMException('Taken back.', 'AbortError'));
    signal.addEventListener('abort', () => request.abort());
    request.send(file);
  });
}
