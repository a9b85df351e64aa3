/** Entry of a sandbox worker thread: runs one job after the other, each in an unused realm. */
import os from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { ConsoleChannel } from './console-channel';
import { Interpreter } from './interpreter';
import { runScript } from './run-script';
import type { WorkerBirth, WorkerMessage, WorkerRequest } from './sandbox-protocol';

/** Prepared realms kept at a time, one for each prelude. */
const INTERPRETER_COUNT_MAX = 3;

/** An instance whose memory has grown past this is given up with its worker: WebAssembly memory never shrinks. */
const MEMORY_BYTES_MAX = 40 * 1024 * 1024;

/** A script that runs longer than this gives way to the rest of the process, at this priority (0 is normal, 19 lowest). */
const POLITE_AFTER_MS = 500;
const POLITE_PRIORITY = 5;

const { consoleBuffers, warmPreludes } = workerData as WorkerBirth; // Set by the pool, in the same process and build.
const channels = consoleBuffers.map((buffer) => new ConsoleChannel(buffer));
/** Before the first run nothing is printed that anybody could see. */
const nowhere = new ConsoleChannel();
const interpreterByPrelude = new Map<string, Interpreter>();
let isSlowed = false;
let isRetired = false;

function send(message: WorkerMessage): void {
  parentPort?.postMessage(message);
}

async function findInterpreter(prelude: string): Promise<Interpreter> {
  const known = interpreterByPrelude.get(prelude);
  if (known !== undefined) return known;
  const oldest = interpreterByPrelude.keys().next();
  if (interpreterByPrelude.size >= INTERPRETER_COUNT_MAX && !oldest.done) interpreterByPrelude.delete(oldest.value);
  const interpreter = await Interpreter.prepare({ prelude, channel: nowhere });
  interpreterByPrelude.set(prelude, interpreter);
  return interpreter;
}

/** Lowers this thread's priority for good, which is why the worker retires afterwards. Threads have one on Linux only. */
function giveWay(elapsedMs: number): void {
  if (isSlowed || elapsedMs < POLITE_AFTER_MS) return;
  isSlowed = true;
  if (process.platform === 'linux') os.setPriority(0, POLITE_PRIORITY);
}

async function handle(job: WorkerRequest): Promise<void> {
  const prelude = typeof job.prelude === 'number' ? (warmPreludes[job.prelude] ?? '') : job.prelude;
  const interpreter = await findInterpreter(prelude);
  const channel = channels[job.seat];
  if (isRetired || channel === undefined || !channel.takeTicket(job.ticket)) return;
  interpreter.writeTo(channel);
  const { end, durationMs, isBroken } = runScript(interpreter, { ...job, prelude }, {
    isCancelled: () => channel.isCancelled(),
    onProgress: giveWay,
  });
  isRetired = isBroken || isSlowed || interpreter.memoryBytes > MEMORY_BYTES_MAX;
  send({ kind: 'done', end, durationMs, mustRetire: isRetired });
  if (!isRetired) interpreter.restore();
}

function report(error: unknown): void {
  send({ kind: 'broken', reason: error instanceof Error ? error.message : String(error) });
}

/** One after the other, also while the realm for an unknown prelude is being prepared. */
let last = Promise.resolve();
parentPort?.on('message', (job: WorkerRequest) => {
  last = last.then(() => handle(job)).catch(report);
});

Promise.all(warmPreludes.map(findInterpreter)).then(() => send({ kind: 'ready' }), report);
