/** First and last byte, both included. */
export interface ByteRange {
  start: number;
  end: number;
}

/** Answered at once to a request that names no end: players ask on where an answer ended. */
const OPEN_RANGE_BYTES_MAX = 2 * 1024 * 1024;

/**
 * The part of a file that a request's header `Range` asks for. Null: all of it, as also for several ranges at once and other units.
 * Source: RFC 9110, section 14.
 */
export function readByteRange(header: string | null, byteCount: number): ByteRange | 'unsatisfiable' | null {
  const [, first = '', last = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '') ?? [];
  if (first === '' && last === '') return null;
  if (first === '') return toSuffix(Number(last), byteCount);
  const start = Number(first);
  if (start >= byteCount) return 'unsatisfiable';
  if (last === '') return { start, end: Math.min(byteCount, start + OPEN_RANGE_BYTES_MAX) - 1 };
  return Number(last) < start ? null : { start, end: Math.min(Number(last), byteCount - 1) };
}

function toSuffix(length: number, byteCount: number): ByteRange | 'unsatisfiable' {
  return length === 0 || byteCount === 0 ? 'unsatisfiable' : { start: Math.max(0, byteCount - length), end: byteCount - 1 };
}
