'use client';

import { ImageOff } from 'lucide-react';

import { useWords } from '@/components/messenger/words/messenger-locale';

/** Stands where an image, video or sound could not be loaded, with the way to open it directly. */
export function MediaFailure({ what, url }: { what: string; url: string | null }) {
  const words = useWords();
  return (
    <div className="flex items-start gap-2 rounded-md border border-(--messenger-line) px-3 py-2 text-sm">
      <ImageOff aria-hidden className="mt-0.5 size-4 shrink-0 text-(--messenger-muted)" />
      <span className="min-w-0">
        {words.couldNotShow(what)}{' '}
        {url === null ? (
          words.noWebAddress
        ) : (
          <a href={url} target="_blank" rel="noopener noreferrer" className="rounded-xs text-(--messenger-accent-text) underline underline-offset-2">
            {words.openInNewTab}
          </a>
        )}
      </span>
    </div>
  );
}
