'use client';

import { Rocket } from 'lucide-react';

import type { ComparedSides } from '@/components/studio/releases/compared-sides';
import { ReleaseRow } from '@/components/studio/releases/release-row';
import { EmptyState } from '@/components/ui/empty-state';
import { notify } from '@/components/ui/toaster';
import { useSetLiveRelease } from '@/lib/client/use-releases';
import type { ReleaseSummary } from '@/lib/modules/release/release.contract';

/** Properties of `ReleaseList`. */
export type ReleaseListProps = { botId: string; releases: readonly ReleaseSummary[]; sides: ComparedSides };

/** All releases, newest first. */
export function ReleaseList({ botId, releases, sides }: ReleaseListProps) {
  const setLive = useSetLiveRelease(botId);

  async function makeLive(release: ReleaseSummary) {
    const before = releases.find(({ isLive }) => isLive);
    try {
      await setLive.mutateAsync(release.id);
      notify.undo(`Release ${release.number} is live`, () => {
        if (before) void makeLive(before);
      });
    } catch (error) {
      notify.error(`Release ${release.number} is not live`, error instanceof Error ? error.message : undefined);
    }
  }

  if (releases.length === 0) {
    return (
      <EmptyState icon={Rocket} title="Nothing is published yet">
        Each release keeps the whole bot as it was, with its integrations. You can compare, restore and go back to any of them.
      </EmptyState>
    );
  }
  return (
    <ul aria-label="Releases" className="divide-y divide-line rounded-md border border-line bg-surface">
      {releases.map((release, index) => (
        <ReleaseRow key={release.id} release={release} previous={releases[index + 1]} sides={sides} onMakeLive={() => void makeLive(release)} />
      ))}
    </ul>
  );
}
