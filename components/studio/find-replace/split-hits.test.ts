import { expect, test } from 'vitest';

import { splitHits } from '@/components/studio/find-replace/split-hits';

test.each([
  ['every hit is marked', 'a Card, the card', 'card', false, ['a ', '[Card]', ', the ', '[card]']],
  ['case counts when it is to', 'a Card, the card', 'card', true, ['a Card, the ', '[card]']],
  ['signs stand for themselves', 'f(x) and f(y)', 'f(x)', true, ['[f(x)]', ' and f(y)']],
  ['nothing looked for marks nothing', 'abc', ' ', false, ['abc']],
])('%s', (_, excerpt, words, matchesCase, expected) => {
  expect(splitHits(excerpt, words, matchesCase).map(({ text, isHit }) => (isHit ? `[${text}]` : text))).toEqual(expected);
});
