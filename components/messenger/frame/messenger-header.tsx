'use client';

import { ArrowLeft, X } from 'lucide-react';
import { useState, type ReactNode } from 'react';

import { toSafeUrl } from '@/components/messenger/safe-url';
import { useWords } from '@/components/messenger/words/messenger-locale';

/** Properties of `MessengerHeader`. */
export type MessengerHeaderProps = {
  title: string;
  subtitle: string;
  logoUrl: string;
  /** Left out where there is nothing to go back to. */
  onBack?: (() => void) | undefined;
  /** Left out where the messenger is a page of its own. */
  onClose?: (() => void) | undefined;
  /** Unread messages of other conversations, on the way back to them. */
  unreadCount?: number;
  /** Further buttons. */
  children?: ReactNode;
};

/** Who one talks to, in the channel's colours. */
export function MessengerHeader({ title, subtitle, logoUrl, onBack, onClose, unreadCount = 0, children }: MessengerHeaderProps) {
  const words = useWords();
  return (
    <header className="relative z-10 flex min-h-15 shrink-0 items-center gap-1 bg-(--messenger-accent) py-2 ps-4 pe-2 pt-[max(--spacing(2),env(safe-area-inset-top))] text-(--messenger-accent-ink) has-[[data-back]]:ps-2">
      {onBack ? (
        <HeaderButton data-back label={unreadCount > 0 ? `${words.conversations}, ${words.unreadCount(unreadCount)}` : words.conversations} onClick={onBack}>
          <ArrowLeft aria-hidden className="size-5 rtl:-scale-x-100" />
          {unreadCount > 0 ? (
            <span aria-hidden className="absolute end-0.5 top-0.5 flex h-4 min-w-4 items-center justify-center rounded-full bg-(--messenger-ground) px-1 text-[11px] leading-none font-semibold text-(--messenger-ink) tabular-nums">
              {unreadCount > 99 ? '99+' : unreadCount}
            </span>
          ) : null}
        </HeaderButton>
      ) : null}
      <Logo url={logoUrl} />
      <div className="min-w-0 flex-1">
        <h1 dir="auto" className="truncate text-lg leading-tight font-semibold rtl:text-right">
          {title}
        </h1>
        {subtitle ? (
          <p dir="auto" title={subtitle} className="line-clamp-2 text-sm leading-snug rtl:text-right">
            {subtitle}
          </p>
        ) : null}
      </div>
      {children}
      {onClose ? (
        <HeaderButton label={words.closeMessenger} onClick={onClose}>
          <X aria-hidden className="size-5" />
        </HeaderButton>
      ) : null}
    </header>
  );
}

/** The look of a button in the header. */
export const headerButtonStyle = 'relative flex size-10 shrink-0 items-center justify-center rounded-md outline-(--messenger-accent-ink) -outline-offset-2 hover:bg-(--messenger-accent-ink)/15';

function HeaderButton({ label, onClick, children, ...rest }: { label: string; onClick: () => void; children: ReactNode; 'data-back'?: boolean }) {
  return (
    <button type="button" aria-label={label} title={label} onClick={onClick} className={headerButtonStyle} {...rest}>
      {children}
    </button>
  );
}

function Logo({ url }: { url: string }) {
  const [failedUrl, setFailedUrl] = useState<string | null>(null);
  const safeUrl = url ? toSafeUrl(url, 'media') : null;
  if (safeUrl === null || safeUrl === failedUrl) return null;
  return <img src={safeUrl} alt="" onError={() => setFailedUrl(safeUrl)} className="me-2 size-9 shrink-0 rounded-md bg-white object-contain p-0.5" />;
}
