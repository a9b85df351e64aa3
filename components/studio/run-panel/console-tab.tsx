'use client';

import { CircleX, SquareTerminal } from 'lucide-react';

import { msText } from '@/components/studio/run-panel/measure-text';
import { Badge, type BadgeTone } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { describeOutcome } from '@/lib/modules/integration-run/run-outcome.rules';
import type { ConsoleLine, RunRecord } from '@/lib/modules/integration-run/run-record.schema';

/** What the script printed, and where it failed. */
export function ConsoleTab({ run, onGoTo }: { run: RunRecord; onGoTo: (place: string) => void }) {
  const { script } = run;
  const failure = script?.failure ?? null;
  if (!script || (script.console.length === 0 && !failure)) {
    return (
      <EmptyState icon={SquareTerminal} title={script ? 'The script printed nothing' : 'No script ran'}>
        {'console.log(…) and botContext.printDebugMessage(…) in the transform result script write here.'}
      </EmptyState>
    );
  }
  return (
    <div className="h-full overflow-auto font-mono text-xs">
      <ol aria-label="Console">
        {script.console.map((line, index) => (
          <ConsoleRow key={index} line={line} />
        ))}
      </ol>
      {script.consoleDroppedCount > 0 ? (
        <p className="border-b border-line px-3 py-1 font-sans text-warn">{script.consoleDroppedCount.toLocaleString('en')} more lines were left out.</p>
      ) : null}
      {failure ? (
        <div className="flex flex-wrap items-center gap-2 border-b border-line bg-bad-soft px-3 py-1.5">
          <CircleX aria-hidden className="size-3.5 shrink-0 text-bad" />
          <span className="min-w-0 break-words whitespace-pre-wrap">
            {describeOutcome(failure).title}: {describeOutcome(failure).reason}
          </span>
          <Button size="sm" className="ml-auto font-sans" onClick={() => onGoTo('transformScript')}>
            {failure.kind === 'script-failed' && failure.line !== null ? `Go to line ${failure.line}` : 'Go to the script'}
          </Button>
        </div>
      ) : (
        <p className="px-3 py-1 font-sans text-muted">The script ended after {msText(script.durationMs)}.</p>
      )}
    </div>
  );
}

function ConsoleRow({ line }: { line: ConsoleLine }) {
  return (
    // Lines have heights of their own; the browser leaves out drawing those out of sight.
    <li className="flex items-start gap-2 border-b border-line px-3 py-1 [contain-intrinsic-size:auto_25px] [content-visibility:auto]">
      <span className="w-16 shrink-0 text-right text-faint tabular-nums">+{msText(line.atMs)}</span>
      <Badge tone={toneByLevel[line.level]} icon={null} className="h-4 font-sans">
        {line.level}
      </Badge>
      <span className="min-w-0 break-words whitespace-pre-wrap">{line.text}</span>
    </li>
  );
}

const toneByLevel: Record<ConsoleLine['level'], BadgeTone> = { debug: 'neutral', log: 'neutral', warn: 'warn', error: 'bad' };
