'use client';

import { ChevronLeft, ChevronRight, Route } from 'lucide-react';
import { useState } from 'react';

import { Segmented } from '@/components/studio/designer/segmented';
import { TurnMenu } from '@/components/studio/preview/branch/turn-menu';
import { usePreviewParts } from '@/components/studio/preview/preview-context';
import { TraceList } from '@/components/studio/preview/trace/trace-list';
import { passesFilter, type TraceFilter } from '@/components/studio/preview/trace/trace-row';
import { describeEvent } from '@/components/studio/preview/trace/describe-event';
import { msText } from '@/components/studio/run-panel/measure-text';
import { Callout } from '@/components/ui/callout';
import { EmptyState } from '@/components/ui/empty-state';
import { IconButton } from '@/components/ui/icon-button';
import { Select } from '@/components/ui/select';
import { SkeletonRows } from '@/components/ui/skeleton';
import { useTurn, useTurns } from '@/lib/client/use-turns';
import type { ConversationTurn } from '@/lib/modules/conversation/conversation.schema';

/** Why a turn went as it did, line by line. */
export function TraceView({ conversationId }: { conversationId: string }) {
  const { selectedTurn } = usePreviewParts();
  const [filter, setFilter] = useState<TraceFilter>('all');
  const turns = useTurns(conversationId).data ?? [];
  const number = selectedTurn ?? turns.at(-1)?.number ?? null;
  const turn = useTurn(conversationId, number);
  if (number === null) {
    return (
      <EmptyState icon={Route} title="Nothing to trace yet">
        Say something in the chat. Each turn then shows what was tried, matched, called and set.
      </EmptyState>
    );
  }
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <TurnPicker turns={turns} number={number} />
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
    </div>
  );
}

function TurnPicker({ turns, number }: { turns: readonly ConversationTurn[]; number: number }) {
  const { selectTurn, preview } = usePreviewParts();
  const index = turns.findIndex((turn) => turn.number === number);
  const step = (by: number) => selectTurn(turns[index + by]?.number ?? number);
  return (
    <div className="flex items-center gap-1 border-b border-line px-3 py-1.5">
      <IconButton label="Previous turn" disabled={index <= 0} onClick={() => step(-1)}>
        <ChevronLeft aria-hidden />
      </IconButton>
      <Select size="sm" aria-label="Turn" value={number} onChange={(event) => selectTurn(Number(event.target.value))}>
        {turns.map((turn) => (
          <option key={turn.number} value={turn.number}>
            {turn.number}. {describeEvent(turn.event)}
          </option>
        ))}
      </Select>
      <IconButton label="Next turn" disabled={index < 0 || index >= turns.length - 1} onClick={() => step(1)}>
        <ChevronRight aria-hidden />
      </IconButton>
      {preview.session.conversationId === null ? null : <TurnMenu conversationId={preview.session.conversationId} number={number} />}
    </div>
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
