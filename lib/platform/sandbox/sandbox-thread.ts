import { Worker } from 'node:worker_threads';
import type { ScriptEnd, ScriptJob, ScriptOutcome, ScriptRemains } from '@/lib/engine/script/script-job';
import { Fault } from '@/lib/engine/fault';
import { ConsoleChannel } from './console-channel';
import type { WorkerBirth, WorkerMessage, WorkerRequest } from './sandbox-protocol';
import { toLimit } from './script-limit';

/** Time a worker has to answer after its deadline, or after being cancelled, before it is terminated. */
const GRACE_MS = 250;

/**
 * A job waits behind another in the worker only where the last one took no longer than this: then it begins without the
 * way to the main thread and back, and without waking a thread that fell asleep.
 */
const QUICK_MS = 2;
const SEAT_COUNT = 2;

/** V8's own limits for the worker around the interpreter (its heap is separate); stack for deep recursion in scripts. */
const RESOURCE_LIMITS = { maxOldGenerationSizeMb: 96, maxYoungGenerationSizeMb: 8, stackSizeMb: 4 };

interface ThreadEvents {
  /** The thread takes a job now, or one more. */
  onFree: (thread: SandboxThread) => void;
  /** A job has run for `slowMs`: others shouldn't wait for this thread. */
  onSlow: (thread: SandboxThread) => void;
  /** The thread takes no more jobs. `fault` when it never became ready. */
  onGone: (thread: SandboxThread, fault: Fault | null) => void;
  /** Runs a job elsewhere that waited in this thread and has not begun. */
  runElsewhere: (job: ScriptJob, signal: AbortSignal | undefined) => Promise<ScriptOutcome>;
}

/** A job that the worker has been sent. */
interface SentJob {
  job: ScriptJob;
  signal: AbortSignal | undefined;
  seat: number;
  channel: ConsoleChannel;
  ticket: number;
  startedAt: number;
  timer: NodeJS.Timeout | undefined;
  /** Lets go of the caller's signal. */
  stopListening: () => void;
  resolve: (outcome: ScriptOutcome | Promise<ScriptOutcome>) => void;
  reject: (error: Fault) => void;
}

interface ThreadOptions {
  workerFile: string;
  warmPreludes: string[];
  slowMs: number;
}

/** The pool's side of one worker thread: one job runs, watched from outside, and one may wait behind it. */
export class SandboxThread {
  readonly #worker: Worker;
  readonly #channels = Array.from({ length: SEAT_COUNT }, () => new ConsoleChannel());
  readonly #events: ThreadEvents;
  readonly #slowMs: number;
  readonly #warmPreludes: string[];
  #state: 'starting' | 'idle' | 'busy' | 'gone' = 'starting';
  #running: SentJob | undefined;
  /** Sent already; the worker begins it by itself. Its time counts from when the job before it is known to be done. */
  #next: SentJob | undefined;
  #lastTicket = 0;
  #lastDurationMs = Number.POSITIVE_INFINITY;
  idleSince = 0;

  constructor({ workerFile, warmPreludes, slowMs }: ThreadOptions, events: ThreadEvents) {
    this.#events = events;
    this.#slowMs = slowMs;
    this.#warmPreludes = warmPreludes;
    const birth: WorkerBirth = { consoleBuffers: this.#channels.map((channel) => channel.buffer), warmPreludes };
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

  /** Whether a job may wait here behind the running one, which is expected to be over soon. */
  get takesNext(): boolean {
    return this.#state === 'busy' && this.#next === undefined && this.#lastDurationMs <= QUICK_MS && !this.#isLate();
  }

  /** Whether a job waits here longer than was expected. */
  get isKeepingNext(): boolean {
    return this.#next !== undefined && this.#isLate();
  }

  /** Whether a job of this owner runs or waits here. */
  serves(owner: string): boolean {
    return toOwner(this.#running) === owner || toOwner(this.#next) === owner;
  }

  /** Runs a job; only while idle or while `takesNext`. Rejects with a fault only when the sandbox itself fails. */
  run(job: ScriptJob, signal: AbortSignal | undefined): Promise<ScriptOutcome> {
    this.#state = 'busy';
    const seat = this.#running?.seat === 0 ? 1 : 0;
    const channel = this.#channels[seat] ?? new ConsoleChannel();
    const ticket = this.#newTicket();
    channel.reset(ticket);
    const outcome = new Promise<ScriptOutcome>((resolve, reject) => {
      const sent: SentJob = { job, signal, seat, channel, ticket, startedAt: 0, timer: undefined, stopListening: () => undefined, resolve, reject };
      if (signal !== undefined) {
        const onAbort = () => this.#abort(sent);
        signal.addEventListener('abort', onAbort, { once: true });
        sent.stopListening = () => signal.removeEventListener('abort', onAbort);
      }
      if (this.#running === undefined) this.#watch(sent);
      else this.#next = sent;
    });
    this.#worker.postMessage(this.#toRequest(job, seat, ticket));
    return outcome;
  }

  /** Has the waiting job run elsewhere, unless it has begun meanwhile. */
  releaseNext(): void {
    const next = this.#next;
    if (next === undefined || !next.channel.takeTicket(next.ticket)) return;
    this.#next = undefined;
    this.#sendElsewhere(next);
  }

  /** Stops the thread at once; a running job ends as `end`, a waiting one runs elsewhere. */
  async terminate(end: ScriptEnd): Promise<void> {
    if (this.#state === 'gone') return;
    this.#state = 'gone';
    const running = this.#takeRunning();
    const next = this.#takeNext();
    this.#events.onGone(this, null);
    if (next !== undefined) this.#sendElsewhere(next);
    await this.#worker.terminate();
    running?.resolve(toOutcome(running, end, performance.now() - running.startedAt));
  }

  #newTicket(): number {
    this.#lastTicket = (this.#lastTicket % 0x7fff_ffff) + 1;
    return this.#lastTicket;
  }

  /** Copying a prelude for each job would cost more than many a script. */
  #toRequest(job: ScriptJob, seat: number, ticket: number): WorkerRequest {
    const index = this.#warmPreludes.indexOf(job.prelude);
    return { ...job, prelude: index === -1 ? job.prelude : index, seat, ticket };
  }

  #receive(message: WorkerMessage): void {
    if (this.#state === 'gone') return;
    if (message.kind === 'broken') return this.#die(new Error(message.reason));
    if (message.kind === 'done') {
      this.#lastDurationMs = message.durationMs;
      const running = this.#takeRunning();
      running?.resolve(toOutcome(running, message.end, message.durationMs));
      if (message.mustRetire) return void this.terminate({ kind: 'cancelled' });
    }
    const next = this.#next;
    this.#next = undefined;
    if (next === undefined) {
      this.#state = 'idle';
      this.idleSince = performance.now();
    } else {
      this.#watch(next);
      if (next.signal?.aborted === true) this.#abort(next);
    }
    this.#events.onFree(this);
  }

  /**
   * Begins to watch a job as the running one. Timers stay referenced meanwhile: an awaited script keeps the process
   * alive, an idle pool doesn't.
   */
  #watch(sent: SentJob): void {
    this.#running = sent;
    sent.startedAt = performance.now();
    const deadlineMs = sent.job.limits.timeMs + GRACE_MS;
    sent.timer = setTimeout(() => {
      sent.timer = setTimeout(() => void this.terminate(toLimit('time', sent.job)), deadlineMs - this.#slowMs);
      this.releaseNext();
      this.#events.onSlow(this);
    }, this.#slowMs);
  }

  #abort(sent: SentJob): void {
    if (sent === this.#next && sent.channel.takeTicket(sent.ticket)) {
      this.#next = undefined;
      sent.stopListening();
      return sent.resolve(toOutcome(sent, { kind: 'cancelled' }, 0));
    }
    sent.channel.cancel();
    if (sent !== this.#running) return;
    clearTimeout(sent.timer);
    sent.timer = setTimeout(() => void this.terminate({ kind: 'cancelled' }), GRACE_MS);
  }

  #die(error: NodeJS.ErrnoException): void {
    if (this.#state === 'gone') return;
    const hadStarted = this.#state !== 'starting';
    this.#state = 'gone';
    const fault = new Fault('broken', 'sandbox/worker-failed', `The script sandbox failed: ${error.message}.`, { cause: error });
    const running = this.#takeRunning();
    const next = this.#takeNext();
    if (running !== undefined && error.code === 'ERR_WORKER_OUT_OF_MEMORY') {
      running.resolve(toOutcome(running, toLimit('memory', running.job), performance.now() - running.startedAt));
    } else running?.reject(fault);
    void this.#worker.terminate();
    this.#events.onGone(this, hadStarted ? null : fault);
    if (next !== undefined) this.#sendElsewhere(next);
  }

  #takeRunning(): SentJob | undefined {
    const running = this.#running;
    if (running !== undefined) {
      clearTimeout(running.timer);
      running.stopListening();
    }
    this.#running = undefined;
    return running;
  }

  #takeNext(): SentJob | undefined {
    const next = this.#next;
    this.#next = undefined;
    return next;
  }

  /** A job that had begun in a worker which is gone begins anew: scripts have no effect but their outcome. */
  #sendElsewhere(sent: SentJob): void {
    sent.stopListening();
    sent.resolve(this.#events.runElsewhere(sent.job, sent.signal));
  }

  #isLate(): boolean {
    return this.#running !== undefined && performance.now() - this.#running.startedAt > QUICK_MS;
  }
}

function toOwner(sent: SentJob | undefined): string | undefined {
  return sent && (sent.job.owner ?? '');
}

function toOutcome(sent: SentJob, end: ScriptEnd & ScriptRemains, durationMs: number): ScriptOutcome {
  return { ...end, durationMs, ...sent.channel.read() };
}
