import { expect, it } from 'vitest';
import { describeTries } from './run-outcome.rules';

it.each([
  ['', [null]],
  ['Tried 2 times.', [0, null]],
  ['Tried 3 times, waited 3.2 s in between.', [1_000, 2_200, null]],
])('says how often a call was tried: %s', (words, waits) => {
  expect(describeTries(waits.map((waitMs) => ({ waitMs })))).toBe(words);
});
