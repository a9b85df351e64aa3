'use client';

import { createContext, useContext } from 'react';

import { words as english } from '@/components/messenger/words/en';
import type { MessengerWords } from '@/components/messenger/words/messenger-words';

/** The language of a messenger. */
export type MessengerLocale = {
  /** For dates and numbers; undefined follows the browser. */
  language: string | undefined;
  direction: 'ltr' | 'rtl';
  words: MessengerWords;
};

/** Carries the language down; without one, parts of messages speak English with the browser's own dates. */
export const MessengerLocaleContext = createContext<MessengerLocale>({ language: undefined, direction: 'ltr', words: english });

/** The language of the messenger around. */
export function useMessengerLocale(): MessengerLocale {
  return useContext(MessengerLocaleContext);
}

/** The words of the messenger around. */
export function useWords(): MessengerWords {
  return useContext(MessengerLocaleContext).words;
}
