/** Type of a file as bots are told it: its extension in upper case such as `PDF`; empty when it has none. */
export function toFileType(fileName: string): string {
  return /\.([A-Za-z0-9]{1,10})$/.exec(fileName)?.[1]?.toUpperCase() ?? '';
}

/** A content type as it was declared, or the general one when it is none that can stand in a header. */
export function toSafeContentType(declared: string | null): string {
  const type = declared?.split(';')[0]?.trim().toLowerCase() ?? '';
  return /^[a-z0-9!#$&^_.+-]{1,100}\/[a-z0-9!#$&^_.+-]{1,100}$/.test(type) ? type : 'application/octet-stream';
}

interface NamedFile {
  fileName: string;
  contentType: string;
}

/**
 * Headers of a download. A consumer's file must never run as a page of ours: it is saved rather than shown, its type is not guessed,
 * and should something show it all the same, it has no scripts and no origin.
 */
export function toDownloadHeaders(file: NamedFile): Record<string, string> {
  return { ...toSafeHeaders(file), 'content-disposition': toDisposition('attachment', file), 'content-security-policy': "sandbox; default-src 'none'" };
}

/** Pictures, sounds and videos, by type. No SVG: it can hold scripts. */
const SHOWN_TYPES = /^(image\/(png|jpeg|gif|webp|avif|bmp)|audio\/(mpeg|mp4|aac|x-m4a|ogg|wav|x-wav|wave|webm|flac)|video\/(mp4|webm|ogg|quicktime))$/;

/**
 * Headers with which a browser shows a picture, sound or video; null for every other type. A page under such a type stays text that no
 * browser runs, because the type is not guessed; and in a window of its own the file has no scripts and no origin.
 */
export function toShownHeaders(file: NamedFile): Record<string, string> | null {
  if (!SHOWN_TYPES.test(file.contentType)) return null;
  return { ...toSafeHeaders(file), 'content-disposition': toDisposition('inline', file), 'content-security-policy': "sandbox; default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'" };
}

function toSafeHeaders({ contentType }: NamedFile): Record<string, string> {
  return { 'content-type': contentType, 'x-content-type-options': 'nosniff', 'cross-origin-resource-policy': 'same-origin' };
}

/** Source: RFC 6266, section 5, and RFC 8187 for the name. */
function toDisposition(kind: 'attachment' | 'inline', { fileName }: NamedFile): string {
  const plainName = fileName.replace(/[^\w.\- ]/g, '_');
  const encoded = encodeURIComponent(fileName.replace(/\p{Cs}/gu, '�')).replace(/['()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
  return `${kind}; filename="${plainName}"; filename*=UTF-8''${encoded}`;
}
