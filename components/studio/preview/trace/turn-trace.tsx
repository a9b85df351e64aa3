'use client';

import { useState } from 'react';

import { Segmented } from '@/components/studio/designer/segmented';
import { TraceList } from '@/components/studio/preview/trace/trace-list';
import { passesFilter, type TraceFilter } from '@/components/studio/preview/trace/trace-row';
import { msText } from '@/components/studio/run-panel/measure-text';
import { Callout } from '@/components/ui/callout';
import { SkeletonRows } from '@/components/ui/skeleton';
import { useTurn } from '@/lib/client/use-turns';

/** Why one turn went as it did, line by line, with a choice of what is shown. Below `TraceContext`. */
export function TurnTrace({ conversationId, number }: { conversationId: string; number: number }) {
  const [filter, setFilter] = useState<TraceFilter>('all');
  const turn = useTurn(conversationId, number);
  return (
    <>
      <div className="flex flex-wrap items-center gap-2 border-b border-line px-3 py-1.5">
        <Segmented label="Show" value={filter} options={filters} onChange={setFilter} />
        {turn.data?.durationMs === null || !turn.data ? null : <span className="ml-auto text-xs text-muted tabular-nums">{msText(turn.data.durationMs)} in all</span>}
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto p-2">
        {turn.data ? (
          <TraceList
            turn={turn.data}
            label="Trace"
            pick={(rows) => rows.filter((row) => passesFilter(row, filter))}
            empty={<p className="p-3 text-center text-muted">{emptyWords[filter]}</p>}
          />
        ) : turn.isError ? (
          <Callout tone="bad" what="The turn could not be loaded" why={turn.error.message} />
        ) : (
          <SkeletonRows label="Loading the trace" />
        )}
      </div>
    </>
  );
}

const filters: { value: TraceFilter; label: string }[] = [
  { value: 'all', label: 'All' },
  { value: 'problems', label: 'Problems' },
  { value: 'variables', label: 'Variables' },
  { value: 'calls', label: 'Calls' },
];

const emptyWords: Record<TraceFilter, string> = {
  all: 'This turn left no trace.',
  problems: 'No problems in this turn.',
  variables: 'No variable was set in this turn.',
  calls: 'Nothing was called and no script ran in this turn.',
};
