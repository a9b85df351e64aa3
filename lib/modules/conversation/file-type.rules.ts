/** Type of a file as bots are told it: its extension in upper case such as `PDF`; empty when it has none. */
export function toFileType(fileName: string): string {
  return /\.([A-Za-z0-9]{1,10})$/.exec(fileName)?.[1]?.toUpperCase() ?? '';
}

/** A content type as it was declared, or the general one when it is none that can stand in a header. */
export function toSafeContentType(declared: string | null): string {
  const type = declared?.split(';')[0]?.trim().toLowerCase() ?? '';
  return /^[a-z0-9!#$&^_.+-]{1,100}\/[a-z0-9!#$&^_.+-]{1,100}$/.test(type) ? type : 'application/octet-stream';
}

/**
 * Headers of a download. A consumer's file must never run as a page of ours: it is saved rather than shown, its type is not guessed,
 * and should something show it all the same, it has no scripts and no origin.
 */
export function toDownloadHeaders({ fileName, contentType }: { fileName: string; contentType: string }): Record<string, string> {
  const plainName = fileName.replace(/[^\w.\- ]/g, '_');
  return {
    'content-type': contentType,
    'content-disposition': `attachment; filename="${plainName}"; filename*=UTF-8''${encodeURIComponent(fileName).replace(/['()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)}`,
    'content-security-policy': "sandbox; default-src 'none'",
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
  };
}
