import { findPhrase } from '@/lib/engine/text/find-phrase';
import { normalizeText } from '@/lib/engine/text/normalize-text';
import { compilePattern, type PatternInput } from './match-pattern';

/**
 * Whether an input is excluded by a keyword. A keyword with `*`, `|` or `( )` is a pattern that the whole input has to fit;
 * plain words exclude every input in which they stand as whole words. Source: conversation-builder reference, section 7.2,
 * which leaves open what “matches” means.
 */
export function fitsExcludeKeyword(keyword: string, input: PatternInput): boolean {
  if (/[*|()]/.test(keyword)) return compilePattern(keyword)?.matches(input) ?? false;
  return findPhrase(input.text, normalizeText(keyword)) >= 0;
}
