'use client';

import { CircleCheck, CircleX, TriangleAlert, type LucideIcon } from 'lucide-react';
import { useDeferredValue, useMemo, type ReactNode } from 'react';

import { useShortcut } from '@/components/studio/frame/use-shortcut';
import { describeResult, type ResultLine, type ResultTone } from '@/components/studio/run-panel/describe-result';
import { ElapsedTime } from '@/components/studio/run-panel/elapsed-time';
import { countItems } from '@/components/studio/run-panel/find-lists';
import { readRunDocuments } from '@/components/studio/run-panel/run-documents';
import type { RunControl } from '@/components/studio/run-panel/use-run';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/class-names';
import { Kbd } from '@/components/ui/kbd';
import { RelativeTime } from '@/components/ui/relative-time';
import { Spinner } from '@/components/ui/spinner';
import type { RunResult } from '@/lib/modules/integration-run/integration-run.contract';

/** How the shown run went, in one line; while one is under way, how long it has taken, and Cancel. Screen readers hear both. */
export function ResultBar({ run, newestRunId }: { run: RunControl; newestRunId: string | null }) {
  useShortcut('escape', run.cancel, { label: 'Cancel the run', scope: 'Integration', isEnabled: run.isRunning });
  const line = useResultLine(run.result);
  const announced = run.isRunning ? 'Running' : run.wasCancelled ? 'Run cancelled' : line ? `${line.word}: ${[line.title, ...line.facts].join(', ')}` : '';
  return (
    <>
      <span role="status" className="sr-only">
        {announced}
      </span>
      {run.isRunning && run.startedAtMs !== null ? (
        <Bar className="bg-accent-soft">
          <Spinner className="text-accent" />
          <span className="font-medium">Running</span>
          <ElapsedTime sinceMs={run.startedAtMs} />
          <Button size="sm" className="ml-auto" onClick={run.cancel}>
            Cancel <Kbd keys="escape" />
          </Button>
        </Bar>
      ) : run.wasCancelled ? (
        <Bar className="bg-warn-soft">
          <TriangleAlert aria-hidden className="size-4 shrink-0 text-warn" />
          <span className="font-medium text-warn">Cancelled</span>
          <span className="text-muted">The call was given up. {run.result ? 'Below is the run before it.' : ''}</span>
        </Bar>
      ) : line && run.result ? (
        <SettledBar line={line} run={run} result={run.result} newestRunId={newestRunId} />
      ) : null}
    </>
  );
}

function SettledBar({ line, run, result, newestRunId }: { line: ResultLine; run: RunControl; result: RunResult; newestRunId: string | null }) {
  const { Icon, ground, ink } = lookByTone[line.tone];
  const isOlder = newestRunId !== null && newestRunId !== result.run.id;
  return (
    <Bar className={ground}>
      <Icon aria-hidden className={cn('size-4 shrink-0', ink)} />
      <span className="sr-only">{line.word}: </span>
      <span className={cn('font-medium', ink)}>{line.title}</span>
      {line.facts.map((fact) => (
        <span key={fact} className="tabular-nums before:mr-2 before:text-faint before:content-['·']">
          {fact}
        </span>
      ))}
      <span className="ml-auto flex items-center gap-2 text-muted">
        <RelativeTime at={result.run.startedAt} />
        {isOlder ? (
          <Button size="sm" onClick={() => run.show(newestRunId)}>
            Show the latest run
          </Button>
        ) : null}
      </span>
    </Bar>
  );
}

function Bar({ className, children }: { className: string; children: ReactNode }) {
  return <div className={cn('flex min-h-9 shrink-0 flex-wrap items-center gap-x-2 gap-y-0.5 border-b border-line px-3 py-1', className)}>{children}</div>;
}

/** Counting items needs the parsed document, which may be large: the line appears first, the count a moment later. */
function useResultLine(result: RunResult | null): ResultLine | null {
  const settledRun = useDeferredValue(result?.run ?? null, null);
  const itemCount = useMemo(() => (settledRun ? countItems(readRunDocuments(settledRun).response) : null), [settledRun]);
  if (!result) return null;
  return describeResult(result.run, { driftCount: result.drift.length, itemCount: settledRun === result.run ? itemCount : null });
}

const lookByTone: Record<ResultTone, { Icon: LucideIcon; ground: string; ink: string }> = {
  good: { Icon: CircleCheck, ground: 'bg-good-soft', ink: 'text-good' },
  warn: { Icon: TriangleAlert, ground: 'bg-warn-soft', ink: 'text-warn' },
  bad: { Icon: CircleX, ground: 'bg-bad-soft', ink: 'text-bad' },
};
