'use client';

import { ExternalLink } from 'lucide-react';
import { useId } from 'react';

import { toSafeUrl } from '@/components/messenger/safe-url';
import { useWords } from '@/components/messenger/words/messenger-locale';

/** Properties of `PrivacyNotice`. */
export type PrivacyNoticeProps = { text: string; moreUrl: string; onAccept: () => void };

/** What must be accepted before the first message; stands where one would write. */
export function PrivacyNotice({ text, moreUrl, onAccept }: PrivacyNoticeProps) {
  const words = useWords();
  const titleId = useId();
  const safeUrl = moreUrl ? toSafeUrl(moreUrl, 'link') : null;
  return (
    <section aria-labelledby={titleId} className="flex max-h-[70%] shrink-0 flex-col gap-3 border-t border-(--messenger-line)/45 p-4 pb-[max(--spacing(4),env(safe-area-inset-bottom))]">
      <h2 id={titleId} className="font-semibold">
        {words.privacyTitle}
      </h2>
      <div tabIndex={0} role="group" aria-labelledby={titleId} className="min-h-12 overflow-y-auto text-sm break-words whitespace-pre-wrap outline-(--messenger-accent-text)" dir="auto">
        {text}
      </div>
      {safeUrl === null ? null : (
        <a href={safeUrl} target="_blank" rel="noopener noreferrer" className="flex items-center gap-1.5 self-start rounded-xs text-sm text-(--messenger-accent-text) underline underline-offset-2 outline-(--messenger-accent-text)">
          {words.privacyMore}
          <ExternalLink aria-label={words.opensNewTab} className="size-3.5" />
        </a>
      )}
      <button type="button" onClick={onAccept} className="min-h-11 rounded-lg bg-(--messenger-accent) px-4 font-medium text-(--messenger-accent-ink) outline-(--messenger-accent-text)">
        {words.accept}
      </button>
    </section>
  );
}
