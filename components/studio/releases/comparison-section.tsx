'use client';

import { ArrowLeftRight } from 'lucide-react';

import { useCurrentBot } from '@/components/studio/bots/bot-context';
import type { ComparedSides } from '@/components/studio/releases/compared-sides';
import { DifferenceList } from '@/components/studio/releases/difference-list';
import { useComparison, type ComparedSide } from '@/components/studio/releases/use-compared-bots';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { IconButton } from '@/components/ui/icon-button';
import { Select } from '@/components/ui/select';
import { SkeletonRows } from '@/components/ui/skeleton';
import type { ReleaseSummary } from '@/lib/modules/release/release.contract';

/** Properties of `ComparisonSection`. */
export type ComparisonSectionProps = { releases: readonly ReleaseSummary[]; sides: ComparedSides };

/** What differs between any two of the releases and the draft. */
export function ComparisonSection({ releases, sides }: ComparisonSectionProps) {
  const bot = useCurrentBot();
  const { before, after, choose } = sides;
  const comparison = useComparison(bot.id, before, after);
  if (comparison === null || before === null) return null;
  return (
    <section aria-labelledby="release-difference" className="@container flex min-w-0 flex-col gap-3">
      <div className="flex flex-wrap items-center gap-2">
        <h2 id="release-difference" className="mr-1 text-sm font-semibold">
          Difference
        </h2>
        <SideSelect label="Before" value={before} releases={releases} onChange={(side) => choose({ before: side })} />
        <IconButton label="Swap the two sides" onClick={() => choose({ before: after, after: before })}>
          <ArrowLeftRight aria-hidden />
        </IconButton>
        <SideSelect label="After" value={after} releases={releases} onChange={(side) => choose({ after: side })} />
        {comparison.kind === 'compared' && comparison.differences.length > 0 ? (
          <span role="status" className="text-xs text-muted tabular-nums">
            {comparison.differences.length} {comparison.differences.length === 1 ? 'difference' : 'differences'}
          </span>
        ) : null}
      </div>
      {comparison.kind === 'loading' ? <SkeletonRows label="Loading the difference" /> : null}
      {comparison.kind === 'failed' ? <Callout tone="bad" what="The releases could not be loaded" why={comparison.error.message} actions={<Button size="sm" onClick={comparison.retry}>Try again</Button>} /> : null}
      {comparison.kind === 'compared' ? <DifferenceList differences={comparison.differences} isLinked={after === 'draft'} /> : null}
    </section>
  );
}

type SideSelectProps = { label: string; value: ComparedSide; releases: readonly ReleaseSummary[]; onChange: (side: ComparedSide) => void };

function SideSelect({ label, value, releases, onChange }: SideSelectProps) {
  return (
    <span className="w-40 min-w-0">
      <Select size="sm" aria-label={label} value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="draft">Draft</option>
        {releases.map(({ id, number, isLive }) => (
          <option key={id} value={id}>
            Release {number}
            {isLive ? ' (live)' : ''}
          </option>
        ))}
      </Select>
    </span>
  );
}
