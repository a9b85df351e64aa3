/** The groups of three letters of a word with its ends marked: “card” gives ‹ca, car, ard, rd›. */
export function listGrams(word: string): string[] {
  const marked = [...`‹${word}›`];
  const grams = new Set<string>();
  for (let index = 0; index + 3 <= marked.length; index += 1) grams.add(marked.slice(index, index + 3).join(''));
  return [...grams];
}

/**
 * A word and what is left of it without each of its letters: words that one slip of the pen parts have one of these in common,
 * even where they share no group of three letters (“card”, “crad”). None for words too short or long for that.
 */
export function listRemnants(word: string): string[] {
  if (word.length < 3 || word.length > 8) return [];
  return [...new Set([word, ...Array.from(word, (_, index) => word.slice(0, index) + word.slice(index + 1))])];
}

/** Letters that differ from which a word is thought misspelt: one from 4 letters on, two from 7. */
function toEditMax(length: number): number {
  return length < 4 ? 0 : length < 7 ? 1 : 2;
}

/**
 * How near two different words are by their letters (Dice on groups of three), from 0 to 1: brings together what inflection,
 * derivation and composition keep apart. Numbers are never near each other.
 */
export function toGramSimilarity(a: string, b: string, sharedGramCount: number): number {
  return hasDigit(a) || hasDigit(b) ? 0 : (2 * sharedGramCount) / (a.length + b.length);
}

/** What a word counts for one that begins or ends with it, as “Terminvereinbarung” with “Termin”; from 5 letters on. */
export function toPartSimilarity(a: string, b: string): number {
  const [part, whole] = a.length < b.length ? [a, b] : [b, a];
  return part.length >= 5 && (whole.startsWith(part) || whole.endsWith(part)) ? 0.6 : 0;
}

/** How near two words are if one is a slip of the pen for the other: each letter added, left out, changed, or two swapped, costs its part of the word. */
export function toSlipSimilarity(a: string, b: string): number {
  if (hasDigit(a) || hasDigit(b)) return 0;
  const editMax = toEditMax(Math.min(a.length, b.length));
  if (Math.abs(a.length - b.length) > editMax) return 0;
  const edits = countEdits(a, b);
  return edits <= editMax ? 1 - edits / Math.max(a.length, b.length) : 0;
}

function hasDigit(word: string): boolean {
  return /\p{N}/u.test(word);
}

/** Optimal string alignment distance: Levenshtein with swaps of neighbours as one edit. */
function countEdits(a: string, b: string): number {
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      let edits = Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (above[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) edits = Math.min(edits, (before[j - 2] ?? 0) + 1);
      row.push(edits);
    }
    before = above;
    above = row;
  }
  return above[b.length] ?? 0;
}
