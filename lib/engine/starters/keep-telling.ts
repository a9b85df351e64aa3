import type { PatternInput } from '@/lib/engine/patterns/match-pattern';
import type { Dialog } from '@/lib/engine/program/dialog.schema';
import { listWords } from '@/lib/engine/text/list-words';
import { normalizeText } from '@/lib/engine/text/normalize-text';
import type { StarterAttempt } from './starter-result';

/** Traces are kept with every turn, so a bot of hundreds of dialogs must not fill them with the same words. */
const MISS_COUNT_MAX = 40;
const WORD_LENGTH_MIN = 3;
const WORD_COUNT_MAX = 20;

/**
 * The dialogs worth telling about: all, or beyond 40 those that did fit or were excluded, and the first 40 others with a word
 * of the utterance in a pattern. The order stays.
 */
export function keepTelling(tried: readonly Dialog[], attempts: ReadonlyMap<Dialog, StarterAttempt>, { text }: PatternInput): readonly Dialog[] {
  if (tried.length <= MISS_COUNT_MAX) return tried;
  const words = listWords(text).slice(0, WORD_COUNT_MAX).map((word) => word.text).filter((word) => word.length >= WORD_LENGTH_MIN);
  let missCount = 0;
  return tried.filter((dialog) => {
    if (attempts.has(dialog)) return true;
    if (missCount >= MISS_COUNT_MAX || !hasAnyWord(dialog, words)) return false;
    missCount += 1;
    return true;
  });
}

function hasAnyWord({ starter }: Dialog, words: readonly string[]): boolean {
  const patterns = normalizeText(starter.patterns.join('\n'));
  return words.some((word) => patterns.includes(word));
}
