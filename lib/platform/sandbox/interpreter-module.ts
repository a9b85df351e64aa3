import variant from '@jitl/quickjs-wasmfile-release-sync';
import { newQuickJSWASMModuleFromVariant, type QuickJSSyncVariant, type QuickJSWASMModule } from 'quickjs-emscripten-core';

/** A fresh instance of the interpreter's WebAssembly module and the memory that belongs to it alone. */
export interface InterpreterModule {
  quickjs: QuickJSWASMModule;
  memory: CappedMemory;
}

const WASM_PAGE_BYTES = 64 * 1024;
/** Smallest memory that the module accepts. Only touched pages become resident. */
const INITIAL_BYTES = 16 * 1024 * 1024;
/** Ceiling whatever limit a job asks for: 256 MB of heap and what the module needs for itself. */
const MAXIMUM_BYTES = 272 * 1024 * 1024;
/** What the module itself takes up: static data, shadow stack, a fresh realm. */
const MODULE_BYTES = 6 * 1024 * 1024;

/**
 * WebAssembly memory whose growth can be limited anew for each run. The interpreter's own accounting can't be relied on:
 * in WebAssembly it doesn't know the size of its allocations.
 */
export class CappedMemory extends WebAssembly.Memory {
  #ceilingBytes = MAXIMUM_BYTES;
  #wasRefused = false;

  constructor() {
    super({ initial: INITIAL_BYTES / WASM_PAGE_BYTES, maximum: MAXIMUM_BYTES / WASM_PAGE_BYTES });
  }

  /** Sets how much heap a run may use, in bytes. About 10 MB are always there. */
  limitHeap(heapBytes: number): void {
    this.#ceilingBytes = heapBytes + MODULE_BYTES;
    this.#wasRefused = false;
  }

  /** Whether growth was refused since the limit was set: from then on allocations in the interpreter fail. */
  get wasRefused(): boolean {
    return this.#wasRefused;
  }

  /** Called by the module's allocator, which takes an exception for “no more memory”. */
  override grow(pageCount: number): number {
    if (this.buffer.byteLength + pageCount * WASM_PAGE_BYTES <= this.#ceilingBytes) return super.grow(pageCount);
    this.#wasRefused = true;
    throw new RangeError('The script’s memory limit is reached.');
  }
}

/**
 * Instantiates the interpreter. Text goes in and out through the host's native UTF-8 coder: the module's own loop
 * takes seven times as long on a 700 KB document.
 */
export async function loadInterpreterModule(): Promise<InterpreterModule> {
  const memory = new CappedMemory();
  const withOwnMemory: QuickJSSyncVariant = {
    ...variant,
    importModuleLoader: async () => {
      const imported = await variant.importModuleLoader();
      const load = typeof imported === 'function' ? imported : toLoader(imported.default);
      return async (options) => Object.assign(await load({ ...options, wasmMemory: memory }), nativeText(memory));
    },
  };
  return { quickjs: await newQuickJSWASMModuleFromVariant(withOwnMemory), memory };
}

/** Some bundlers wrap a default export twice. */
function toLoader<Loader>(imported: Loader | { default: Loader }): Loader {
  return typeof imported === 'object' && imported !== null && 'default' in imported ? imported.default : imported;
}

function nativeText(memory: WebAssembly.Memory) {
  const encoder = new TextEncoder();
  return {
    lengthBytesUTF8: (text: string) => Buffer.byteLength(text),
    stringToUTF8: (text: string, pointer: number, bytesMax?: number) => {
      const bytes = new Uint8Array(memory.buffer, pointer, bytesMax ?? Buffer.byteLength(text) + 1);
      const { written } = encoder.encodeInto(text, bytes.subarray(0, -1));
      bytes[written] = 0;
      return written;
    },
    UTF8ToString: (pointer: number) => {
      const bytes = Buffer.from(memory.buffer, pointer);
      return bytes.toString('utf8', 0, bytes.indexOf(0));
    },
  };
}
