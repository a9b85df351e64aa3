'use client';

import { useEffect, useState } from 'react';

import { useLocale } from '@/components/messenger/frame/use-locale';
import { Spinner } from '@/components/ui/spinner';

/** Properties of `WaitingWindow`. */
export type WaitingWindowProps = { isGone: boolean; isLost: boolean };

/** Stands where the messenger will be, or will not be any more. */
export function WaitingWindow({ isGone, isLost }: WaitingWindowProps) {
  const [language] = useState(() => navigator.language);
  const locale = useLocale(language);
  const [isLong, setIsLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsLong(true), 400);
    return () => clearTimeout(timer);
  }, []);
  if (!locale || (!isGone && !isLong)) return null;
  return (
    <main dir={locale.direction} className="flex min-h-dvh flex-col items-center justify-center gap-3 bg-surface p-6 text-center text-base text-ink">
      {isGone ? <p role="alert">{locale.words.gone}</p> : <Spinner label={locale.words.loading} className="size-6" />}
      {isLost ? <p role="status">{locale.words.serverDown}</p> : null}
    </main>
  );
}
