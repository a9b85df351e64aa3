const PAGE_BYTES = 4_096;

/**
 * A run of zero pages at least this long holds nothing alive: it is the shadow stack, on which nothing lives between two calls, or lies
 * beyond the heap. No zeroed allocation of a young realm comes near this size (its whole heap is a few hundred kilobytes).
 */
const GAP_BYTES = 512 * 1024;

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

  /**
   * Take it only while no call into the instance is under way.
   * @param heapAddress of anything in the heap. Only the static data, the heap and their surroundings are looked at: a page that is read
   * becomes resident, and an instance has 16 MB of them.
   */
  constructor(memory: WebAssembly.Memory, heapAddress: number) {
    this.#memory = memory;
    const bytes = new Uint8Array(memory.buffer);
    this.#segments = findLiveRanges(bytes, heapAddress).map(({ start, end }) => ({ start, bytes: bytes.slice(start, end) }));
  }

  /** Addresses that the image holds, ascending and apart from each other. */
  get ranges(): { start: number; end: number }[] {
    return this.#segments.map(({ start, bytes }) => ({ start, end: start + bytes.length }));
  }

  restore(): void {
    const bytes = new Uint8Array(this.#memory.buffer);
    for (const segment of this.#segments) bytes.set(segment.bytes, segment.start);
  }
}

function findLiveRanges(bytes: Uint8Array, heapAddress: number): { start: number; end: number }[] {
  const words = new Int32Array(bytes.buffer);
  const pageWords = PAGE_BYTES / words.BYTES_PER_ELEMENT;
  // A plain loop: it runs over megabytes at each start, and big integers or a function per word take a hundred times as long.
  const isZero = (page: number) => {
    for (let index = page * pageWords; index < (page + 1) * pageWords; index += 1) if (words[index] !== 0) return false;
    return true;
  };
  /** The last page before a gap, in one direction. */
  const findEnd = (from: number, step: 1 | -1) => {
    let last = from;
    for (let page = from; page >= 0 && page < bytes.length / PAGE_BYTES; page += step) {
      if (!isZero(page)) last = page;
      else if (Math.abs(page - last) * PAGE_BYTES > GAP_BYTES) break;
    }
    return last;
  };
  const heapPage = Math.floor(heapAddress / PAGE_BYTES);
  const staticEnd = findEnd(0, 1) + 1;
  const heapStart = findEnd(heapPage, -1);
  const heapEnd = findEnd(heapPage, 1) + 1;
  const ranges = heapStart < staticEnd ? [{ start: 0, end: Math.max(staticEnd, heapEnd) }] : [{ start: 0, end: staticEnd }, { start: heapStart, end: heapEnd }];
  return ranges.map(({ start, end }) => ({ start: start * PAGE_BYTES, end: end * PAGE_BYTES }));
}
