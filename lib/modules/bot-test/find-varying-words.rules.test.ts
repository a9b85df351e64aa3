import { expect, it } from 'vitest';
import { findVaryingWords } from './find-varying-words.rules';

const word = { differs: 'word' };
const words = { differs: 'words' };

it.each([
  [['Good morning!'], ['Good ', 'morning!']],
  [['Good morning! I am here.', 'Good evening! I am here.'], ['Good ', word, 'I ', 'am ', 'here.']],
  [['We are open today.', 'We are open.'], ['We ', 'are ', words]],
  [['It is late, sleep well.', 'It is very late, sleep well.'], ['It ', 'is ', words, 'late, ', 'sleep ', 'well.']],
  [['a a', 'a a a'], ['a ', words, 'a']],
  [['yes', 'no way'], [words]],
])('what %j have in common is %j', (texts, expected) => {
  expect(findVaryingWords(texts)).toEqual(expected);
});
