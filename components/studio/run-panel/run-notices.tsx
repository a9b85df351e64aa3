'use client';

import Link from 'next/link';

import { findRemedies, type Remedy, type RunTab } from '@/components/studio/run-panel/outcome-remedies';
import type { RunControl } from '@/components/studio/run-panel/use-run';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { notify } from '@/components/ui/toaster';
import { useAcceptResponseShape, type RunPlace } from '@/lib/client/use-runs';
import type { RunResult, ShapeDrift } from '@/lib/modules/integration-run/integration-run.contract';
import { describeOutcome } from '@/lib/modules/integration-run/run-outcome.rules';
import type { RunRecord } from '@/lib/modules/integration-run/run-record.schema';

/** Properties of `RunNotices`. */
export type RunNoticesProps = {
  run: RunControl;
  place: RunPlace;
  credentialId: string | null;
  onGoTo: (place: string) => void;
  onTab: (tab: RunTab) => void;
};

/** What needs attention: a run that could not be started or failed, with the way to mend it, and a response that changed. */
export function RunNotices({ run, place, credentialId, onGoTo, onTab }: RunNoticesProps) {
  if (run.isRunning) return null;
  if (run.problem) return <StartProblem problem={run.problem.problem} />;
  if (!run.result || run.wasCancelled) return null;
  const { outcome } = run.result.run;
  const isFailure = outcome.kind !== 'success' && outcome.kind !== 'cancelled';
  const { reason, advice } = describeOutcome(outcome);
  return (
    <>
      {isFailure ? (
        <Callout
          tone="bad"
          className="rounded-none border-x-0 border-t-0"
          what={reason}
          todo={advice}
          actions={findRemedies(outcome, credentialId).map((remedy) => (
            <RemedyButton key={remedy.label} remedy={remedy} onGoTo={onGoTo} onTab={onTab} />
          ))}
        />
      ) : null}
      {run.result.run.warnings.length > 0 ? <RequestWarnings warnings={run.result.run.warnings} onGoTo={onGoTo} /> : null}
      {run.result.drift.length > 0 ? <DriftNotice result={run.result} place={place} /> : null}
    </>
  );
}

function StartProblem({ problem }: { problem: NonNullable<RunControl['problem']>['problem'] }) {
  return (
    <Callout tone="bad" isAnnounced className="rounded-none border-x-0 border-t-0" what="The run could not be started" why={problem.detail}>
      {problem.issues && problem.issues.length > 0 ? (
        <ul className="list-disc pl-4">
          {problem.issues.map(({ path, message }) => (
            <li key={path.join('.')}>
              <code>{path.join('.')}</code>: {message}
            </li>
          ))}
        </ul>
      ) : null}
    </Callout>
  );
}

function RequestWarnings({ warnings, onGoTo }: { warnings: RunRecord['warnings']; onGoTo: (place: string) => void }) {
  return (
    <Callout tone="warn" className="rounded-none border-x-0 border-t-0" what="The request was sent, but looks wrong">
      <ul className="flex flex-col gap-1">
        {warnings.map(({ field, reason }) => (
          <li key={`${field} ${reason}`} className="flex flex-wrap items-center gap-2">
            <span className="min-w-0 break-words">{reason}</span>
            <Button size="sm" onClick={() => onGoTo(field)}>
              Go to the field
            </Button>
          </li>
        ))}
      </ul>
    </Callout>
  );
}

function RemedyButton({ remedy, onGoTo, onTab }: { remedy: Remedy; onGoTo: (place: string) => void; onTab: (tab: RunTab) => void }) {
  if (remedy.kind === 'link') {
    return (
      <Button size="sm" asChild>
        <Link href={remedy.href}>{remedy.label}</Link>
      </Button>
    );
  }
  return (
    <Button size="sm" onClick={() => (remedy.kind === 'place' ? onGoTo(remedy.place) : onTab(remedy.tab))}>
      {remedy.label}
    </Button>
  );
}

function DriftNotice({ result, place }: { result: RunResult; place: RunPlace }) {
  const accept = useAcceptResponseShape(place);
  return (
    <Callout
      tone="warn"
      className="rounded-none border-x-0 border-t-0"
      what="The response is not what it was"
      why="Fields or the script rely on values that changed since the response was remembered."
      actions={
        <Button
          size="sm"
          isBusy={accept.isPending}
          onClick={() => accept.mutate(undefined, { onError: (error) => notify.error('The response was not remembered', error.message) })}
        >
          Expect this from now on
        </Button>
      }
    >
      <ul className="max-h-40 overflow-y-auto">
        {result.drift.map((drift) => (
          <li key={`${drift.path} ${drift.change}`} className="break-words">
            <code className="font-medium">{drift.path}</code> {wordsByChange[drift.change]}: <code>{drift.before}</code> <span aria-label="now">→</span>{' '}
            <code>{drift.after}</code>
          </li>
        ))}
      </ul>
    </Callout>
  );
}

const wordsByChange: Record<ShapeDrift['change'], string> = {
  missing: 'is missing',
  'type-changed': 'has another type',
  'new-null': 'can be null now',
};
