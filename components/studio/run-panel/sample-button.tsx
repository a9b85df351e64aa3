'use client';

import { CircleCheck } from 'lucide-react';

import { Button } from '@/components/ui/button';
import { RelativeTime } from '@/components/ui/relative-time';
import { notify } from '@/components/ui/toaster';
import { Tooltip } from '@/components/ui/tooltip';
import { useSample, useSaveSample, type RunPlace } from '@/lib/client/use-runs';
import type { RunRecord } from '@/lib/modules/integration-run/run-record.schema';

/** Keeps the response of a run for designing without calling the API, and says when it is the one that is kept. */
export function SampleButton({ run, place, isSaved, hasSample }: { run: RunRecord; place: RunPlace; isSaved: boolean; hasSample: boolean }) {
  const sample = useSample(place, hasSample).data;
  const save = useSaveSample(place);
  if (run.mode === 'sample') return <span className="ml-auto">This is the sample.</span>;
  // A sample is dated by the run it was taken from.
  if (sample?.savedAt === run.startedAt) {
    return (
      <span role="status" className="ml-auto flex h-7 items-center gap-1 text-good">
        <CircleCheck aria-hidden className="size-3.5" />
        Saved as the sample
      </span>
    );
  }
  const button = (
    <Button
      size="sm"
      variant="ghost"
      isBusy={save.isPending}
      disabled={!isSaved}
      onClick={() => save.mutate(run.id, { onError: (error) => notify.error('The sample was not saved', error.message) })}
    >
      Save as sample
    </Button>
  );
  return (
    <span className="ml-auto flex items-center gap-2">
      {sample ? (
        <span className="max-sm:hidden">
          Sample taken <RelativeTime at={sample.savedAt} />
        </span>
      ) : null}
      <Tooltip content={isSaved ? '“Run on sample” runs script and fields on it, without calling the API.' : 'Save the integration first.'}>
        <span>{button}</span>
      </Tooltip>
    </span>
  );
}
