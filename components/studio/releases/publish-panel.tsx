'use client';

import { useDraft } from '@/components/studio/draft/draft-context';
import { ProblemGroups } from '@/components/studio/problems/problem-groups';
import { PublishForm } from '@/components/studio/releases/publish-form';
import { describeUnpublished, explainBlock, listErrors } from '@/components/studio/releases/publish-state';
import { useUnpublished } from '@/components/studio/releases/use-unpublished';
import { Callout } from '@/components/ui/callout';
import type { ReleaseSummary } from '@/lib/modules/release/release.contract';

/** Properties of `PublishPanel`. */
export type PublishPanelProps = { botId: string; releases: readonly ReleaseSummary[] };

/** Publishes the draft: what has to be fixed first, how much changed since the live release, the note and the button. */
export function PublishPanel({ botId, releases }: PublishPanelProps) {
  const draft = useDraft();
  const errors = listErrors(draft.problems);
  const unpublished = useUnpublished(botId, releases);
  return (
    <section aria-labelledby="publish" className="flex flex-col gap-3 rounded-md border border-line bg-surface p-3">
      <div>
        <h2 id="publish" className="text-sm font-semibold">
          Publish the draft
        </h2>
        <p className="text-muted">{describeUnpublished(unpublished)}</p>
      </div>
      {errors.length > 0 ? (
        <Callout tone="bad" what={errors.length === 1 ? '1 problem has to be fixed first' : `${errors.length} problems have to be fixed first`}>
          <ProblemGroups problems={errors} />
        </Callout>
      ) : null}
      <PublishForm nextNumber={(releases[0]?.number ?? 0) + 1} blockedBy={explainBlock(draft, unpublished)} />
    </section>
  );
}
