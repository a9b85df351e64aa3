'use client';

import { describePlace } from '@/components/studio/draft/describe-place';
import { useDraft } from '@/components/studio/draft/draft-context';
import { Callout } from '@/components/ui/callout';

/** What the server doesn't take as it is, with the reason; it is tried again when it changes. */
export function RefusalBar() {
  const { saveState, refusals, content, base } = useDraft();
  if (saveState !== 'refused') return null;
  return (
    <div className="shrink-0 border-b border-line p-2">
      <Callout
        tone="bad"
        isAnnounced
        what={refusals.length === 1 ? 'One change is not saved' : `${refusals.length} changes are not saved`}
        why={
          <ul>
            {refusals.map(({ place, message }) => (
              <li key={place.join('/')}>
                In {describePlace(place, content, base)}: {message}
              </li>
            ))}
          </ul>
        }
        todo="Change it, or undo. Everything else is saved."
      />
    </div>
  );
}
