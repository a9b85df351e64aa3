import { toWordsLanguage } from '@/components/messenger/words/load-words';

/** What decides about the language. */
export type LanguageWishes = {
  /** What the site asks for; null when it does not say. */
  site: string | null;
  /** The consumer's languages, the most wanted first. */
  consumer: readonly string[];
  /** Languages that the channel has texts in. */
  channel: readonly string[];
  fallback: string;
};

/**
 * The language that a messenger speaks: the site's wish where there are words or texts for it, else the consumer's first language that
 * the channel has texts in, else the channel's own. A channel without texts follows the consumer to any language with built-in words.
 * @returns a tag of `channel`, or one as it was wished for
 */
export function chooseLanguage({ site, consumer, channel, fallback }: LanguageWishes): string {
  const written = (tag: string) => findTag(channel, tag);
  const spoken = (tag: string) => (toWordsLanguage(tag) === null ? null : tag);
  if (site !== null) {
    const wished = written(site) ?? spoken(site);
    if (wished !== null) return wished;
  }
  for (const tag of consumer) {
    const found = channel.length > 0 ? written(tag) : spoken(tag);
    if (found !== null) return found;
  }
  return written(fallback) ?? fallback;
}

/** The same tag, else the same language without or with another region. */
export function findTag(tags: readonly string[], wished: string): string | null {
  const exact = wished.toLowerCase();
  const base = exact.split('-')[0] ?? exact;
  return (
    tags.find((tag) => tag.toLowerCase() === exact) ?? tags.find((tag) => tag.toLowerCase() === base) ?? tags.find((tag) => tag.toLowerCase().split('-')[0] === base) ?? null
  );
}

const rightToLeft: ReadonlySet<string> = new Set(['ar', 'he', 'iw', 'fa', 'ur', 'ps', 'sd', 'yi', 'dv', 'ckb']);

/** Which way a language is written. */
export function toDirection(tag: string): 'ltr' | 'rtl' {
  return rightToLeft.has(tag.split('-')[0]?.toLowerCase() ?? '') ? 'rtl' : 'ltr';
}
