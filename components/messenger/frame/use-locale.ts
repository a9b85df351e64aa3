'use client';

import { useEffect, useState } from 'react';

import { toDirection } from '@/components/messenger/words/choose-language';
import { loadWords } from '@/components/messenger/words/load-words';
import type { MessengerLocale } from '@/components/messenger/words/messenger-locale';

/** The words and ways of a language once they are loaded; the former one's until then, null at first. */
export function useLocale(language: string | null): MessengerLocale | null {
  const [locale, setLocale] = useState<MessengerLocale | null>(null);
  useEffect(() => {
    if (language === null) return;
    let isCurrent = true;
    void loadWords(language).then((words) => (isCurrent ? setLocale({ language, direction: toDirection(language), words }) : undefined));
    return () => {
      isCurrent = false;
    };
  }, [language]);
  return locale;
}
