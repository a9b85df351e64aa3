'use client';

import { useComparison } from '@/components/studio/releases/use-compared-bots';
import type { BotDifference } from '@/lib/modules/draft/describe-changes.rules';
import type { ReleaseSummary } from '@/lib/modules/release/release.contract';

/** What publishing the draft would change for consumers. */
export interface Unpublished {
  /** The release they talk to now; undefined while there is none. */
  live: ReleaseSummary | undefined;
  /** What the draft says otherwise; null while that isn't known, or there is nothing to compare it with. */
  differences: readonly BotDifference[] | null;
}

/** What differs between the live release and the draft as it is on screen. */
export function useUnpublished(botId: string, releases: readonly ReleaseSummary[] | undefined): Unpublished {
  const live = releases?.find(({ isLive }) => isLive);
  const comparison = useComparison(botId, live?.id ?? null, 'draft');
  return { live, differences: comparison?.kind === 'compared' ? comparison.differences : null };
}
