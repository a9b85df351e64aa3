'use client';

import { useMemo, useState, type ReactNode } from 'react';

import { buildTraceRows, findTurnEndMs } from '@/components/studio/preview/trace/build-trace-rows';
import { RunDialog } from '@/components/studio/preview/trace/run-dialog';
import { useTraceParts } from '@/components/studio/preview/trace/trace-context';
import type { TraceRow } from '@/components/studio/preview/trace/trace-row';
import { TraceRowView } from '@/components/studio/preview/trace/trace-row-view';
import type { ConversationTurnDetail } from '@/lib/modules/conversation/conversation.schema';

/** Properties of `TraceList`. */
export type TraceListProps = {
  turn: ConversationTurnDetail;
  label: string;
  /** Which lines are shown; left out, all. */
  pick?: (rows: readonly TraceRow[]) => readonly TraceRow[];
  /** Shown instead of an empty list. */
  empty: ReactNode;
};

/** Lines of a turn's timeline, in order; the run of a call opens in a dialog. */
export function TraceList({ turn, label, pick, empty }: TraceListProps) {
  const { botId, names } = useTraceParts();
  const rows = useMemo(() => buildTraceRows(turn, names), [turn, names]);
  const [run, setRun] = useState<TraceRow['run']>(null);
  const shown = pick ? pick(rows) : rows;
  const endMs = findTurnEndMs(rows, turn.durationMs);
  if (shown.length === 0) return empty;
  return (
    <>
      <ol aria-label={label} className="flex flex-col">
        {shown.map((row) => (
          <TraceRowView key={row.key} row={row} endMs={endMs} onShowRun={setRun} />
        ))}
      </ol>
      {run ? <RunDialog botId={botId} run={run} onClose={() => setRun(null)} /> : null}
    </>
  );
}
