/** How a line of the trace is meant: something went well, badly, needs a look, or nothing came of it. */
export type TraceTone = 'good' | 'bad' | 'warn' | 'plain' | 'quiet';

/** What a line is about; decides its icon. */
export type TraceSubject = 'session' | 'starter' | 'understanding' | 'rule' | 'dialog' | 'interaction' | 'jump' | 'variable' | 'script' | 'call' | 'message' | 'waiting' | 'fault' | 'note';

/** One line of the timeline of a turn, in words. */
export type TraceRow = {
  key: string;
  subject: TraceSubject;
  tone: TraceTone;
  title: string;
  /** Why, or what exactly; empty when the title says it all. */
  detail: string;
  /** Where a click leads in the builder; null for nowhere. */
  dialogId: string | null;
  interactionId: string | null;
  /** How deep in dialogs begun within this turn. */
  depth: number;
  isProblem: boolean;
  /** What a script printed. */
  console: readonly { level: 'debug' | 'log' | 'warn' | 'error'; text: string }[];
  /** A variable's value before and after; null for lines about something else. */
  values: { before: string | null; after: string | null } | null;
  /** What took time, and when within the turn: null for what takes none. */
  time: { offsetMs: number | null; durationMs: number } | null;
  /** The run that the run panel can show. */
  run: { integrationId: string; runId: string } | null;
  /** Number of the message that was sent; null for lines about something else. */
  messageSeq: number | null;
};

/** Which lines are shown. */
export type TraceFilter = 'all' | 'problems' | 'variables' | 'calls';

/** Whether a line is shown under a filter. */
export function passesFilter(row: TraceRow, filter: TraceFilter): boolean {
  switch (filter) {
    case 'all':
      return true;
    case 'problems':
      return row.isProblem;
    case 'variables':
      return row.subject === 'variable';
    case 'calls':
      return row.subject === 'call' || row.subject === 'script';
  }
}
