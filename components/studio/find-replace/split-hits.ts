/** A stretch of a text, with the words that were looked for or between them. */
export interface TextStretch {
  text: string;
  isHit: boolean;
}

/** Splits an excerpt at the words that were looked for, so that they can be marked. */
export function splitHits(excerpt: string, words: string, matchesCase: boolean): TextStretch[] {
  // Excerpts have single blanks.
  const wanted = words.replace(/\s+/g, ' ');
  if (wanted.trim() === '') return [{ text: excerpt, isHit: false }];
  const escaped = wanted.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
  const parts = excerpt.split(new RegExp(`(${escaped})`, matchesCase ? 'u' : 'iu'));
  return parts.map((text, index) => ({ text, isHit: index % 2 === 1 })).filter(({ text }) => text !== '');
}
