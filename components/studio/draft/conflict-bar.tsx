'use client';

import { useState } from 'react';

import { listConflictRows } from '@/components/studio/draft/conflict-rows';
import { describePlace } from '@/components/studio/draft/describe-place';
import { useDraft } from '@/components/studio/draft/draft-context';
import type { DraftConflict } from '@/components/studio/draft/draft-state';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';

/** What was changed differently here and elsewhere, to be decided whenever one likes; editing goes on meanwhile. */
export function ConflictBar() {
  const { conflicts } = useDraft();
  if (conflicts.length === 0) return null;
  return (
    <div className="flex max-h-[45%] shrink-0 flex-col gap-2 overflow-y-auto border-b border-line p-2">
      {conflicts.map((conflict) => (
        <ConflictCallout key={conflict.place.join('/')} conflict={conflict} />
      ))}
    </div>
  );
}

function ConflictCallout({ conflict }: { conflict: DraftConflict }) {
  const { content, base, decide } = useDraft();
  const [isShown, setIsShown] = useState(false);
  const rows = listConflictRows(conflict, content, base);
  const name = describePlace(conflict.place, content, base, conflict.ancestor);
  return (
    <Callout
      tone="warn"
      isAnnounced
      what={`Somebody else changed ${name} while you did`}
      why="Yours is shown and not saved yet. Everything else is."
      actions={
        <>
          <Button size="sm" aria-expanded={isShown} onClick={() => setIsShown(!isShown)}>
            {isShown ? 'Hide both versions' : 'Show both versions'}
          </Button>
          <Button size="sm" onClick={() => decide(conflict.place, 'theirs')}>
            Take theirs
          </Button>
          <Button size="sm" variant="primary" onClick={() => decide(conflict.place, 'mine')}>
            Keep mine
          </Button>
        </>
      }
    >
      {isShown ? (
        <div className="max-h-60 overflow-auto rounded-md border border-line bg-surface" tabIndex={0} role="region" aria-label="Both versions">
          <table className="w-full text-left text-xs">
            <thead className="bg-sunken text-muted">
              <tr>
                {['What differs', 'Yours', 'Theirs'].map((title) => (
                  <th key={title} scope="col" className="px-2 py-1 font-medium">
                    {title}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.member} className="border-t border-line align-top">
                  <th scope="row" className="px-2 py-1 font-medium">
                    {row.member || 'All of it'}
                  </th>
                  <td className="max-w-80 px-2 py-1 break-words whitespace-pre-wrap">{row.mine}</td>
                  <td className="max-w-80 px-2 py-1 break-words whitespace-pre-wrap">{row.theirs}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
    </Callout>
  );
}
