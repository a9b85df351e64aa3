'use client';

import { msText } from '@/components/studio/run-panel/measure-text';
import { lookByPhase, phasesOf } from '@/components/studio/run-panel/phase-look';
import type { TimelineRow } from '@/components/studio/run-panel/timeline-rows';
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@/components/ui/table';

/** The waterfall in numbers. */
export function TimelineTable({ rows }: { rows: readonly TimelineRow[] }) {
  const phases = phasesOf(rows);
  return (
    <details className="text-xs">
      <summary className="w-fit rounded-sm py-1 text-muted hover:text-ink">As a table</summary>
      <Table aria-label="Timeline in numbers" className="text-xs">
        <TableHead>
          <TableRow>
            <TableHeader>Step</TableHeader>
            <TableHeader>What</TableHeader>
            <TableHeader>Status</TableHeader>
            <TableHeader>Start</TableHeader>
            {phases.map((phase) => (
              <TableHeader key={phase}>{lookByPhase[phase].label}</TableHeader>
            ))}
            <TableHeader>In all</TableHeader>
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map((row) => (
            <TableRow key={row.id}>
              <TableCell className="whitespace-nowrap">{row.title}</TableCell>
              <TableCell className="min-w-64 [overflow-wrap:anywhere]">{row.detail}</TableCell>
              <TableCell>{row.status ?? '–'}</TableCell>
              <TableCell className="whitespace-nowrap tabular-nums">{msText(row.startMs)}</TableCell>
              {phases.map((phase) => (
                <TableCell key={phase} className="whitespace-nowrap tabular-nums">
                  {phaseText(row, phase)}
                </TableCell>
              ))}
              <TableCell className="whitespace-nowrap tabular-nums">{msText(row.endMs - row.startMs)}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </details>
  );
}

function phaseText(row: TimelineRow, phase: TimelineRow['spans'][number]['phase']): string {
  const span = row.spans.find((candidate) => candidate.phase === phase);
  return span ? msText(span.endMs - span.startMs) : '–';
}
