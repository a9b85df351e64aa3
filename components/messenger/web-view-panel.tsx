'use client';

import { ExternalLink, X } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';

import type { MessengerPage } from '@/components/messenger/messenger-context';
import { toHostText, toSafeUrl } from '@/components/messenger/safe-url';
import { cn } from '@/components/ui/class-names';
import { Spinner } from '@/components/ui/spinner';

/** Properties of `WebViewPanel`. */
export type WebViewPanelProps = { page: MessengerPage; onClose: () => void };

/** A page that does not answer for so long is taken for gone. */
const LOAD_MS_MAX = 20_000;

const heightOf: Record<MessengerPage['height'], string> = { compact: 'h-1/2', tall: 'h-4/5', full: 'h-full' };

/** A page over the lower part of the conversation. Fills its nearest positioned parent; Escape closes it. */
export function WebViewPanel({ page, onClose }: WebViewPanelProps) {
  const titleId = useId();
  const closeRef = useRef<HTMLButtonElement>(null);
  const [phase, setPhase] = useState<'loading' | 'loaded' | 'late'>('loading');
  const url = toSafeUrl(page.url, 'page');

  useEffect(() => {
    const before = document.activeElement;
    closeRef.current?.focus();
    return () => (before instanceof HTMLElement ? before.focus() : undefined);
  }, []);
  useEffect(() => {
    if (phase !== 'loading') return;
    const timer = setTimeout(() => setPhase('late'), LOAD_MS_MAX);
    return () => clearTimeout(timer);
  }, [phase]);

  return (
    <div className="absolute inset-0 z-20 flex animate-appear flex-col justify-end bg-backdrop">
      <section
        role="dialog"
        aria-labelledby={titleId}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.stopPropagation();
          onClose();
        }}
        className={cn('flex min-h-0 flex-col overflow-hidden rounded-t-lg border-t border-(--messenger-line) bg-(--messenger-ground)', heightOf[page.height])}
      >
        <header className="flex shrink-0 items-center gap-2 border-b border-(--messenger-line)/45 py-1.5 ps-3 pe-1.5">
          <div className="min-w-0 flex-1">
            <h2 id={titleId} className="truncate text-sm font-semibold">
              {page.title}
            </h2>
            <p className="truncate text-xs text-(--messenger-muted)">{toHostText(page.url) || 'This site'}</p>
          </div>
          {url === null ? null : (
            <a href={url} target="_blank" rel="noopener noreferrer" aria-label="Open in a new tab" className="flex size-9 items-center justify-center rounded-md outline-(--messenger-accent) hover:bg-(--messenger-bubble)">
              <ExternalLink aria-hidden className="size-4" />
            </a>
          )}
          <button ref={closeRef} type="button" aria-label="Close page" onClick={onClose} className="flex size-9 items-center justify-center rounded-md outline-(--messenger-accent) hover:bg-(--messenger-bubble)">
            <X aria-hidden className="size-4.5" />
          </button>
        </header>
        {url === null ? <Problem text="The page was not opened: its address is not a web address." /> : null}
        {phase === 'late' ? <Problem text="The page has not answered, or does not allow to be shown here. Open it in a new tab, or close it and try again." /> : null}
        {url === null ? null : (
          <div className="relative min-h-0 flex-1 bg-white">
            {phase === 'loading' ? (
              <div className="absolute inset-0 flex items-center justify-center bg-(--messenger-ground)">
                <Spinner label="Loading the page" className="size-6" />
              </div>
            ) : null}
            <iframe
              src={url}
              title={page.title}
              onLoad={() => setPhase('loaded')}
              sandbox="allow-scripts allow-forms allow-popups allow-popups-to-escape-sandbox allow-downloads allow-same-origin"
              className="size-full border-0"
            />
          </div>
        )}
      </section>
    </div>
  );
}

function Problem({ text }: { text: string }) {
  return (
    <p role="alert" className="shrink-0 border-b border-warn/30 bg-warn-soft px-3 py-2 text-sm text-warn">
      {text}
    </p>
  );
}
