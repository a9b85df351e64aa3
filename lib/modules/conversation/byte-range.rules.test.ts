import { expect, it } from 'vitest';
import { readByteRange } from './byte-range.rules';

const MEGABYTE = 1024 * 1024;

it.each([
  [null, 100, null],
  ['bytes=0-1', 100, { start: 0, end: 1 }],
  ['bytes=10-', 100, { start: 10, end: 99 }],
  ['bytes=0-', 10 * MEGABYTE, { start: 0, end: 2 * MEGABYTE - 1 }],
  ['bytes=0-9999999', 100, { start: 0, end: 99 }],
  ['bytes=-5', 100, { start: 95, end: 99 }],
  ['bytes=-500', 100, { start: 0, end: 99 }],
  ['bytes=-0', 100, 'unsatisfiable'],
  ['bytes=100-', 100, 'unsatisfiable'],
  ['bytes=0-', 0, 'unsatisfiable'],
  ['bytes=9-3', 100, null],
  ['bytes=0-1,5-6', 100, null],
  ['bytes=-', 100, null],
  ['lines=0-1', 100, null],
])('%s of %i bytes is %j', (header, byteCount, range) => {
  expect(readByteRange(header, byteCount)).toEqual(range);
});
