'use client';

import { Timer } from 'lucide-react';
import { useMemo } from 'react';

import { msText } from '@/components/studio/run-panel/measure-text';
import { lookByPhase, phasesOf } from '@/components/studio/run-panel/phase-look';
import { buildTimelineRows, findTimelineEndMs, type TimelineRow } from '@/components/studio/run-panel/timeline-rows';
import { TimelineTable } from '@/components/studio/run-panel/timeline-table';
import { cn } from '@/components/ui/class-names';
import { EmptyState } from '@/components/ui/empty-state';
import { Tooltip } from '@/components/ui/tooltip';
import type { RunRecord } from '@/lib/modules/integration-run/run-record.schema';

/** Where the time went: a waterfall of every try, redirect and wait, with the same as a table. */
export function TimelineTab({ run }: { run: RunRecord }) {
  const rows = useMemo(() => buildTimelineRows(run), [run]);
  if (rows.length === 0) {
    return (
      <EmptyState icon={Timer} title="Nothing was sent">
        {run.mode === 'sample' ? 'A run on the sample does not call the API.' : 'The run ended before the call.'}
      </EmptyState>
    );
  }
  const endMs = findTimelineEndMs(run, rows);
  return (
    <div className="@container flex h-full flex-col gap-3 overflow-auto p-3">
      <div>
        <div aria-hidden className="mr-18 mb-1 ml-24 flex justify-between text-xs whitespace-nowrap text-faint tabular-nums @md:ml-40">
          {[0, 0.25, 0.5, 0.75, 1].map((share) => (
            <span key={share} className="@max-md:nth-[2n]:hidden">
              {msText(endMs * share)}
            </span>
          ))}
        </div>
        <ol aria-label="Timeline" className="flex flex-col">
          {rows.map((row) => (
            <TimelineLine key={row.id} row={row} endMs={endMs} />
          ))}
        </ol>
      </div>
      <ul aria-label="Colours" className="flex flex-wrap gap-x-4 gap-y-1 text-xs text-muted">
        {phasesOf(rows).map((phase) => (
          <li key={phase} className="flex items-center gap-1.5">
            <span aria-hidden className={cn('size-2.5 rounded-xs', lookByPhase[phase].style)} />
            {lookByPhase[phase].label}
          </li>
        ))}
      </ul>
      <TimelineTable rows={rows} />
    </div>
  );
}

function TimelineLine({ row, endMs }: { row: TimelineRow; endMs: number }) {
  const percent = (ms: number) => `${(100 * ms) / endMs}%`;
  const spans = row.spans.map(({ phase, startMs, endMs: spanEndMs }) => `${lookByPhase[phase].label} ${msText(spanEndMs - startMs)}`);
  const total = msText(row.endMs - row.startMs);
  const status = row.status === null ? '' : ` · ${row.status}`;
  return (
    <li>
      <Tooltip
        side="bottom"
        content={
          <>
            <span className="block font-medium break-all">
              {row.detail}
              {status}
            </span>
            {spans.map((text) => (
              <span key={text} className="block tabular-nums">
                {text}
              </span>
            ))}
            <span className="block tabular-nums">
              {msText(row.startMs)} to {msText(row.endMs)}
            </span>
          </>
        }
      >
        <div
          tabIndex={0}
          role="group"
          aria-label={[row.title, row.detail, row.status, ...spans, `${total} in all`].filter((part) => part !== null).join(', ')}
          className="flex h-7 items-center gap-2 rounded-sm hover:bg-raised focus-visible:-outline-offset-2"
        >
          <span className="flex w-22 shrink-0 items-baseline gap-1.5 px-1 @md:w-38">
            <span className="font-medium whitespace-nowrap">{row.title}</span>
            <span className="min-w-0 truncate text-xs text-muted">{row.status ?? row.detail}</span>
          </span>
          <span aria-hidden className="relative h-3.5 min-w-0 flex-1 bg-[repeating-linear-gradient(90deg,var(--line)_0_1px,transparent_1px_25%)]">
            {row.spans.map((span) => (
              <span
                key={span.phase}
                className={cn('absolute inset-y-0 min-w-0.5 first:rounded-l-xs last:rounded-r-xs', lookByPhase[span.phase].style)}
                style={{ left: percent(span.startMs), width: percent(span.endMs - span.startMs) }}
              />
            ))}
          </span>
          <span className="w-16 shrink-0 pr-1 text-right text-xs text-muted tabular-nums">{total}</span>
        </div>
      </Tooltip>
    </li>
  );
}
