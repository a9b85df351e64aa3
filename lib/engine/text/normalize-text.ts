/** Invisible characters that pasted text brings along: soft hyphen, zero-width characters, direction marks, byte order mark. */
const INVISIBLE = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/g;
// Control characters are blanks to whoever reads the text.
const BLANKS = /[\s\u0000-\u001F\u007F]+/g;

/**
 * A text as it is compared everywhere: case, outer blanks and repeated blanks don't count, one character has one spelling
 * (Unicode compatibility form; curly apostrophes as straight ones), invisible characters are dropped. Punctuation and accents stay.
 * Idempotent; independent of the machine's language.
 */
export function normalizeText(text: string): string {
  // Lower case can put characters apart that belong together (İ), and compose others: hence once more.
  return cleanText(text).toLowerCase().replace(/ς/g, 'σ').normalize('NFKC');
}

/** As `normalizeText`, in the letters that were typed: for showing what was found. */
export function cleanText(text: string): string {
  return text.normalize('NFKC').replace(INVISIBLE, '').replace(/[‘’ʼ]/g, "'").replace(BLANKS, ' ').normalize('NFKC').trim();
}
