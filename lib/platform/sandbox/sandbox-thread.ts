import { Worker } from 'node:worker_threads';
import type { ScriptEnd, ScriptJob, ScriptOutcome } from '@/lib/engine/script/script-job';
import { Fault } from '@/lib/engine/fault';
import { ConsoleChannel } from './console-channel';
import type { WorkerBirth, WorkerMessage, WorkerRequest } from './sandbox-protocol';
import { toLimit } from './script-limit';

/** Time a worker has to answer after its deadline, or after being cancelled, before it is terminated. */
const GRACE_MS = 250;

/** V8's own limits for the worker around the interpreter (its heap is separate); stack for deep recursion in scripts. */
const RESOURCE_LIMITS = { maxOldGenerationSizeMb: 96, maxYoungGenerationSizeMb: 8, stackSizeMb: 4 };

interface ThreadEvents {
  /** The thread takes a job now. */
  onIdle: (thread: SandboxThread) => void;
  /** A job has run for `slowMs`: others shouldn't wait for this thread. */
  onSlow: (thread: SandboxThread) => void;
  /** The thread takes no more jobs. `fault` when it never became ready. */
  onGone: (thread: SandboxThread, fault: Fault | null) => void;
}

interface RunningJob {
  job: ScriptJob;
  startedAt: number;
  timer: NodeJS.Timeout;
  resolve: (outcome: ScriptOutcome) => void;
  reject: (error: Fault) => void;
}

interface ThreadOptions {
  workerFile: string;
  warmPreludes: string[];
  slowMs: number;
}

/** The pool's side of one worker thread: one job at a time, watched from outside. */
export class SandboxThread {
  readonly #worker: Worker;
  readonly #channel = new ConsoleChannel();
  readonly #events: ThreadEvents;
  readonly #slowMs: number;
  readonly #warmPreludes: string[];
  #state: 'starting' | 'idle' | 'busy' | 'gone' = 'starting';
  #running: RunningJob | undefined;
  /** Owner of the running job. */
  owner: string | undefined;
  idleSince = 0;

  constructor({ workerFile, warmPreludes, slowMs }: ThreadOptions, events: ThreadEvents) {
    this.#events = events;
    this.#slowMs = slowMs;
    this.#warmPreludes = warmPreludes;
    const birth: WorkerBirth = { consoleBuffer: this.#channel.buffer, warmPreludes };
    this.#worker = new Worker(workerFile, {
      name: 'script-sandbox',
      workerData: birth,
      env: {},
      execArgv: [],
      resourceLimits: RESOURCE_LIMITS,
    });
    this.#worker.on('message', (message: WorkerMessage) => this.#receive(message));
    this.#worker.on('error', (error: NodeJS.ErrnoException) => this.#die(error));
    this.#worker.on('exit', () => this.#die(new Error('the worker ended')));
    // Last: listening for messages makes a worker count again.
    this.#worker.unref();
  }

  get state() {
    return this.#state;
  }

  /** Runs a job; only while idle. Rejects with a fault only when the sandbox itself fails. */
  run(job: ScriptJob, signal: AbortSignal | undefined): Promise<ScriptOutcome> {
    this.#state = 'busy';
    this.owner = job.owner ?? '';
    this.#channel.reset();
    const onAbort = () => this.#cancel();
    const outcome = new Promise<ScriptOutcome>((resolve, reject) => {
      this.#running = { job, startedAt: performance.now(), timer: this.#watchSlow(job), resolve, reject };
    });
    this.#worker.postMessage(this.#toRequest(job));
    if (signal === undefined) return outcome;
    signal.addEventListener('abort', onAbort, { once: true });
    return outcome.finally(() => signal.removeEventListener('abort', onAbort));
  }

  /** Copying a prelude for each job would cost more than many a script. */
  #toRequest(job: ScriptJob): WorkerRequest {
    const index = this.#warmPreludes.indexOf(job.prelude);
    return index === -1 ? job : { ...job, prelude: index };
  }

  /** Stops the thread at once; a running job ends as `end`. */
  async terminate(end: ScriptEnd): Promise<void> {
    if (this.#state === 'gone') return;
    this.#state = 'gone';
    const running = this.#takeRunning();
    this.#events.onGone(this, null);
    await this.#worker.terminate();
    running?.resolve(this.#toOutcome(end, performance.now() - running.startedAt));
  }

  #receive(message: WorkerMessage): void {
    if (this.#state === 'gone') return;
    if (message.kind === 'broken') return this.#die(new Error(message.reason));
    if (message.kind === 'done') {
      const running = this.#takeRunning();
      running?.resolve(this.#toOutcome(message.end, message.durationMs));
      if (message.mustRetire) return void this.terminate({ kind: 'cancelled' });
    }
    this.#state = 'idle';
    this.idleSince = performance.now();
    this.#events.onIdle(this);
  }

  /** Timers stay referenced while a job runs: an awaited script keeps the process alive, an idle pool doesn't. */
  #watchSlow(job: ScriptJob): NodeJS.Timeout {
    const deadlineMs = job.limits.timeMs + GRACE_MS;
    return setTimeout(() => {
      if (this.#running === undefined) return;
      this.#running.timer = setTimeout(() => void this.terminate(toLimit('time', job)), deadlineMs - this.#slowMs);
      this.#events.onSlow(this);
    }, this.#slowMs);
  }

  #cancel(): void {
    if (this.#running === undefined) return;
    this.#channel.cancel();
    clearTimeout(this.#running.timer);
    this.#running.timer = setTimeout(() => void this.terminate({ kind: 'cancelled' }), GRACE_MS);
  }

  #die(error: NodeJS.ErrnoException): void {
    if (this.#state === 'gone') return;
    const hadStarted = this.#state !== 'starting';
    this.#state = 'gone';
    const fault = new Fault('broken', 'sandbox/worker-failed', `The script sandbox failed: ${error.message}.`, { cause: error });
    const running = this.#takeRunning();
    if (running !== undefined && error.code === 'ERR_WORKER_OUT_OF_MEMORY') {
      running.resolve(this.#toOutcome(toLimit('memory', running.job), performance.now() - running.startedAt));
    } else running?.reject(fault);
    void this.#worker.terminate();
    this.#events.onGone(this, hadStarted ? null : fault);
  }

  #takeRunning(): RunningJob | undefined {
    const running = this.#running;
    if (running !== undefined) clearTimeout(running.timer);
    this.#running = undefined;
    this.owner = undefined;
    return running;
  }

  #toOutcome(end: ScriptEnd, durationMs: number): ScriptOutcome {
    return { ...end, durationMs, ...this.#channel.read() };
  }
}
