/** A text of which parts may differ: words that stay, one word that differs, any words that differ. */
export type LooseText = readonly (string | { differs: 'word' | 'words' })[];

/**
 * What one text has in common over several ways in which it was said. Word by word where all have as many words; otherwise what they
 * begin and end with.
 * @param texts the same message, at least once; the first is the one that is kept where all agree
 */
export function findVaryingWords(texts: readonly string[]): LooseText {
  const [first = [], ...others] = texts.map((text) => text.split(/(?<=\s)(?=\S)/));
  if (others.every((other) => other.length === first.length)) {
    return first.map((word, index) => (others.every((other) => other[index] === word) ? word : { differs: 'word' }));
  }
  const all = [first, ...others];
  const shortest = Math.min(...all.map(({ length }) => length));
  const startCount = countCommon(all, shortest, (words, index) => words[index]);
  const endCount = countCommon(all, shortest - startCount, (words, index) => words.at(-1 - index));
  return [...first.slice(0, startCount), { differs: 'words' }, ...first.slice(first.length - endCount)];
}

function countCommon(all: readonly string[][], countMax: number, wordAt: (words: string[], index: number) => string | undefined): number {
  const [first = []] = all;
  let count = 0;
  while (count < countMax && all.every((words) => wordAt(words, count) === wordAt(first, count))) count += 1;
  return count;
}
