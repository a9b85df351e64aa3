'use client';

import { ExternalLink, X } from 'lucide-react';
import { useEffect, useId, useLayoutEffect, useRef } from 'react';

import type { MessengerPage } from '@/components/messenger/messenger-context';
import { toHostText, toSafeUrl } from '@/components/messenger/safe-url';
import { usePagePhase, type PageCheck } from '@/components/messenger/use-page-phase';
import { useWords } from '@/components/messenger/words/messenger-locale';
import { cn } from '@/components/ui/class-names';
import { Spinner } from '@/components/ui/spinner';
import { CLOSE_MESSAGE } from '@/lib/messenger/frame-protocol';

/** Properties of `WebViewPanel`. */
export type WebViewPanelProps = {
  page: MessengerPage;
  /** `page`: the page itself asked for it. */
  onClose: (by: 'consumer' | 'page') => void;
  /** Asks whether the page allows to be shown here. Left out, it is loaded unasked. */
  check?: PageCheck;
};

const heightOf: Record<MessengerPage['height'], string> = { compact: 'h-1/2 min-h-70', tall: 'h-4/5', full: 'h-full' };

/** A page over the lower part of the conversation. Fills its nearest positioned parent; Escape closes it, and so may the page. */
export function WebViewPanel({ page, onClose, check }: WebViewPanelProps) {
  const words = useWords();
  const titleId = useId();
  const closeRef = useRef<HTMLButtonElement>(null);
  const frameRef = useRef<HTMLIFrameElement>(null);
  const url = toSafeUrl(page.url, 'page');
  const { phase, noteLoaded } = usePagePhase(url, check);
  useFocusInside(closeRef);
  useCloseMessage(frameRef, () => onClose('page'));

  const problem = { refused: words.pageRefused, late: words.pageLate, failing: words.pageFailing, 'no-address': words.pageBadAddress, checking: null, loading: null, loaded: null }[phase];
  return (
    <div className="absolute inset-0 z-20 flex animate-appear flex-col justify-end bg-backdrop">
      <section
        role="dialog"
        aria-labelledby={titleId}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.stopPropagation();
          onClose('consumer');
        }}
        className={cn('flex max-h-full min-h-0 animate-slide-up flex-col overflow-hidden rounded-t-lg border-t border-(--messenger-line) bg-(--messenger-ground)', phase === 'refused' || url === null ? 'h-auto pb-4' : heightOf[page.height])}
      >
        <header className="flex shrink-0 items-center gap-1 border-b border-(--messenger-line)/45 py-1.5 ps-3 pe-1.5">
          <div className="min-w-0 flex-1">
            <h2 id={titleId} dir="auto" className="truncate text-sm font-semibold rtl:text-right">
              {page.title}
            </h2>
            <p className="truncate text-xs text-(--messenger-muted)">
              <bdi>{toHostText(page.url) || words.thisSite}</bdi>
            </p>
          </div>
          {url === null ? null : (
            <a href={url} target="_blank" rel="noopener noreferrer" aria-label={words.openInNewTab} title={words.openInNewTab} className={headButtonStyle}>
              <ExternalLink aria-hidden className="size-4" />
            </a>
          )}
          <button ref={closeRef} type="button" aria-label={words.closePage} title={words.closePage} onClick={() => onClose('consumer')} className={headButtonStyle}>
            <X aria-hidden className="size-4.5" />
          </button>
        </header>
        {problem === null ? null : <PageProblem text={problem} url={url} />}
        {url === null || phase === 'refused' ? null : (
          <div className="relative min-h-0 flex-1 bg-white">
            {phase === 'checking' || phase === 'loading' ? (
              <div className="absolute inset-0 flex items-center justify-center bg-(--messenger-ground)">
                <Spinner label={words.loadingPage} className="size-6" />
              </div>
            ) : null}
            {phase === 'checking' ? null : (
              <iframe
                ref={frameRef}
                src={url}
                title={page.title}
                onLoad={noteLoaded}
                allow="payment; publickey-credentials-get; clipboard-write"
                sandbox="allow-scripts allow-forms allow-popups allow-popups-to-escape-sandbox allow-downloads allow-same-origin"
                className="size-full border-0"
              />
            )}
          </div>
        )}
      </section>
    </div>
  );
}

const headButtonStyle = 'flex size-10 shrink-0 items-center justify-center rounded-md outline-(--messenger-accent-text) hover:bg-(--messenger-bubble)';

function PageProblem({ text, url }: { text: string; url: string | null }) {
  const words = useWords();
  return (
    <div role="alert" className="flex shrink-0 flex-col items-start gap-2 border-b border-warn/30 bg-warn-soft px-3 py-2.5 text-sm text-warn">
      <p>{text}</p>
      {url === null ? null : (
        <a href={url} target="_blank" rel="noopener noreferrer" className="flex min-h-9 items-center gap-2 rounded-md border border-current px-3 font-medium outline-current">
          {words.openInNewTab}
          <ExternalLink aria-hidden className="size-4" />
        </a>
      )}
    </div>
  );
}

/** Takes the focus and, when the panel goes, gives it back to where it was. */
function useFocusInside(firstRef: React.RefObject<HTMLElement | null>): void {
  // Before the browser takes the focus away from what is out of reach now.
  useLayoutEffect(() => {
    const before = document.activeElement;
    firstRef.current?.focus();
    // What lies below is out of reach until the panel is gone.
    return () => void setTimeout(() => (before instanceof HTMLElement ? before.focus() : undefined));
  }, [firstRef]);
}

/** Hears the page's wish to be closed; of that page's window only, since anybody may post messages. */
function useCloseMessage(frameRef: React.RefObject<HTMLIFrameElement | null>, close: () => void): void {
  const latest = useRef(close);
  useEffect(() => {
    latest.current = close;
  });
  useEffect(() => {
    const hear = (event: MessageEvent) => {
      if (event.data === CLOSE_MESSAGE && frameRef.current !== null && event.source === frameRef.current.contentWindow) latest.current();
    };
    window.addEventListener('message', hear);
    return () => window.removeEventListener('message', hear);
  }, [frameRef]);
}
