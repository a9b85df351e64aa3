/** Lets the browser save a file under the name that the server gave it. */
export function saveBlob(blob: Blob, contentDisposition: string | null): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = /filename="([^"]+)"/.exec(contentDisposition ?? '')?.[1] ?? 'conversation.txt';
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
