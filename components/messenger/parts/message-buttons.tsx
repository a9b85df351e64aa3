'use client';

import { ExternalLink, PanelTopOpen } from 'lucide-react';

import { useMessenger } from '@/components/messenger/messenger-context';
import { toSafeUrl } from '@/components/messenger/safe-url';
import { actionStyle } from '@/components/messenger/parts/action-style';
import { useWords } from '@/components/messenger/words/messenger-locale';
import type { MessageButton } from '@/lib/engine/messages/message.schema';

/** Buttons one below the other: they answer, or open a page. */
export function MessageButtons({ buttons }: { buttons: readonly MessageButton[] }) {
  return (
    <div className="flex flex-col gap-1.5">
      {buttons.map((button) => (button.kind === 'url' ? <UrlButton key={button.id} {...button} /> : <PostbackButton key={button.id} button={button} />))}
    </div>
  );
}

function PostbackButton({ button }: { button: Extract<MessageButton, { kind: 'postback' }> }) {
  const { answer, canAnswer } = useMessenger();
  return (
    <button
      type="button"
      dir="auto"
      disabled={!canAnswer}
      onClick={() => answer({ text: button.label, payload: button.payload, metadata: button.metadata ?? [] })}
      className={actionStyle}
    >
      {button.label}
    </button>
  );
}

/** Properties of `UrlButton`. */
export type UrlButtonProps = Pick<Extract<MessageButton, { kind: 'url' }>, 'label' | 'url' | 'target' | 'height'>;

/** A button that opens a page: over the conversation, in a new tab, or in place of this page. */
export function UrlButton({ label, url, target, height }: UrlButtonProps) {
  const { openPage } = useMessenger();
  const words = useWords();
  const safeUrl = toSafeUrl(url, target === 'web-view' ? 'page' : 'link');
  if (safeUrl === null) {
    return (
      <button type="button" disabled title={words.noWebAddress} className={actionStyle}>
        {label}
      </button>
    );
  }
  if (target === 'web-view') {
    return (
      <button type="button" dir="auto" onClick={() => openPage({ title: label, url: safeUrl, height })} className={actionStyle}>
        {label}
        <PanelTopOpen aria-hidden className="size-4 shrink-0" />
      </button>
    );
  }
  return (
    <a href={safeUrl} dir="auto" {...(target === 'new-tab' ? { target: '_blank', rel: 'noopener noreferrer' } : null)} className={actionStyle}>
      {label}
      {target === 'new-tab' ? <ExternalLink aria-label={words.opensNewTab} className="size-4 shrink-0" /> : null}
    </a>
  );
}
