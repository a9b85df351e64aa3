import type { Attempt, Hop, RunRecord } from '@/lib/modules/integration-run/run-record.schema';

/** What time is spent on. `unanswered` is what passed without the server's answer ever coming. */
export type Phase = 'dns' | 'connect' | 'tls' | 'first-byte' | 'download' | 'unanswered' | 'prepare' | 'wait' | 'script';

/** A stretch of time, from the beginning of the run. */
export type PhaseSpan = { phase: Phase; startMs: number; endMs: number };

/** One line of the timeline, in order of time. */
export type TimelineRow = {
  id: string;
  /** `Try 1`, `Redirect 1`, `Wait`, `Script`. */
  title: string;
  /** The URL, the reason for waiting. */
  detail: string;
  /** The answer's status; null where there is none. */
  status: number | null;
  startMs: number;
  endMs: number;
  spans: PhaseSpan[];
};

/** Shorter gaps are clocks that differ a little. */
const GAP_MS_MIN = 0.5;

/** A run as lines of time: preparing, each try with its redirects, the waits between tries, the script. */
export function buildTimelineRows(run: RunRecord): TimelineRow[] {
  const { attempts, script } = run;
  const firstMs = attempts[0]?.startMs ?? 0;
  const lastMs = attempts.at(-1)?.endMs ?? 0;
  return [
    ...(firstMs >= GAP_MS_MIN ? [toPlainRow('prepare', { title: 'Preparing', detail: 'Variables and credential', startMs: 0, endMs: firstMs })] : []),
    ...attempts.flatMap((attempt, index) => toAttemptRows(attempt, attempts[index + 1] ?? null)),
    ...(script ? [toPlainRow('script', { title: 'Script', detail: 'Transform result script', startMs: lastMs, endMs: lastMs + script.durationMs })] : []),
  ];
}

/** Where the time line ends; never 0. */
export function findTimelineEndMs(run: RunRecord, rows: readonly TimelineRow[]): number {
  return Math.max(run.durationMs, ...rows.map((row) => row.endMs), 1);
}

/** Time per phase over all tries, for comparing. */
export function sumPhases(rows: readonly TimelineRow[]): Map<Phase, number> {
  const sums = new Map<Phase, number>();
  for (const { phase, startMs, endMs } of rows.flatMap((row) => row.spans)) sums.set(phase, (sums.get(phase) ?? 0) + endMs - startMs);
  return sums;
}

function toAttemptRows(attempt: Attempt, next: Attempt | null): TimelineRow[] {
  const title = `Try ${attempt.number}`;
  const hops = attempt.hops.map((hop, index) => toHopRow(hop, { id: `${attempt.number}.${index}`, title: index === 0 ? title : `Redirect ${index}` }));
  // A call that never got onto the wire has no hop, but took its time.
  const rows = hops.length > 0 ? hops : [{ ...toPlainRow('unanswered', { title, detail: 'Nothing was sent', startMs: attempt.startMs, endMs: attempt.endMs }), id: `${attempt.number}` }];
  if (attempt.retryReason === null) return rows;
  const endMs = next?.startMs ?? attempt.endMs + (attempt.waitMs ?? 0);
  return [...rows, { ...toPlainRow('wait', { title: 'Wait', detail: attempt.retryReason, startMs: attempt.endMs, endMs }), id: `${attempt.number}.wait` }];
}

function toHopRow(hop: Hop, { id, title }: { id: string; title: string }): TimelineRow {
  const { timings, startMs, endMs, status } = hop;
  const spans: PhaseSpan[] = [];
  let position = startMs;
  const add = (phase: Phase, lengthMs: number | null) => {
    if (lengthMs === null) return;
    spans.push({ phase, startMs: position, endMs: position + lengthMs });
    position += lengthMs;
  };
  add('dns', timings.dnsMs);
  add('connect', timings.connectMs);
  add('tls', timings.tlsMs);
  const answeredMs = (timings.firstByteMs ?? 0) + (timings.downloadMs ?? 0);
  // Writing the request takes time too; it stays a gap, so that the phases after it stand where they were.
  if (timings.firstByteMs !== null) position = Math.max(position, endMs - answeredMs);
  add('first-byte', timings.firstByteMs);
  add('download', timings.downloadMs);
  if (status === null && endMs - position >= GAP_MS_MIN) add('unanswered', endMs - position);
  return { id, title, detail: `${hop.method} ${hop.url}`, status, startMs, endMs, spans };
}

function toPlainRow(phase: Phase, row: Pick<TimelineRow, 'title' | 'detail' | 'startMs' | 'endMs'>): TimelineRow {
  return { id: phase, status: null, ...row, spans: [{ phase, startMs: row.startMs, endMs: row.endMs }] };
}
