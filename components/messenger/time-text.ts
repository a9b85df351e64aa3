const formatByLanguage = new Map<string | undefined, Intl.DateTimeFormat>();

/** Hour and minute in the way of the language; undefined: the browser's. */
export function timeText(at: string, language: string | undefined): string {
  // Making a format costs more than using it a hundred times.
  const known = formatByLanguage.get(language);
  const format = known ?? new Intl.DateTimeFormat(language, { timeStyle: 'short' });
  if (!known) formatByLanguage.set(language, format);
  return format.format(new Date(at));
}
