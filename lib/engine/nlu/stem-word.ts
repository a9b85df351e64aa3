/**
 * The stem of a word, for comparing only: accents are dropped in every language; in English the endings of plural,
 * possession, `-ing`, `-ed`, `-ly` and a final `e` too, so that “closing”, “closed” and “close” are one. Light on purpose:
 * what is left apart is brought near by letters, see `toSimilarity`.
 */
export function stemWord(word: string, language: string): string {
  const bare = word.normalize('NFD').replace(/[\u0300-\u036F]/g, '').normalize('NFC').replace(/ß/g, 'ss');
  return /^en\b/i.test(language) && /^[a-z]+$/.test(bare) ? stemEnglish(bare) : bare;
}

const HAS_VOWEL = /[aeiouy]/;

function stemEnglish(word: string): string {
  if (word.length < 4) return word;
  let stem = stripPlural(word);
  stem = strip(stem, 'ing') ?? strip(stem, 'ed') ?? strip(stem, 'ly') ?? stem;
  if (stem.length > 3 && stem.endsWith('e')) stem = stem.slice(0, -1);
  return stem.length > 3 && stem.endsWith('y') ? `${stem.slice(0, -1)}i` : stem;
}

function stripPlural(word: string): string {
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:ss|x|z|ch|sh)es$/.test(word)) return word.slice(0, -2);
  return /[^siu]s$/.test(word) ? word.slice(0, -1) : word;
}

/** The word without the ending when enough is left; “stopped” also loses the doubled letter. */
function strip(word: string, ending: string): string | null {
  if (!word.endsWith(ending)) return null;
  const rest = word.slice(0, -ending.length);
  if (rest.length < 3 || !HAS_VOWEL.test(rest)) return null;
  return /([bdgmnprt])\1$/.test(rest) ? rest.slice(0, -1) : rest;
}
