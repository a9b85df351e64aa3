import type { BotNames } from '@/components/studio/preview/bot-names';
import type { TraceRow } from '@/components/studio/preview/trace/trace-row';
import { toTraceLine, type TraceLine } from '@/components/studio/preview/trace/trace-line';
import type { TraceEntry } from '@/lib/engine/trace.schema';
import type { ConversationTurnDetail, JournalEntry } from '@/lib/modules/conversation/conversation.schema';

type Turn = Pick<ConversationTurnDetail, 'trace' | 'journal' | 'startedAt' | 'event' | 'messageSeqs'>;

/** The timeline of a turn, one line for each entry of its trace, in order. */
export function buildTraceRows(turn: Turn, names: BotNames): TraceRow[] {
  const offsets = buildOffsets(turn);
  let depth = 0;
  return turn.trace.map((entry, index) => {
    if (entry.kind === 'dialog-left') depth = Math.max(0, depth - 1);
    const row = toRow(entry, { key: String(index), depth, offsetMs: offsets.get(index) ?? null }, names);
    if (isConsumers(entry, turn)) Object.assign(row, { title: `Message ${entry.seq} received`, tone: 'plain' });
    if (entry.kind === 'dialog-entered') depth += 1;
    return row;
  });
}

/** How long all of a turn took: until the last thing it asked for was answered, at least as long as its own record says. */
export function findTurnEndMs(rows: readonly TraceRow[], durationMs: number | null): number {
  return Math.max(1, durationMs ?? 0, ...rows.map(({ time }) => (time ? (time.offsetMs ?? 0) + time.durationMs : 0)));
}

function toRow(entry: TraceEntry, place: { key: string; depth: number; offsetMs: number | null }, names: BotNames): TraceRow {
  const line: TraceLine = toTraceLine(entry, names);
  const interactionId = 'interactionId' in entry ? entry.interactionId : entry.kind === 'jumped' ? entry.fromInteractionId : null;
  const dialogId = 'dialogId' in entry ? entry.dialogId : interactionId === null ? null : names.dialogOf(interactionId);
  const durationMs = 'durationMs' in entry ? entry.durationMs : null;
  return {
    detail: '',
    console: [],
    values: null,
    ...line,
    key: place.key,
    depth: place.depth,
    dialogId,
    interactionId,
    isProblem: line.tone === 'bad' || line.tone === 'warn',
    time: durationMs === null ? null : { durationMs, offsetMs: place.offsetMs },
    run: entry.kind === 'call-finished' && entry.runId !== null ? { integrationId: entry.integrationId, runId: entry.runId } : null,
    messageSeq: entry.kind === 'message-sent' ? entry.seq : null,
  };
}

/** The consumer's own message is the first of its turn. */
function isConsumers(entry: TraceEntry, { event, messageSeqs }: Turn): entry is Extract<TraceEntry, { kind: 'message-sent' }> {
  const isSaid = event.kind === 'message-received' || (event.kind === 'web-view-posted' && event.message !== null);
  return isSaid && entry.kind === 'message-sent' && entry.seq === messageSeqs[0];
}

/** When calls and scripts began: the trace has them in the order in which the journal has their requests. */
function buildOffsets({ trace, journal, startedAt }: Turn): Map<number, number> {
  const startMs = Date.parse(startedAt);
  const queues: Record<'call-finished' | 'script-ran', JournalEntry[]> = {
    'call-finished': journal.filter(({ kind }) => kind === 'call-integration'),
    'script-ran': journal.filter(({ kind }) => kind === 'run-script'),
  };
  const offsets = new Map<number, number>();
  trace.forEach((entry, index) => {
    const asked = entry.kind === 'call-finished' || entry.kind === 'script-ran' ? queues[entry.kind].shift() : undefined;
    if (asked) offsets.set(index, Math.max(0, asked.startedAtMs - startMs));
  });
  return offsets;
}
