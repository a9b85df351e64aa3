/** Similarities and the scores that they come to, found with the test set in `score-intents.test.ts`; in between in proportion. */
const CURVE: readonly (readonly [similarity: number, score: number])[] = [
  [0, 0],
  [0.3, 20],
  [0.4, 35],
  [0.5, 52],
  [0.6, 66],
  [0.75, 82],
  [1, 99],
];

/** A similarity from 0 to 1 as a score from 0 to 99, with one decimal. */
export function toScore(similarity: number): number {
  for (let index = 1; index < CURVE.length; index += 1) {
    const [from, low] = CURVE[index - 1] ?? [0, 0];
    const [to, high] = CURVE[index] ?? [1, 99];
    if (similarity <= to) return Math.round((low + ((high - low) * (similarity - from)) / (to - from)) * 10) / 10;
  }
  return 99;
}
