'use client';

import type { ReactNode } from 'react';

import { useTraceParts } from '@/components/studio/preview/trace/trace-context';
import { BecomesSign, TraceIcon } from '@/components/studio/preview/trace/trace-icon';
import type { TraceRow } from '@/components/studio/preview/trace/trace-row';
import { msText } from '@/components/studio/run-panel/measure-text';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/class-names';

/** Properties of `TraceRowView`. */
export type TraceRowViewProps = {
  row: TraceRow;
  /** How long the whole turn took, for the bar. */
  endMs: number;
  onShowRun: (run: NonNullable<TraceRow['run']>) => void;
};

/** One line of the timeline. A click leads to the place in the builder. */
export function TraceRowView({ row, endMs, onShowRun }: TraceRowViewProps) {
  return (
    <li
      data-tone={row.tone}
      style={{ paddingInlineStart: `${4 + Math.min(row.depth, 4) * 12}px` }}
      className={cn('flex gap-2 border-b border-line px-1 py-1.5 last:border-b-0', row.tone === 'bad' && 'bg-bad-soft')}
    >
      <TraceIcon row={row} />
      <div className="flex min-w-0 flex-1 flex-col gap-0.5">
        <Title row={row} />
        {row.detail ? <p className="text-xs break-words text-muted [overflow-wrap:anywhere]">{row.detail}</p> : null}
        {row.values ? <Values {...row.values} /> : null}
        {row.console.length > 0 ? <ConsoleLines lines={row.console} /> : null}
        {row.time && row.subject === 'call' ? <TimeBar time={row.time} endMs={endMs} isBad={row.tone === 'bad'} /> : null}
      </div>
      <div className="flex shrink-0 flex-col items-end gap-0.5 text-xs text-muted tabular-nums">
        {row.time ? <span>{msText(row.time.durationMs)}</span> : null}
        {row.run ? <RunButton run={row.run} title={row.title} onShowRun={onShowRun} /> : null}
      </div>
    </li>
  );
}

function Title({ row }: { row: TraceRow }) {
  const { openInteraction } = useTraceParts();
  const { dialogId, interactionId } = row;
  const look = cn('min-w-0 text-start text-sm break-words [overflow-wrap:anywhere]', lookByTone[row.tone], row.subject === 'variable' && 'font-mono text-xs');
  const words = (
    <>
      {wordByTone[row.tone] ? <span className="sr-only">{wordByTone[row.tone]}: </span> : null}
      {row.title}
    </>
  );
  if (dialogId === null) return <p className={look}>{words}</p>;
  return (
    <button type="button" title="Show in the builder" onClick={() => openInteraction(dialogId, interactionId)} className={cn(look, 'w-fit rounded-xs hover:underline')}>
      {words}
    </button>
  );
}

function Values({ before, after }: NonNullable<TraceRow['values']>) {
  return (
    <p className="font-mono text-xs break-words [overflow-wrap:anywhere]">
      <Value text={before} /> <BecomesSign /> <Value text={after} />
    </p>
  );
}

function Value({ text }: { text: string | null }): ReactNode {
  return text === null ? <span className="text-faint">not set</span> : text;
}

function ConsoleLines({ lines }: { lines: TraceRow['console'] }) {
  return (
    <ol aria-label="Console" className="flex flex-col rounded-sm bg-sunken px-2 py-1 font-mono text-xs">
      {lines.map((line, index) => (
        <li key={index} className={cn('break-words whitespace-pre-wrap [overflow-wrap:anywhere]', line.level === 'error' && 'text-bad', line.level === 'warn' && 'text-warn')}>
          {line.level === 'error' || line.level === 'warn' ? `${line.level}: ` : null}
          {line.text}
        </li>
      ))}
    </ol>
  );
}

/** When within the turn, and for how long. */
function TimeBar({ time, endMs, isBad }: { time: NonNullable<TraceRow['time']>; endMs: number; isBad: boolean }) {
  const percent = (ms: number) => `${Math.min(100, (100 * ms) / endMs)}%`;
  return (
    <span aria-hidden className="relative my-0.5 block h-2 rounded-xs bg-raised">
      <span
        className={cn('absolute inset-y-0 min-w-0.5 rounded-xs', isBad ? 'bg-bad' : 'bg-accent')}
        style={{ insetInlineStart: percent(time.offsetMs ?? 0), width: percent(time.durationMs) }}
      />
    </span>
  );
}

function RunButton({ run, title, onShowRun }: { run: NonNullable<TraceRow['run']>; title: string; onShowRun: TraceRowViewProps['onShowRun'] }) {
  return (
    <Button size="sm" variant="ghost" aria-label={`Show the run of ${title}`} onClick={() => onShowRun(run)}>
      Run
    </Button>
  );
}

const wordByTone: Record<TraceRow['tone'], string> = { good: 'Yes', bad: 'Problem', warn: 'Warning', plain: '', quiet: '' };
const lookByTone: Record<TraceRow['tone'], string> = { good: '', bad: 'font-medium text-bad', warn: 'text-warn', plain: '', quiet: 'text-muted' };
