/** A word of a text and where it stands. */
export interface Word {
  text: string;
  start: number;
  end: number;
}

/** Scripts written without blanks between words; each of their characters counts as a word. */
const UNSPACED = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}ー';
const WORD = new RegExp(`[${UNSPACED}]\\p{M}*|(?:(?![${UNSPACED}])[\\p{L}\\p{N}]\\p{M}*)+(?:'(?:(?![${UNSPACED}])[\\p{L}]\\p{M}*)+)*|\\p{Extended_Pictographic}`, 'gu');
const IS_UNSPACED = new RegExp(`^[${UNSPACED}]`, 'u');

/**
 * The words of a normalised text in order: letters and digits with their marks and inner apostrophes (“don't”), emoji, and
 * single characters of scripts without blanks. Everything else stands between words.
 */
export function listWords(text: string): Word[] {
  return Array.from(text.matchAll(WORD), (match) => ({ text: match[0], start: match.index, end: match.index + match[0].length }));
}

/** Whether a word belongs to a script without blanks. */
export function isUnspaced(word: string): boolean {
  return IS_UNSPACED.test(word);
}
