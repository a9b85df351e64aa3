import { promisify } from 'node:util';
import zlib from 'node:zlib';

/** A body in plain bytes, or why there is none. */
export type DecompressedBody = { kind: 'body'; body: Uint8Array } | { kind: 'too-large' } | { kind: 'damaged'; reason: string };

/** Encodings undone one after the other; more than these is an attack, not a server. */
const LAYER_COUNT_MAX = 3;

const gunzip = promisify<Uint8Array, zlib.ZlibOptions, Buffer>(zlib.gunzip);
const inflate = promisify<Uint8Array, zlib.ZlibOptions, Buffer>(zlib.inflate);
const inflateRaw = promisify<Uint8Array, zlib.ZlibOptions, Buffer>(zlib.inflateRaw);
const brotliDecompress = promisify<Uint8Array, zlib.BrotliOptions, Buffer>(zlib.brotliDecompress);

/** The encodings of a body that are to be undone, by a `Content-Encoding` header, in the order of undoing; none for an empty body. */
export function listEncodings(body: Uint8Array, contentEncoding: string | null): string[] {
  if (contentEncoding === null || body.length === 0) return [];
  const encodings = contentEncoding.toLowerCase().split(',').map((encoding) => encoding.trim());
  return encodings.filter((encoding) => encoding !== '' && encoding !== 'identity').reverse();
}

/**
 * Undoes the encodings of a response body, off the main thread. Stops as soon as `bytesMax` is passed, so that a few
 * kilobytes can't unfold into gigabytes (zip bomb). An encoding we never asked for leaves the body as it is.
 */
export async function decompress(body: Uint8Array, layers: readonly string[], bytesMax: number): Promise<DecompressedBody> {
  if (layers.length > LAYER_COUNT_MAX) {
    return { kind: 'damaged', reason: `The response is compressed ${layers.length} times over.` };
  }
  let plain = body;
  for (const encoding of layers) {
    const undo = toDecoder(encoding, plain);
    if (undo === null) break;
    try {
      plain = await undo(plain, { maxOutputLength: bytesMax });
    } catch (error) {
      if (error instanceof RangeError) return { kind: 'too-large' };
      return { kind: 'damaged', reason: `The response is said to be compressed with ${encoding}, but isn’t, or was cut off.` };
    }
  }
  return { kind: 'body', body: plain };
}

type Decoder = (body: Uint8Array, limit: { maxOutputLength: number }) => Promise<Uint8Array>;

function toDecoder(encoding: string, body: Uint8Array): Decoder | null {
  if (encoding === 'gzip' || encoding === 'x-gzip') return gunzip;
  if (encoding === 'br') return brotliDecompress;
  // Some servers send raw deflate; a zlib stream begins with compression method 8 (RFC 1950, section 2.2).
  if (encoding === 'deflate') return ((body[0] ?? 0) & 0x0f) === 8 ? inflate : inflateRaw;
  return null;
}
