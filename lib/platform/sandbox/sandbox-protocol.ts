import type { ScriptEnd, ScriptJob } from '@/lib/engine/script/script-job';

/** What a worker is born with. */
export interface WorkerBirth {
  /** Memory of the console channels, by seat. */
  consoleBuffers: SharedArrayBuffer[];
  /** Preludes to prepare a realm for before the first job. */
  warmPreludes: string[];
}

/** What a worker tells the pool. */
export type WorkerMessage =
  | { kind: 'ready' }
  /** `mustRetire`: the worker has grown, was slowed down or is broken, and takes no further job. */
  | { kind: 'done'; end: ScriptEnd; durationMs: number; mustRetire: boolean }
  /** The prelude failed or the interpreter could not be loaded: our own fault. */
  | { kind: 'broken'; reason: string };

/**
 * What the pool asks of a worker, in the order in which it is to run. A prelude known from birth is named by its place in
 * `warmPreludes`. `seat` tells the channel, `ticket` must be taken there to begin: a job without a ticket has been taken back.
 */
export type WorkerRequest = Omit<ScriptJob, 'prelude'> & { prelude: string | number; seat: number; ticket: number };
