import path from 'node:path';
import { Fault } from '@/lib/engine/fault';
import type { ScriptJob, ScriptOutcome } from '@/lib/engine/script/script-job';
import { FairQueue } from './fair-queue';
import { SandboxThread } from './sandbox-thread';

/** Runs designers' scripts apart from everything else. */
export interface Sandbox {
  /**
   * Runs a job in a realm of its own. Whatever the script does is an outcome; rejects with a `Fault` (`broken`) only
   * when the sandbox itself fails: `sandbox/worker-failed`, `sandbox/closed`. An aborted signal gives `cancelled`.
   */
  run(job: ScriptJob, signal?: AbortSignal): Promise<ScriptOutcome>;
  /** Ends all threads; jobs under way and waiting end as `cancelled`. */
  close(): Promise<void>;
}

export interface SandboxOptions {
  /** The bundled worker; default `dist/sandbox-worker.mjs` under the working directory. */
  workerFile?: string;
  /** Threads kept ready; at least 2, so that one script never stands alone before the next. */
  threadCountMin?: number;
  /**
   * Threads at most, while slow scripts occupy the others. One owner's scripts get half of them, so that
   * a hostile owner leaves room for the rest.
   */
  threadCountMax?: number;
  /** Preludes whose realms are prepared at start. */
  warmPreludes?: string[];
  /** A script that has run this long counts as slow: a thread is started beside it if none is idle. */
  slowMs?: number;
  /** A thread beyond the minimum is ended after being idle this long. */
  idleMs?: number;
}

/** Starts the threads and returns at once; the first jobs wait for them. Neither threads nor timers keep an idle process alive. */
export function createSandbox(options: SandboxOptions = {}): Sandbox {
  return new ThreadPool(options);
}

interface WaitingJob {
  owner: string;
  job: ScriptJob;
  signal: AbortSignal | undefined;
  resolve: (outcome: ScriptOutcome | Promise<ScriptOutcome>) => void;
  reject: (error: Fault) => void;
}

class ThreadPool implements Sandbox {
  readonly #options: Required<SandboxOptions>;
  readonly #threads = new Set<SandboxThread>();
  readonly #queue = new FairQueue<WaitingJob>();
  #sweep: NodeJS.Timeout | undefined;
  #isClosed = false;

  constructor(options: SandboxOptions) {
    const threadCountMin = Math.max(2, options.threadCountMin ?? 2);
    this.#options = {
      workerFile: options.workerFile ?? path.join(process.cwd(), 'dist', 'sandbox-worker.mjs'),
      threadCountMin,
      threadCountMax: Math.max(threadCountMin, options.threadCountMax ?? 6),
      warmPreludes: options.warmPreludes ?? [],
      slowMs: options.slowMs ?? 50,
      idleMs: options.idleMs ?? 10_000,
    };
    this.#fillUp();
  }

  run(job: ScriptJob, signal?: AbortSignal): Promise<ScriptOutcome> {
    if (this.#isClosed) return Promise.reject(new Fault('broken', 'sandbox/closed', 'The script sandbox is closed.'));
    if (signal?.aborted) return Promise.resolve(notBegun());
    const owner = job.owner ?? '';
    const free = this.#queue.isEmpty && this.#mayRun(owner) ? this.#findFree() : undefined;
    if (free !== undefined) return free.run(job, signal);
    return new Promise((resolve, reject) => this.#wait({ owner, job, signal, resolve, reject }));
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#sweep);
    for (const waiting of this.#queue.drain()) waiting.resolve(notBegun());
    await Promise.all([...this.#threads].map((thread) => thread.terminate({ kind: 'cancelled' })));
  }

  #wait({ owner, job, signal, resolve, reject }: WaitingJob): void {
    const keepAlive = setInterval(() => undefined, 60_000);
    const leave = () => {
      clearInterval(keepAlive);
      signal?.removeEventListener('abort', onAbort);
    };
    const entry: WaitingJob = {
      owner,
      job,
      signal,
      resolve: (outcome) => {
        leave();
        resolve(outcome);
      },
      reject: (fault) => {
        leave();
        reject(fault);
      },
    };
    const onAbort = () => {
      this.#queue.remove(entry);
      entry.resolve(notBegun());
    };
    signal?.addEventListener('abort', onAbort, { once: true });
    this.#queue.push(entry);
    this.#fillUp();
    this.#dispatch();
  }

  #dispatch(): void {
    let free = this.#findFree();
    while (free !== undefined) {
      const waiting = this.#queue.take((owner) => this.#mayRun(owner));
      if (waiting === undefined) return;
      waiting.resolve(free.run(waiting.job, waiting.signal));
      free = this.#findFree();
    }
  }

  #mayRun(owner: string): boolean {
    let runningCount = 0;
    for (const thread of this.#threads) if (thread.serves(owner)) runningCount += 1;
    return runningCount < Math.max(this.#options.threadCountMin, Math.floor(this.#options.threadCountMax / 2));
  }

  /** An idle thread, else one behind whose short job another may wait. */
  #findFree(): SandboxThread | undefined {
    let busy: SandboxThread | undefined;
    for (const thread of this.#threads) {
      if (thread.state === 'idle') return thread;
      if (thread.takesNext) busy ??= thread;
    }
    return busy;
  }

  #fillUp(): void {
    while (!this.#isClosed && this.#threads.size < this.#options.threadCountMin) this.#startThread();
  }

  #startThread(): void {
    const thread = new SandboxThread(this.#options, {
      onFree: (free) => {
        this.#dispatch();
        if (free.state !== 'idle') return;
        // Nothing waits here: take over what waits behind a job that takes longer than expected.
        for (const other of this.#threads) if (other.isKeepingNext) other.releaseNext();
        this.#sweepLater();
      },
      runElsewhere: (job, signal) => (this.#isClosed ? Promise.resolve(notBegun()) : this.run(job, signal)),
      onSlow: () => this.#startBesideSlow(),
      onGone: (gone, fault) => {
        this.#threads.delete(gone);
        if (fault === null) this.#fillUp();
        else if (this.#threads.size === 0) for (const waiting of this.#queue.drain()) waiting.reject(fault);
        this.#dispatch();
      },
    });
    this.#threads.add(thread);
  }

  #startBesideSlow(): void {
    const hasSpare = [...this.#threads].some((thread) => thread.state === 'idle' || thread.state === 'starting');
    if (!hasSpare && !this.#isClosed && this.#threads.size < this.#options.threadCountMax) this.#startThread();
  }

  #sweepLater(): void {
    if (this.#sweep !== undefined || this.#threads.size <= this.#options.threadCountMin) return;
    this.#sweep = setTimeout(() => {
      this.#sweep = undefined;
      const since = performance.now() - this.#options.idleMs;
      for (const thread of this.#threads) {
        if (this.#threads.size <= this.#options.threadCountMin) return;
        if (thread.state === 'idle' && thread.idleSince <= since) void thread.terminate({ kind: 'cancelled' });
      }
      this.#sweepLater();
    }, this.#options.idleMs).unref();
  }
}

/** The outcome of a job that was cancelled before it began. */
function notBegun(): ScriptOutcome {
  return { kind: 'cancelled', console: [], consoleDroppedCount: 0, durationMs: 0 };
}
