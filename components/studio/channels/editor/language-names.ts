/** Languages that are offered first: those in which the messenger has words of its own. */
export const OFFERED_LANGUAGES = ['en', 'de', 'fr', 'es', 'it', 'nl', 'pt', 'ar'] as const;

/** A language's name as English speakers say it; the tag itself where it has none. */
export function nameLanguage(tag: string): string {
  try {
    return names.of(tag) ?? tag;
  } catch {
    return tag;
  }
}

const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'code' });
