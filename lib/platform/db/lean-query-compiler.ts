import { setFlagsFromString } from 'node:v8';

/** Calls after which V8 optimises a WebAssembly function, by its own measure. It is kept by each module as it was when the module was made. */
const BUDGET = { never: 2_000_000_000, usual: 1_800_000 };

/**
 * Opens a Prisma client, so that V8 leaves its query compiler, which is WebAssembly, as first compiled. Each query's plan is made once and kept, so
 * optimising the compiler gains nothing; it took 60 MB for a moment, which the process then kept, and a second of a processor.
 * Other WebAssembly (the script sandbox) must be loaded after it.
 */
export async function openLean(connect: () => Promise<unknown>): Promise<void> {
  setFlagsFromString(`--wasm-tiering-budget=${BUDGET.never}`);
  try {
    await connect();
  } finally {
    setFlagsFromString(`--wasm-tiering-budget=${BUDGET.usual}`);
  }
}
