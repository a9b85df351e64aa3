'use client';

import { ArchiveRestore, GitCompareArrows, RadioTower } from 'lucide-react';
import { useState } from 'react';

import type { ComparedSides } from '@/components/studio/releases/compared-sides';
import { RestoreDialog } from '@/components/studio/releases/restore-dialog';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/class-names';
import { DropdownMenuItem } from '@/components/ui/dropdown-menu';
import { RelativeTime } from '@/components/ui/relative-time';
import { RowMenu } from '@/components/ui/row-menu';
import type { ReleaseSummary } from '@/lib/modules/release/release.contract';

/** Properties of `ReleaseRow`. */
export type ReleaseRowProps = {
  release: ReleaseSummary;
  /** The one published before it. */
  previous: ReleaseSummary | undefined;
  sides: ComparedSides;
  onMakeLive: () => void;
};

/** One release: its note, who published it and when, and what can be done with it. */
export function ReleaseRow({ release, previous, sides, onMakeLive }: ReleaseRowProps) {
  const [isRestoring, setIsRestoring] = useState(false);
  const isCompared = sides.before === release.id || sides.after === release.id;
  return (
    <li className={cn('flex items-start gap-2 px-3 py-2', isCompared && 'bg-accent-soft/60')}>
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-2">
          <span className="font-medium">Release {release.number}</span>
          {release.isLive ? (
            <Badge tone="good" icon={RadioTower}>
              Live
            </Badge>
          ) : null}
        </p>
        {release.note ? <p className="break-words whitespace-pre-wrap">{release.note}</p> : null}
        <p className="text-xs text-muted">
          {release.createdByName} · <RelativeTime at={release.createdAt} />
        </p>
      </div>
      {release.isLive ? null : (
        <Button size="sm" aria-label={`Make live: release ${release.number}`} onClick={onMakeLive}>
          Make live
        </Button>
      )}
      <RowMenu label={`Actions for release ${release.number}`}>
        <DropdownMenuItem onSelect={() => sides.choose({ before: release.id, after: 'draft' })}>
          <GitCompareArrows aria-hidden />
          Compare with the draft
        </DropdownMenuItem>
        <DropdownMenuItem disabled={!previous} onSelect={() => previous && sides.choose({ before: previous.id, after: release.id })}>
          <GitCompareArrows aria-hidden />
          {previous ? `Compare with release ${previous.number}` : 'Nothing before it to compare with'}
        </DropdownMenuItem>
        <DropdownMenuItem onSelect={() => setIsRestoring(true)}>
          <ArchiveRestore aria-hidden />
          Restore into the draft…
        </DropdownMenuItem>
      </RowMenu>
      {isRestoring ? <RestoreDialog release={release} onClose={() => setIsRestoring(false)} /> : null}
    </li>
  );
}
