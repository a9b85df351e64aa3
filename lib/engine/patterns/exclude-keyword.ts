import { normalizeText } from '@/lib/engine/text/normalize-text';
import { compilePattern, type PatternInput } from './match-pattern';

/**
 * Whether an input is excluded by a keyword. A keyword with `*`, `|` or `( )` is a pattern that the whole input has to fit;
 * plain words exclude every input in which they stand as whole words. Source: conversation-builder reference, section 7.2,
 * which leaves open what “matches” means.
 */
export function fitsExcludeKeyword(keyword: string, input: PatternInput): boolean {
  if (/[*|()]/.test(keyword)) return compilePattern(keyword)?.matches(input) ?? false;
  const wanted = normalizeText(keyword);
  if (wanted === '') return false;
  for (let at = input.text.indexOf(wanted); at >= 0; at = input.text.indexOf(wanted, at + 1)) {
    if (!isInsideWord(input.text, at) && !isInsideWord(input.text, at + wanted.length)) return true;
  }
  return false;
}

/** Whether the place before `index` and the one at it belong to the same word. */
function isInsideWord(text: string, index: number): boolean {
  return /^[\p{L}\p{N}]\p{M}*[\p{L}\p{N}]$/u.test([...text.slice(Math.max(0, index - 2), index)].slice(-1).join('') + String.fromCodePoint(text.codePointAt(index) ?? 0x20));
}
