import { performance } from 'node:perf_hooks';
import type { QuickJSContext, QuickJSHandle, QuickJSRuntime } from 'quickjs-emscripten-core';
import type { ScriptJob } from '@/lib/engine/script/script-job';
import { toLevel, type ConsoleChannel } from './console-channel';
import { loadInterpreterModule, type CappedMemory } from './interpreter-module';
import { MemoryImage } from './memory-image';
import { REALM_FRAME } from './realm-frame';
import type { ThrownValue } from './script-error';

/** Controls of a prepared realm; they are part of its memory image and so valid in every run. */
interface RealmControls {
  seed: QuickJSHandle;
  describe: QuickJSHandle;
  start: QuickJSHandle;
}

/**
 * One instance of the interpreter with one prelude evaluated, ready to run scripts one after the other. Before each run
 * its memory is put back to the image taken when it was prepared, so that every run gets a realm nobody has used.
 *
 * Isolation: the script sees no host object, only text; memory is WebAssembly's own. Not isolated from each other are
 * the CPU and, within a worker, time; the pool takes care of those.
 */
export class Interpreter {
  readonly runtime: QuickJSRuntime;
  readonly context: QuickJSContext;
  readonly controls: RealmControls;
  readonly #memory: CappedMemory;
  readonly #image: MemoryImage;
  #channel: ConsoleChannel;
  #startedAt = 0;
  #limits: Pick<ScriptJob['limits'], 'consoleLineCount' | 'consoleTextLength'> = { consoleLineCount: 0, consoleTextLength: 0 };
  #lineCount = 0;

  private constructor(memory: CappedMemory, runtime: QuickJSRuntime, { prelude, channel }: InterpreterOptions) {
    this.#memory = memory;
    this.#channel = channel;
    this.runtime = runtime;
    this.context = runtime.newContext();
    this.controls = this.#furnish(prelude);
    // The handler's registration is part of the image; the handler itself is set anew for each run.
    runtime.setInterruptHandler(() => false);
    // A handle points to a value in the heap.
    this.#image = new MemoryImage(memory, this.controls.start.value);
  }

  /** Instantiates the interpreter and evaluates `prelude`; a prelude that fails is our own fault and throws. */
  static async prepare(options: InterpreterOptions): Promise<Interpreter> {
    const { quickjs, memory } = await loadInterpreterModule();
    return new Interpreter(memory, quickjs.newRuntime(), options);
  }

  /** Bytes of the instance's memory. It never shrinks: an instance that has grown large should be given up. */
  get memoryBytes(): number {
    return this.#memory.buffer.byteLength;
  }

  /** Addresses that are put back before each run. */
  get keptRanges(): { start: number; end: number }[] {
    return this.#image.ranges;
  }

  /** The instance's memory as it is. */
  get memoryBuffer(): ArrayBuffer {
    return this.#memory.buffer;
  }

  /** Whether the run under way has asked for more memory than its limit. */
  get hasRunOutOfMemory(): boolean {
    return this.#memory.wasRefused;
  }

  /** Where console lines go from now on. */
  writeTo(channel: ConsoleChannel): void {
    this.#channel = channel;
  }

  /** Applies the job's limits and begins the run's clock. */
  begin(job: ScriptJob, startedAt: number): void {
    this.#startedAt = startedAt;
    this.#limits = job.limits;
    this.#lineCount = 0;
    this.#memory.limitHeap(job.limits.memoryBytes);
    // Counts too little, but refuses a single giant request before the allocator is asked.
    this.runtime.setMemoryLimit(job.limits.memoryBytes);
    this.runtime.setMaxStackSize(job.limits.stackBytes);
    const seeds = [Math.random(), Math.random()].map((part) => this.context.newNumber(part * 2 ** 32));
    this.context.unwrapResult(this.context.callFunction(this.controls.seed, this.context.undefined, seeds));
  }

  /** Lets a run that has reached its memory limit say what it came to. */
  grantMemory(extraBytes: number): void {
    this.#memory.limitHeap(this.#memory.buffer.byteLength + extraBytes);
    this.runtime.setMemoryLimit(-1);
  }

  /** Undoes everything that happened since the realm was prepared. Handles made since then are void, not to be disposed. */
  restore(): void {
    this.#image.restore();
  }

  /** What was thrown, in words; asking a hostile value may take as long as the deadline allows, and may fail. */
  describe(thrown: QuickJSHandle): ThrownValue {
    const { context } = this;
    this.runtime.setMemoryLimit(-1);
    const described = context.callFunction(this.controls.describe, context.undefined, thrown);
    if (described.error) return { name: '', message: 'The script threw a value that can’t be shown.', stack: '' };
    const value = described.value;
    const read = (key: string) => context.getString(context.getProp(value, key));
    return { name: read('name'), message: read('message'), stack: read('stack') };
  }

  #furnish(prelude: string): RealmControls {
    const { context } = this;
    const emit = context.newFunction('emit', (level, text) => {
      if (level !== undefined && text !== undefined) this.#write(context.getString(level), context.getString(text));
    });
    const evaluate = (code: string, fileName: string) =>
      context.unwrapResult(context.evalCode(code, fileName, { type: 'global' }));
    const setUp = evaluate(REALM_FRAME, 'realm-frame.js');
    const frame = context.unwrapResult(context.callFunction(setUp, context.undefined, emit));
    return {
      seed: context.getProp(frame, 'seed'),
      describe: context.getProp(frame, 'describe'),
      start: evaluate(prelude, 'prelude.js'),
    };
  }

  #write(level: string, text: string): void {
    this.#lineCount += 1;
    if (this.#lineCount > this.#limits.consoleLineCount) return this.#channel.drop();
    this.#channel.write({
      level: toLevel(level),
      text: text.length > this.#limits.consoleTextLength ? `${text.slice(0, this.#limits.consoleTextLength)}…` : text,
      atMs: performance.now() - this.#startedAt,
    });
  }
}

interface InterpreterOptions {
  prelude: string;
  channel: ConsoleChannel;
}
