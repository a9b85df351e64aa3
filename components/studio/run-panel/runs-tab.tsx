'use client';

import { Columns2, History } from 'lucide-react';
import { useState } from 'react';

import { CompareRuns } from '@/components/studio/run-panel/compare-runs';
import { RunLine } from '@/components/studio/run-panel/run-line';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { SkeletonRows } from '@/components/ui/skeleton';
import { Table, TableBody, TableHead, TableHeader, TableRow } from '@/components/ui/table';
import { notify } from '@/components/ui/toaster';
import { useRuns, useSaveSample, type RunPlace } from '@/lib/client/use-runs';

/** Properties of `RunsTab`. */
export type RunsTabProps = {
  place: RunPlace;
  shownRunId: string | null;
  isSaved: boolean;
  onShow: (runId: string) => void;
};

/** The newest 50 runs: open one again, compare two, keep the response of one as the sample. */
export function RunsTab({ place, shownRunId, isSaved, onShow }: RunsTabProps) {
  const runs = useRuns(place);
  const saveSample = useSaveSample(place);
  const [selectedIds, setSelectedIds] = useState<readonly string[]>([]);
  const [isComparing, setIsComparing] = useState(false);

  if (runs.isPending) return <SkeletonRows label="Loading runs" />;
  if (runs.isError) {
    return (
      <EmptyState icon={History} title="The runs could not be loaded" action={<Button onClick={() => void runs.refetch()}>Try again</Button>}>
        {runs.error.message}
      </EmptyState>
    );
  }
  if (runs.data.length === 0) {
    return (
      <EmptyState icon={History} title="No runs yet">
        The newest 50 runs are kept here, to look at again and to compare.
      </EmptyState>
    );
  }
  // The older one first, as a comparison reads from before to after.
  const selected = runs.data.filter((run) => selectedIds.includes(run.id)).toReversed();
  const [before, after] = selected;
  if (isComparing && before && after) return <CompareRuns place={place} before={before} after={after} onClose={() => setIsComparing(false)} />;

  const toggle = (runId: string) =>
    setSelectedIds(selectedIds.includes(runId) ? selectedIds.filter((id) => id !== runId) : [...selectedIds.slice(-1), runId]);
  const keepAsSample = (runId: string) =>
    saveSample.mutate(runId, {
      onSuccess: () => notify.success('Sample saved', '“Run on sample” runs script and fields on it.'),
      onError: (error) => notify.error('The sample was not saved', error.message),
    });
  return (
    <div className="flex h-full min-h-0 flex-col">
      <div className="flex items-center gap-2 border-b border-line px-3 py-1 text-xs text-muted">
        <span>{selected.length === 2 ? 'Two runs selected' : 'Select two runs to compare them'}</span>
        <Button size="sm" className="ml-auto" disabled={selected.length !== 2} onClick={() => setIsComparing(true)}>
          <Columns2 aria-hidden />
          Compare
        </Button>
      </div>
      <div className="min-h-0 flex-1 overflow-auto">
        <Table aria-label="Runs">
          <TableHead>
            <TableRow>
              <TableHeader className="w-8 pr-0">
                <span className="sr-only">Select</span>
              </TableHeader>
              <TableHeader>Outcome</TableHeader>
              <TableHeader>When</TableHeader>
              <TableHeader className="text-right">Took</TableHeader>
              <TableHeader className="text-right">Size</TableHeader>
              <TableHeader className="w-9">
                <span className="sr-only">Actions</span>
              </TableHeader>
            </TableRow>
          </TableHead>
          <TableBody>
            {runs.data.map((run) => (
              <RunLine
                key={run.id}
                run={run}
                isShown={run.id === shownRunId}
                isSelected={selectedIds.includes(run.id)}
                onShow={() => onShow(run.id)}
                onToggle={() => toggle(run.id)}
                onKeepAsSample={isSaved && run.bodyBytes !== null ? () => keepAsSample(run.id) : null}
              />
            ))}
          </TableBody>
        </Table>
      </div>
    </div>
  );
}
