/**
 * One run of a designer's script: text in, text out. Everything a script may know is in `input`;
 * no host object ever enters the sandbox.
 */
export interface ScriptJob {
  /**
   * Trusted JavaScript, one expression, evaluated ahead of need in a realm of its own. Its value is a function that
   * gets `input` before the script runs and returns a function without parameters, which is called after the script
   * and gives the output text. Jobs that share a prelude share a prepared realm image, so keep preludes constant.
   */
  prelude: string;
  /** The designer's script: plain statements in sloppy mode; a `return` outside a function is tolerated. */
  source: string;
  /** Name of the script in messages and stack traces. */
  fileName: string;
  /** Code of the designer's that runs before the script in the same realm. When it fails, the script still runs. */
  library?: { source: string; fileName: string };
  /**
   * Also asks for the output when the script failed or reached a limit: the prelude's last function is then called with
   * `true`, has 100 ms, and must not run code of the script's. Default: no output but of a finished script.
   */
  keepsPartialOutput?: boolean;
  /** Any text without NUL characters; the prelude decides on its format. */
  input: string;
  limits: ScriptLimits;
  /** On whose behalf the script runs, for example a workspace's id: owners take turns when the sandbox is busy. */
  owner?: string;
}

/** What a single run may use up. */
export interface ScriptLimits {
  /** Time from the script's first statement to its output, in milliseconds of the clock on the wall. */
  timeMs: number;
  /** Heap of the script's realm in bytes, its input included; at least about 10 MB are always there, at most 256 MB. */
  memoryBytes: number;
  /** Interpreter stack in bytes. Above 512 KB the host's own stack can run out first (that ends the run the same way). */
  stackBytes: number;
  /** Output text, as UTF-8 bytes. */
  outputBytes: number;
  /** Console lines that are kept; later ones are only counted. */
  consoleLineCount: number;
  /** Characters kept of a single console line. */
  consoleTextLength: number;
}

/**
 * Limits of a script unless configured otherwise. Five seconds is also what the reference gives a code panel
 * (conversation-builder reference, section 5.1); the rest is ours.
 */
export const DEFAULT_SCRIPT_LIMITS: ScriptLimits = {
  timeMs: 5_000,
  memoryBytes: 64 * 1024 * 1024,
  stackBytes: 256 * 1024,
  outputBytes: 5 * 1024 * 1024,
  consoleLineCount: 1_000,
  consoleTextLength: 2_000,
};

/** A line that the script wrote. `atMs` counts from the script's beginning. */
export interface ScriptConsoleLine {
  level: 'debug' | 'log' | 'warn' | 'error';
  text: string;
  atMs: number;
}

/** What every outcome carries, also the bad ones: lines written before the end are never lost. */
export interface ScriptTrace {
  console: ScriptConsoleLine[];
  /** Lines beyond the limit that were left out. */
  consoleDroppedCount: number;
  durationMs: number;
}

/** A syntax or runtime error; the place is in the designer's code, counted from 1, null where the error has none. */
export interface ScriptError {
  message: string;
  line: number | null;
  column: number | null;
  /** The place is in the library, not in the script. */
  isInLibrary?: true;
}

/** How a run ended, without its trace. */
export type ScriptEnd =
  | { kind: 'finished'; outputText: string }
  | ({ kind: 'failed' } & ScriptError)
  | { kind: 'limit-reached'; limit: 'time' | 'memory' | 'output' | 'stack'; value: number; unit: 'ms' | 'bytes' }
  | { kind: 'cancelled' };

/** What a run leaves besides its end. */
export interface ScriptRemains {
  /** What the library failed with before the script ran. */
  libraryError?: ScriptError;
  /** A limit was reached in the library: the script didn't run. */
  isStoppedInLibrary?: true;
  /** Output of a script that failed or reached a limit, for jobs that ask for it. Absent where none could be had. */
  partialOutputText?: string;
}

/** How a run ended. A script's failing is a value, never an exception. */
export type ScriptOutcome = ScriptEnd & ScriptRemains & ScriptTrace;
