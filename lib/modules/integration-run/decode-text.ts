import { isUtf8 } from 'node:buffer';

/** Bytes as text, and the character set that was used, by its standard name in lower case. */
export interface DecodedText {
  text: string;
  charset: string;
}

/**
 * Reads bytes as text. The character set is, in this order: that of a byte order mark, the declared one, UTF-8 if the bytes
 * are valid UTF-8, and Windows-1252, which reads anything. An unknown declared name counts as none. The mark itself is left out.
 * Source: Encoding standard, section 6 "decode"; WHATWG names and labels.
 */
export function decodeText(body: Uint8Array, declaredCharset: string | null): DecodedText {
  const charset = findByteOrderMark(body) ?? toCharset(declaredCharset) ?? (isUtf8(body) ? 'utf-8' : 'windows-1252');
  return { text: new TextDecoder(charset).decode(body), charset };
}

function findByteOrderMark(body: Uint8Array): string | null {
  if (body[0] === 0xef && body[1] === 0xbb && body[2] === 0xbf) return 'utf-8';
  if (body[0] === 0xff && body[1] === 0xfe) return 'utf-16le';
  if (body[0] === 0xfe && body[1] === 0xff) return 'utf-16be';
  return null;
}

function toCharset(label: string | null): string | null {
  if (label === null) return null;
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return null;
  }
}
