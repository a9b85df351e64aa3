'use client';

import { ArrowLeft } from 'lucide-react';
import { useMemo, useState } from 'react';

import { CodeDiff } from '@/components/studio/editors/code-diff';
import { compareHeaders } from '@/components/studio/run-panel/compare-headers';
import { compareFacts } from '@/components/studio/run-panel/compare-facts';
import { ComparisonTable } from '@/components/studio/run-panel/comparison-table';
import { chooseView, ViewSwitch, type ViewOption } from '@/components/studio/run-panel/view-switch';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { SkeletonRows } from '@/components/ui/skeleton';
import { useRunRecord, type RunPlace } from '@/lib/client/use-runs';
import type { RunRecord, RunSummary } from '@/lib/modules/integration-run/run-record.schema';

/** Two runs side by side, the older one first. */
export function CompareRuns(props: { place: RunPlace; before: RunSummary; after: RunSummary; onClose: () => void }) {
  const before = useRunRecord(props.place, props.before.id);
  const after = useRunRecord(props.place, props.after.id);
  const error = before.error ?? after.error;
  return (
    <div className="flex h-full min-h-0 flex-col">
      <div className="border-b border-line px-2 py-1">
        <Button size="sm" variant="ghost" onClick={props.onClose} autoFocus>
          <ArrowLeft aria-hidden />
          All runs
        </Button>
      </div>
      {before.data && after.data ? (
        <Comparison before={before.data} after={after.data} />
      ) : error ? (
        <Callout tone="bad" className="m-3" what="The runs can’t be compared" why={error.message} />
      ) : (
        <SkeletonRows label="Loading both runs" />
      )}
    </div>
  );
}

type View = 'body' | 'facts' | 'headers';

const options: ViewOption<View>[] = [
  { view: 'facts', label: 'Outcome and timing' },
  { view: 'headers', label: 'Headers' },
  { view: 'body', label: 'Body' },
];

function Comparison({ before, after }: { before: RunRecord; after: RunRecord }) {
  const [view, setView] = useState<View>('facts');
  const facts = useMemo(() => compareFacts(before, after), [before, after]);
  const headers = useMemo(() => compareHeaders(before.response?.headers ?? [], after.response?.headers ?? []), [before, after]);
  const isJson = before.response?.format === 'json' && after.response?.format === 'json';
  return (
    <>
      <div className="border-b border-line px-2 py-1">
        <ViewSwitch label="What to compare" options={options} view={chooseView(options, view)} onViewChange={setView} />
      </div>
      <div className="min-h-0 flex-1 overflow-auto">
        {view === 'facts' ? <ComparisonTable label="Outcome and timing" pairs={facts} /> : null}
        {view === 'headers' ? <ComparisonTable label="Response headers" pairs={headers} isCode /> : null}
        {view === 'body' ? (
          <CodeDiff
            before={before.response?.bodyText ?? ''}
            after={after.response?.bodyText ?? ''}
            beforeLabel="Older run"
            afterLabel="Newer run"
            language={isJson ? 'json' : 'plaintext'}
          />
        ) : null}
      </div>
    </>
  );
}
