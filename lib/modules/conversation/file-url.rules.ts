/** Where people of the studio find a stored file. */
export function toFileUrl(fileId: string): string {
  return `/api/files/${fileId}`;
}

/** The id in the address of a stored file; null for every other address. */
export function readFileId(url: string): string | null {
  return /^\/api\/files\/([\w-]{1,100})$/.exec(url)?.[1] ?? null;
}
