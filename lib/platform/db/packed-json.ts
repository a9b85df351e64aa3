import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';

const compress = promisify(gzip);
const decompress = promisify(gunzip);

/** Longer texts are compressed; below this it would cost more than it saves. */
const COMPRESS_FROM_BYTES = 8 * 1024;

/** A JSON value as a column of bytes holds it: its text, gzip'ed when long. */
export async function packJson(value: unknown): Promise<Uint8Array<ArrayBuffer>> {
  const plain = Buffer.from(JSON.stringify(value));
  return new Uint8Array(plain.byteLength < COMPRESS_FROM_BYTES ? plain : await compress(plain, { level: 1 }));
}

/** Reads what `packJson` wrote. */
export async function unpackJson(bytes: Uint8Array): Promise<unknown> {
  const isCompressed = bytes[0] === 0x1f && bytes[1] === 0x8b;
  const plain = isCompressed ? await decompress(bytes) : Buffer.from(bytes);
  return JSON.parse(plain.toString('utf8'));
}
