/** A part of a multipart body as it is sent. */
export interface MultipartPart {
  name: string;
  value: string;
  /** Empty for a plain field; a part with a file name is sent as a file. */
  fileName: string;
  /** Empty for the default: none for a plain field, `application/octet-stream` for a file. Must be free of line breaks. */
  contentType: string;
}

/**
 * A multipart body as text, to be sent as UTF-8. Names and file names are escaped as browsers do, line breaks of
 * names and plain fields become CRLF, a file's text stays as it is.
 * @param boundary must not occur in any part; see `isBoundaryFree`
 * Source: WHATWG HTML, section 4.10.21.8 (multipart/form-data); RFC 7578.
 */
export function encodeMultipart(parts: readonly MultipartPart[], boundary: string): string {
  return `${parts.map((part) => `--${boundary}\r\n${encodePart(part)}\r\n`).join('')}--${boundary}--\r\n`;
}

/** Whether no part holds the boundary, which would let a value begin a part of its own. */
export function isBoundaryFree(parts: readonly MultipartPart[], boundary: string): boolean {
  return !parts.some((part) => `${part.name}\n${part.value}\n${part.fileName}\n${part.contentType}`.includes(boundary));
}

function encodePart({ name, value, fileName, contentType }: MultipartPart): string {
  const isFile = fileName !== '';
  const type = contentType || (isFile ? 'application/octet-stream' : '');
  const disposition = `Content-Disposition: form-data; name="${escapeName(toCrlf(name))}"${isFile ? `; filename="${escapeName(fileName)}"` : ''}`;
  return `${disposition}\r\n${type === '' ? '' : `Content-Type: ${type}\r\n`}\r\n${isFile ? value : toCrlf(value)}`;
}

function toCrlf(text: string): string {
  return text.replace(/\r\n|\r|\n/g, '\r\n');
}

function escapeName(text: string): string {
  return text.replaceAll('\n', '%0A').replaceAll('\r', '%0D').replaceAll('"', '%22');
}
