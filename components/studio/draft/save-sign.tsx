'use client';

import { CircleAlert, Cloud, CloudOff, CloudUpload, TriangleAlert, type LucideIcon } from 'lucide-react';

import { useDraftIfOpen } from '@/components/studio/draft/draft-context';
import type { SaveState } from '@/components/studio/draft/draft-saver';
import { cn } from '@/components/ui/class-names';
import { Tooltip } from '@/components/ui/tooltip';

/** Whether what was changed in the bot is saved. */
export function SaveSign() {
  const draft = useDraftIfOpen();
  if (!draft) return null;
  const { Icon, word, hint, tone } = lookByState[draft.saveState];
  return (
    <Tooltip content={hint}>
      <span role="status" tabIndex={0} className={cn('inline-flex items-center gap-1 rounded-sm text-xs whitespace-nowrap', tone ?? 'text-muted')}>
        <Icon aria-hidden className="size-3.5" />
        {word}
      </span>
    </Tooltip>
  );
}

type Look = { Icon: LucideIcon; word: string; hint: string; tone?: string };

const lookByState: Record<SaveState, Look> = {
  saved: { Icon: Cloud, word: 'Saved', hint: 'Every change is saved by itself. Consumers see it once you publish.' },
  // One word for both, so that nothing flickers while one types.
  saving: { Icon: CloudUpload, word: 'Saving', hint: 'Your changes are on their way.' },
  waiting: { Icon: CloudUpload, word: 'Saving', hint: 'Your changes are saved as soon as you pause.' },
  offline: { Icon: CloudOff, word: 'Not saved: no connection', hint: 'Parley does not answer. Go on editing, keep this window open; your changes are sent when it is back.', tone: 'text-warn' },
  conflict: { Icon: TriangleAlert, word: 'Two versions', hint: 'Somebody else changed the same thing. Choose a version above the page; everything else is saved.', tone: 'text-warn' },
  refused: { Icon: CircleAlert, word: 'Not all saved', hint: 'The server does not take one of your changes. The reason stands above the page.', tone: 'text-bad' },
};
