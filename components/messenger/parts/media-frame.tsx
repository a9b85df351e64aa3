import { ImageOff } from 'lucide-react';

/** Stands where an image, video or sound could not be loaded, with the way to open it directly. */
export function MediaFailure({ what, url }: { what: string; url: string | null }) {
  return (
    <div className="flex items-start gap-2 rounded-md border border-(--messenger-line) px-3 py-2 text-sm">
      <ImageOff aria-hidden className="mt-0.5 size-4 shrink-0 text-(--messenger-muted)" />
      <span className="min-w-0">
        {what} could not be shown.{' '}
        {url === null ? (
          'Its address is not a web address.'
        ) : (
          <a href={url} target="_blank" rel="noopener noreferrer" className="rounded-xs text-(--messenger-accent) underline underline-offset-2">
            Open it in a new tab
          </a>
        )}
      </span>
    </div>
  );
}
