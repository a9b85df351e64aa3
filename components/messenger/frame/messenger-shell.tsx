'use client';

import { useEffect, useMemo, type ReactNode } from 'react';

import type { FrameSettings } from '@/components/messenger/frame/channel-texts';
import { useColorScheme } from '@/components/messenger/frame/use-color-scheme';
import { MessengerTheme } from '@/components/messenger/messenger-theme';
import { toAccentColors } from '@/components/messenger/theme/accent-colors';
import { MessengerLocaleContext, type MessengerLocale } from '@/components/messenger/words/messenger-locale';

/** Properties of `MessengerShell`. */
export type MessengerShellProps = { appearance: FrameSettings['appearance']; locale: MessengerLocale; children: ReactNode };

/** The window in a channel's colours and a consumer's language. Opened as a page of its own on a wide screen it is a column in the middle, as wide as one reads well. */
export function MessengerShell({ appearance, locale, children }: MessengerShellProps) {
  const scheme = useColorScheme(appearance.colorScheme);
  const colors = useMemo(() => {
    const { accent, accentInk, accentText } = toAccentColors(appearance.accent, scheme);
    return { accent, accentInk, accentText, own: accent, ownInk: accentInk };
  }, [appearance.accent, scheme]);

  useEffect(() => {
    document.documentElement.lang = locale.language ?? 'en';
    document.documentElement.dir = locale.direction;
  }, [locale]);

  return (
    <MessengerLocaleContext value={locale}>
      <MessengerTheme dir={locale.direction} colors={colors} className="fixed inset-0 mx-auto flex max-w-180 flex-col overflow-hidden shadow-[0_0_0_1px_var(--line)]">
        {children}
      </MessengerTheme>
    </MessengerLocaleContext>
  );
}
