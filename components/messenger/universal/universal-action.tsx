'use client';

import { ExternalLink } from 'lucide-react';
import type { ReactNode } from 'react';

import { useMessenger } from '@/components/messenger/messenger-context';
import { actionStyle } from '@/components/messenger/parts/action-style';
import { toSafeUrl } from '@/components/messenger/safe-url';
import type { UniversalAction } from '@/components/messenger/universal/read-universal';
import { useWords } from '@/components/messenger/words/messenger-locale';
import type { JsonValue } from '@/lib/engine/json';

type Clickable = { action: UniversalAction | null; metadata: JsonValue[] };

/** A button of rich-message JSON. */
export function UniversalButton({ title, action, metadata }: Clickable & { title: string }) {
  const words = useWords();
  const isLink = action?.kind === 'link';
  return (
    <ActionBox action={action} metadata={metadata} className={actionStyle}>
      {title}
      {isLink ? <ExternalLink aria-label={words.opensNewTab} className="size-4 shrink-0" /> : null}
    </ActionBox>
  );
}

/** An image of rich-message JSON that does something when it is clicked. */
export function UniversalImage({ url, caption, action, metadata }: Clickable & { url: string; caption: string }) {
  const safeUrl = toSafeUrl(url, 'media');
  return (
    <ActionBox action={action} metadata={metadata} className="block w-full text-start outline-(--messenger-accent-text)">
      {safeUrl === null ? null : <img src={safeUrl} alt={caption} className="max-h-56 w-full rounded-lg object-cover" />}
      {caption ? <span className="mt-1 block text-sm text-(--messenger-muted)">{caption}</span> : null}
    </ActionBox>
  );
}

function ActionBox({ action, metadata, className, children }: Clickable & { className: string; children: ReactNode }) {
  const { answer, canAnswer } = useMessenger();
  const words = useWords();
  const linkUrl = action?.kind === 'link' ? toSafeUrl(action.url, 'link') : null;
  if (linkUrl !== null) {
    return (
      <a href={linkUrl} dir="auto" target="_blank" rel="noopener noreferrer" className={className}>
        {children}
      </a>
    );
  }
  const text = action?.kind === 'say' ? action.text : null;
  return (
    <button
      type="button"
      dir="auto"
      disabled={text === null || !canAnswer}
      title={text === null ? words.doesNothing : undefined}
      onClick={() => answer({ text: text ?? '', payload: text, metadata })}
      className={className}
    >
      {children}
    </button>
  );
}
