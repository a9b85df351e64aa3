import { isUnspaced, listWords } from '@/lib/engine/text/list-words';
import { getFunctionWords } from './function-words';
import { stemWord } from './stem-word';

/** What a text is compared by. */
export interface Term {
  /** A stem; `@name` for an entity; two characters side by side in scripts without blanks. */
  name: string;
  isFunctionWord: boolean;
}

/** A text beyond so many words is read to there. */
const WORD_COUNT_MAX = 200;

const NEGATIONS: Record<string, string> = { "can't": 'can not', "won't": 'will not' };
const ENDING = /'(?:s|m|d|ll|re|ve)$/;

/**
 * The terms of a normalised text, each once. In English contractions count as their words (“isn't”: is, not).
 * @param entityNames normalised names; `@name` counts as an entity when it is one of these
 */
export function listTerms(text: string, { language, entityNames }: { language: string; entityNames: ReadonlySet<string> }): Term[] {
  const functionWords = getFunctionWords(language);
  const terms = new Map<string, Term>();
  const add = (name: string, isFunctionWord: boolean) => void terms.set(name, { name, isFunctionWord });
  let before = '';
  for (const word of splitEntities(text, entityNames).slice(0, WORD_COUNT_MAX)) {
    if (word.startsWith('@')) add(word, false);
    else if (isUnspaced(word)) {
      add(word, false);
      if (isUnspaced(before)) add(before + word, false);
    } else {
      for (const part of splitContraction(word, language)) add(stemWord(part, language), functionWords.has(stemWord(part, '')));
    }
    before = word;
  }
  return [...terms.values()];
}

/** The words of a text in order; entities as `@name`. */
export function splitEntities(text: string, entityNames: ReadonlySet<string>): string[] {
  const pieces = text.split(/(@[\p{L}\p{N}_-]+)/u);
  return pieces.flatMap((piece) => (piece.startsWith('@') && entityNames.has(piece.slice(1)) ? [piece] : listWords(piece).map((word) => word.text)));
}

function splitContraction(word: string, language: string): string[] {
  if (!word.includes("'")) return [word];
  if (!/^en\b/i.test(language)) return word.split("'").filter((part) => part !== '');
  const spelled = NEGATIONS[word] ?? word.replace(/n't$/, ' not').replace(ENDING, '').replace(/'/g, '');
  return spelled.split(' ');
}
