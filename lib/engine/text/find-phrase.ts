import { isUnspaced } from './list-words';

const WORD_CHARACTER = /^[\p{L}\p{N}\p{M}]/u;

/**
 * Where `phrase` stands in `text` as whole words, from `from` on; -1 for nowhere. Both are normalised. In scripts without
 * blanks every place is a word's boundary.
 */
export function findPhrase(text: string, phrase: string, from = 0): number {
  if (phrase === '') return -1;
  for (let at = text.indexOf(phrase, from); at >= 0; at = text.indexOf(phrase, at + 1)) {
    if (isBoundary(text, at) && isBoundary(text, at + phrase.length)) return at;
  }
  return -1;
}

/** Whether a word may end before `index` and another begin at it. */
export function isBoundary(text: string, index: number): boolean {
  const after = characterAt(text, index);
  const before = characterBefore(text, index);
  return !WORD_CHARACTER.test(after) || !WORD_CHARACTER.test(before) || isUnspaced(after) || isUnspaced(before);
}

function characterAt(text: string, index: number): string {
  const code = text.codePointAt(index);
  return code === undefined ? '' : String.fromCodePoint(code);
}

function characterBefore(text: string, index: number): string {
  const isPair = index >= 2 && /[\uDC00-\uDFFF]/.test(text.charAt(index - 1));
  return text.slice(Math.max(0, index - (isPair ? 2 : 1)), index);
}
