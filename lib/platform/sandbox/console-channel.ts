import type { ScriptConsoleLine, ScriptTrace } from '@/lib/engine/script/script-job';

/** Room for a run's console lines in bytes; lines that find no room are counted as dropped. */
const CONSOLE_BYTES = 1024 * 1024;

const HEADER_BYTES = 16;
const USED = 0;
const DROPPED = 1;
const CANCELLED = 2;
const TICKET = 3;

/**
 * Memory shared between the pool and one worker for one job at a time: console lines on the way out, a cancel flag and the
 * job's ticket on the way in.
 * Shared, because lines must outlive a worker that is terminated in the middle of a native call.
 */
export class ConsoleChannel {
  readonly buffer: SharedArrayBuffer;
  readonly #header: Int32Array;
  readonly #text: Buffer;

  constructor(buffer = new SharedArrayBuffer(HEADER_BYTES + CONSOLE_BYTES)) {
    this.buffer = buffer;
    this.#header = new Int32Array(buffer, 0, HEADER_BYTES / 4);
    this.#text = Buffer.from(buffer, HEADER_BYTES);
  }

  /** Empties the channel for the job with this ticket, a number above 0. Only while no run writes to it. */
  reset(ticket: number): void {
    this.#header.fill(0);
    Atomics.store(this.#header, TICKET, ticket);
  }

  /**
   * Takes a job's ticket; true for the first who does. The worker takes it to begin the job, the pool to have it back,
   * so that no job runs twice at a time.
   */
  takeTicket(ticket: number): boolean {
    return Atomics.compareExchange(this.#header, TICKET, ticket, 0) === ticket;
  }

  write(line: ScriptConsoleLine): void {
    const record = `${line.level} ${line.atMs.toFixed(3)} ${JSON.stringify(line.text)}\n`;
    const used = Atomics.load(this.#header, USED);
    if (used + Buffer.byteLength(record) > this.#text.length) return this.drop();
    Atomics.store(this.#header, USED, used + this.#text.write(record, used));
  }

  /** Counts a line that isn't kept. */
  drop(): void {
    Atomics.add(this.#header, DROPPED, 1);
  }

  read(): Pick<ScriptTrace, 'console' | 'consoleDroppedCount'> {
    const used = Atomics.load(this.#header, USED);
    const lines = used === 0 ? [] : this.#text.toString('utf8', 0, used).trimEnd().split('\n').map(toConsoleLine);
    return { console: lines, consoleDroppedCount: Atomics.load(this.#header, DROPPED) };
  }

  cancel(): void {
    Atomics.store(this.#header, CANCELLED, 1);
  }

  isCancelled(): boolean {
    return Atomics.load(this.#header, CANCELLED) === 1;
  }
}

function toConsoleLine(record: string): ScriptConsoleLine {
  const [level = '', atMs = ''] = record.split(' ', 2);
  const text: unknown = JSON.parse(record.slice(level.length + atMs.length + 2));
  return { level: toLevel(level), atMs: Number(atMs), text: String(text) };
}

/** The console level of that name; `log` for any other. */
export function toLevel(name: string): ScriptConsoleLine['level'] {
  return name === 'debug' || name === 'warn' || name === 'error' ? name : 'log';
}
