import variant from '@jitl/quickjs-wasmfile-release-sync';
import { newQuickJSWASMModuleFromVariant, type QuickJSSyncVariant, type QuickJSWASMModule } from 'quickjs-emscripten-core';

/** A fresh instance of the interpreter's WebAssembly module and the memory that belongs to it alone. */
export interface InterpreterModule {
  quickjs: QuickJSWASMModule;
  memory: WebAssembly.Memory;
}

const WASM_PAGE_BYTES = 64 * 1024;
/** Smallest memory that the module accepts. Only touched pages become resident. */
const INITIAL_BYTES = 16 * 1024 * 1024;
/** Hard ceiling, whatever limit a job asks for: room for 256 MB of heap, the input's copy, the stack. */
const MAXIMUM_BYTES = 1024 * 1024 * 1024;

/**
 * Instantiates the interpreter. Text goes in and out through the host's native UTF-8 coder: the module's own loop
 * takes seven times as long on a 700 KB document.
 */
export async function loadInterpreterModule(): Promise<InterpreterModule> {
  const memory = new WebAssembly.Memory({
    initial: INITIAL_BYTES / WASM_PAGE_BYTES,
    maximum: MAXIMUM_BYTES / WASM_PAGE_BYTES,
  });
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
