import type { PatternPart } from './parse-pattern';

const NEEDLE_COUNT_MAX = 12;

/**
 * Texts of which every input that fits has at least one, so that most inputs are turned down by a search; empty when there
 * is no such text. Of several possible sets the one with the longest shortest text.
 */
export function listNeedles(parts: readonly PatternPart[]): string[] {
  let best: string[] = [];
  for (const part of parts) {
    const needles = part.kind === 'text' ? [part.text] : part.kind === 'choice' ? joinAlternatives(part.alternatives) : [];
    if (toShortest(needles) > toShortest(best)) best = needles;
  }
  return best;
}

/** One of any alternative, provided that each has some. */
function joinAlternatives(alternatives: readonly PatternPart[][]): string[] {
  const joined: string[] = [];
  for (const alternative of alternatives) {
    const needles = listNeedles(alternative);
    if (needles.length === 0) return [];
    joined.push(...needles);
    if (joined.length > NEEDLE_COUNT_MAX) return [];
  }
  return joined;
}

function toShortest(needles: readonly string[]): number {
  return needles.length === 0 ? 0 : Math.min(...needles.map((needle) => needle.length));
}
