import { words as english } from '@/components/messenger/words/en';
import type { MessengerWords } from '@/components/messenger/words/messenger-words';

const loaderByLanguage = {
  en: () => Promise.resolve({ words: english }),
  de: () => import('@/components/messenger/words/de'),
  fr: () => import('@/components/messenger/words/fr'),
  es: () => import('@/components/messenger/words/es'),
  it: () => import('@/components/messenger/words/it'),
  nl: () => import('@/components/messenger/words/nl'),
  pt: () => import('@/components/messenger/words/pt'),
  ar: () => import('@/components/messenger/words/ar'),
} satisfies Record<string, () => Promise<{ words: MessengerWords }>>;

/** Languages that the messenger speaks itself. */
export type WordsLanguage = keyof typeof loaderByLanguage;

/** The built-in language of a tag such as `de-CH`; null where the messenger has no words of its own. */
export function toWordsLanguage(tag: string): WordsLanguage | null {
  const base = tag.split('-')[0]?.toLowerCase() ?? '';
  return Object.hasOwn(loaderByLanguage, base) ? (base as WordsLanguage) : null;
}

/** The words for a language, English where there are none or they can't be loaded. */
export async function loadWords(tag: string): Promise<MessengerWords> {
  const language = toWordsLanguage(tag);
  if (language === null) return english;
  return (await loaderByLanguage[language]().catch(() => null))?.words ?? english;
}
