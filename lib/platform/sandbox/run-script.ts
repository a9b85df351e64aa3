import { performance } from 'node:perf_hooks';
import type { QuickJSHandle } from 'quickjs-emscripten-core';
import type { ScriptEnd, ScriptJob, ScriptRemains } from '@/lib/engine/script/script-job';
import type { Interpreter } from './interpreter';
import { toLimit } from './script-limit';
import { toScriptError, type SourcePlace, type ThrownValue } from './script-error';

/** Jobs (promise reactions) run between two looks at the clock. */
const PROMISE_JOBS_PER_ROUND = 1_000;

const RETURN_WRAPPER = '(function () {';

/** What a stopped script gets to hand over what it had come to; less than the pool waits before it ends the thread. */
const PARTIAL_OUTPUT_MS = 100;
const PARTIAL_OUTPUT_BYTES = 16 * 1024 * 1024;

/** What the interrupt handler knows of a run. */
export interface RunWatch {
  isCancelled: () => boolean;
  /** Called now and then while the script runs, with the milliseconds since it began. */
  onProgress: (elapsedMs: number) => void;
}

/**
 * Runs one script in a prepared realm. `isBroken` tells that the instance was left in the middle of a call
 * (the host's stack ran out, the module trapped) and must not be used again.
 */
export function runScript(interpreter: Interpreter, job: ScriptJob, watch: RunWatch): { end: ScriptEnd & ScriptRemains; durationMs: number; isBroken: boolean } {
  const startedAt = performance.now();
  const run = new Run(interpreter, job);
  const result = (end: ScriptEnd, isBroken: boolean) => ({ end: { ...end, ...run.remains }, durationMs: performance.now() - startedAt, isBroken });
  try {
    run.begin(watch, startedAt);
    return result(run.execute(), false);
  } catch (error) {
    if (!(error instanceof Stop)) return result(run.toEndOfBrokenInstance(error), true);
    return result(error.end, !run.keepPartialOutput(error.end));
  }
}

/** Ends a run from wherever it is. */
class Stop extends Error {
  readonly end: ScriptEnd;

  constructor(end: ScriptEnd) {
    super(end.kind);
    this.end = end;
  }
}

class Run {
  #interrupted: ScriptEnd | undefined;
  #finish: QuickJSHandle | undefined;
  readonly #places: SourcePlace[] = [];
  readonly remains: ScriptRemains = {};
  readonly interpreter: Interpreter;
  readonly job: ScriptJob;

  constructor(interpreter: Interpreter, job: ScriptJob) {
    this.interpreter = interpreter;
    this.job = job;
  }

  begin(watch: RunWatch, startedAt: number): void {
    const { interpreter, job } = this;
    interpreter.begin(job, startedAt);
    interpreter.runtime.setInterruptHandler(() => {
      const elapsedMs = performance.now() - startedAt;
      if (watch.isCancelled()) this.#interrupted = { kind: 'cancelled' };
      else if (elapsedMs > job.limits.timeMs) this.#interrupted = toLimit('time', job);
      else watch.onProgress(elapsedMs);
      return this.#interrupted !== undefined;
    });
  }

  execute(): ScriptEnd {
    const { context, controls } = this.interpreter;
    const finish = this.#value(context.callFunction(controls.start, context.undefined, this.#newInput()));
    this.#finish = finish;
    this.#runLibrary();
    this.#run({ source: this.job.source, fileName: this.job.fileName, firstLineOffset: 0, isLibrary: false });
    const outputText = this.#readOutput(this.#value(context.callFunction(finish, context.undefined)));
    this.#stopIfInterrupted();
    return { kind: 'finished', outputText };
  }

  /**
   * After a failure or limit: has the prelude hand over what there is, where the job wants that.
   * @returns whether the instance is still sound
   */
  keepPartialOutput(end: ScriptEnd): boolean {
    if (this.job.keepsPartialOutput !== true || this.#finish === undefined || end.kind === 'cancelled') return true;
    const { context, runtime } = this.interpreter;
    const until = performance.now() + PARTIAL_OUTPUT_MS;
    runtime.setInterruptHandler(() => performance.now() > until);
    this.interpreter.grantMemory(PARTIAL_OUTPUT_BYTES);
    try {
      const output = context.callFunction(this.#finish, context.undefined, context.true);
      if (!output.error) this.remains.partialOutputText = this.#readOutput(output.value);
      return true;
    } catch (error) {
      return error instanceof Stop;
    }
  }

  /** An exception of the host in the middle of a call: its stack ran out, or the module trapped for want of memory. */
  toEndOfBrokenInstance(error: unknown): ScriptEnd {
    return this.#interrupted ?? toLimit(error instanceof RangeError ? 'stack' : 'memory', this.job);
  }

  #newInput(): QuickJSHandle {
    const { context } = this.interpreter;
    // The allocator isn't asked for what can't fit: its refusal would go unnoticed.
    if (Buffer.byteLength(this.job.input) > this.job.limits.memoryBytes) throw new Stop(toLimit('memory', this.job));
    const input = context.newString(this.job.input);
    if (context.typeof(input) !== 'string') throw new Stop(toLimit('memory', this.job));
    return input;
  }

  #readOutput(output: QuickJSHandle): string {
    const { context } = this.interpreter;
    const length = context.getNumber(context.getProp(output, 'length'));
    if (!(length <= this.job.limits.outputBytes)) throw new Stop(toLimit('output', this.job));
    const outputText = context.getString(output);
    if (Buffer.byteLength(outputText) > this.job.limits.outputBytes) throw new Stop(toLimit('output', this.job));
    return outputText;
  }

  #runLibrary(): void {
    const { library } = this.job;
    if (library === undefined) return;
    try {
      this.#run({ ...library, firstLineOffset: 0, isLibrary: true });
    } catch (error) {
      if (!(error instanceof Stop) || error.end.kind !== 'failed') {
        this.remains.isStoppedInLibrary = true;
        throw error;
      }
      const { message, line, column } = error.end;
      this.remains.libraryError = { message, line, column, isInLibrary: true };
    }
  }

  #run(place: SourcePlace): void {
    this.#places.push(place);
    this.#settlePromises(this.#evaluate(place));
  }

  #evaluate(place: SourcePlace): QuickJSHandle {
    const { context } = this.interpreter;
    const { source, fileName } = place;
    const result = context.evalCode(source, fileName, { type: 'global' });
    if (!result.error) return result.value;
    const thrown = this.#thrown(result.error);
    const hasReturn = thrown.name === 'SyntaxError' && thrown.message === 'return not in a function';
    // A library inside a function would keep its functions to itself.
    if (!hasReturn || place.isLibrary) throw new Stop(this.#toEnd(thrown));
    place.firstLineOffset = RETURN_WRAPPER.length;
    return this.#value(context.evalCode(`${RETURN_WRAPPER}${source}\n}).call(this)`, fileName, { type: 'global' }));
  }

  /**
   * Lets promises that the script made come to rest, so that async functions over values at hand have an effect.
   * Nothing in the realm can settle a promise later, so a pending one is simply left.
   */
  #settlePromises(completion: QuickJSHandle): void {
    const { context, runtime } = this.interpreter;
    while (runtime.hasPendingJob()) {
      const jobs = runtime.executePendingJobs(PROMISE_JOBS_PER_ROUND);
      if (jobs.error) throw new Stop(this.#toEnd(this.#thrown(jobs.error)));
      // A promise takes an interruption for a rejection and carries on.
      this.#stopIfInterrupted();
    }
    const state = context.getPromiseState(completion);
    if (state.type === 'rejected') throw new Stop(this.#toEnd(this.#thrown(state.error)));
  }

  #value(result: { error?: undefined; value: QuickJSHandle } | { error: QuickJSHandle }): QuickJSHandle {
    if (result.error) throw new Stop(this.#toEnd(this.#thrown(result.error)));
    return result.value;
  }

  #thrown(error: QuickJSHandle): ThrownValue {
    this.#stopIfInterrupted();
    // Without memory the interpreter can't even make the error that says so.
    if (this.interpreter.hasRunOutOfMemory) throw new Stop(toLimit('memory', this.job));
    return this.interpreter.describe(error);
  }

  #stopIfInterrupted(): void {
    if (this.#interrupted !== undefined) throw new Stop(this.#interrupted);
  }

  #toEnd(thrown: ThrownValue): ScriptEnd {
    if (this.#interrupted !== undefined) return this.#interrupted;
    if (thrown.message === 'stack overflow') return toLimit('stack', this.job);
    if (thrown.name === 'InternalError' && thrown.message === 'out of memory') return toLimit('memory', this.job);
    return { kind: 'failed', ...toScriptError(thrown, this.#places) };
  }
}
