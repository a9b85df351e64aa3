'use client';

import { useCurrentBot } from '@/components/studio/bots/bot-context';
import { BotTabs } from '@/components/studio/bots/bot-tabs';
import { DraftGate } from '@/components/studio/draft/draft-gate';
import { LoadFailure } from '@/components/studio/frame/load-failure';
import { Page } from '@/components/studio/frame/page';
import { useComparedSides } from '@/components/studio/releases/compared-sides';
import { ComparisonSection } from '@/components/studio/releases/comparison-section';
import { PublishPanel } from '@/components/studio/releases/publish-panel';
import { ReleaseList } from '@/components/studio/releases/release-list';
import { SkeletonRows } from '@/components/ui/skeleton';
import { useReleases } from '@/lib/client/use-releases';
import type { ReleaseSummary } from '@/lib/modules/release/release.contract';

/** Publishing the draft, and everything that was published: compare, restore, go back. */
export function ReleasesPage() {
  const bot = useCurrentBot();
  const releases = useReleases(bot.id);
  return (
    <Page title={bot.name} part="Releases" breadcrumbs={[{ label: 'Bots', href: '/bots' }]} nav={<BotTabs botId={bot.id} />}>
      <DraftGate>
        {releases.isPending ? <SkeletonRows label="Loading releases" /> : null}
        {releases.isError && !releases.data ? (
          <LoadFailure error={releases.error} what="The releases" onRetry={() => void releases.refetch()} back={{ label: 'Go to your bots', href: '/bots' }} />
        ) : null}
        {releases.data ? <Loaded botId={bot.id} releases={releases.data} /> : null}
      </DraftGate>
    </Page>
  );
}

function Loaded({ botId, releases }: { botId: string; releases: readonly ReleaseSummary[] }) {
  const sides = useComparedSides(releases);
  return (
    <div className="@container">
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-6 p-4 @4xl:grid-cols-[minmax(340px,2fr)_minmax(0,3fr)] md:p-6">
        <div className="flex min-w-0 flex-col gap-4">
          <PublishPanel botId={botId} releases={releases} />
          <ReleaseList botId={botId} releases={releases} sides={sides} />
        </div>
        <ComparisonSection releases={releases} sides={sides} />
      </div>
    </div>
  );
}
