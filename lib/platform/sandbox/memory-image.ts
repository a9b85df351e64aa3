const PAGE_BYTES = 4_096;

/**
 * A run of untouched zero pages at least this long is the shadow stack: nothing on it is alive between two calls.
 * No zeroed allocation of a young realm comes near this size (its whole heap is a few hundred kilobytes).
 */
const STACK_GAP_BYTES = 1024 * 1024;

interface Segment {
  start: number;
  bytes: Uint8Array;
}

/**
 * A copy of everything alive in a WebAssembly memory at rest. Restoring it undoes whatever ran since, for a few
 * microseconds: cheaper and more thorough than making a new runtime, as no allocation, prototype or built-in survives.
 * What lies beyond the image is free memory to the restored allocator, which the interpreter clears when it hands it out.
 */
export class MemoryImage {
  readonly #memory: WebAssembly.Memory;
  readonly #segments: Segment[];

  /** Take it only while no call into the instance is under way. */
  constructor(memory: WebAssembly.Memory) {
    this.#memory = memory;
    const bytes = new Uint8Array(memory.buffer);
    this.#segments = findLiveRanges(bytes).map(({ start, end }) => ({ start, bytes: bytes.slice(start, end) }));
  }

  restore(): void {
    const bytes = new Uint8Array(this.#memory.buffer);
    for (const segment of this.#segments) bytes.set(segment.bytes, segment.start);
  }
}

function findLiveRanges(bytes: Uint8Array): { start: number; end: number }[] {
  const words = new BigUint64Array(bytes.buffer);
  const ranges: { start: number; end: number }[] = [];
  for (let start = 0; start < bytes.length; start += PAGE_BYTES) {
    if (words.subarray(start / 8, (start + PAGE_BYTES) / 8).every((word) => word === 0n)) continue;
    const last = ranges.at(-1);
    if (last !== undefined && start - last.end < STACK_GAP_BYTES) last.end = start + PAGE_BYTES;
    else ranges.push({ start, end: start + PAGE_BYTES });
  }
  return ranges;
}
