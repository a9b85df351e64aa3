'use client';

import { useDraft } from '@/components/studio/draft/draft-context';
import { ProblemGroups } from '@/components/studio/problems/problem-groups';
import { PublishForm } from '@/components/studio/releases/publish-form';
import { explainBlock, listErrors } from '@/components/studio/releases/publish-state';
import { useComparison } from '@/components/studio/releases/use-compared-bots';
import { Callout } from '@/components/ui/callout';
import type { ReleaseSummary } from '@/lib/modules/release/release.contract';

/** Properties of `PublishPanel`. */
export type PublishPanelProps = { botId: string; releases: readonly ReleaseSummary[] };

/** Publishes the draft: what has to be fixed first, how much changed since the live release, the note and the button. */
export function PublishPanel({ botId, releases }: PublishPanelProps) {
  const draft = useDraft();
  const errors = listErrors(draft.problems);
  return (
    <section aria-labelledby="publish" className="flex flex-col gap-3 rounded-md border border-line bg-surface p-3">
      <div>
        <h2 id="publish" className="text-sm font-semibold">
          Publish the draft
        </h2>
        <p className="text-muted">
          <ChangedSince botId={botId} live={releases.find(({ isLive }) => isLive)} />
        </p>
      </div>
      {errors.length > 0 ? (
        <Callout tone="bad" what={errors.length === 1 ? '1 problem has to be fixed first' : `${errors.length} problems have to be fixed first`}>
          <ProblemGroups problems={errors} />
        </Callout>
      ) : null}
      <PublishForm nextNumber={(releases[0]?.number ?? 0) + 1} blockedBy={explainBlock(draft)} />
    </section>
  );
}

function ChangedSince({ botId, live }: { botId: string; live: ReleaseSummary | undefined }) {
  const comparison = useComparison(botId, live?.id ?? null, 'draft');
  if (!live) return <>Consumers talk to a release, not to the draft. The first one makes the bot answer.</>;
  if (comparison?.kind !== 'compared') return <>Release {live.number} is live.</>;
  const { length } = comparison.differences;
  if (length === 0) return <>Nothing changed since release {live.number}, which is live.</>;
  return (
    <>
      {length} {length === 1 ? 'thing' : 'things'} changed since release {live.number}, which is live.
    </>
  );
}
