import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findPhrase } from './find-phrase';
import { listWords } from './list-words';
import { normalizeText } from './normalize-text';

describe('texts that look alike are alike', () => {
  test.each([
    ['  Hello   World ', 'hello world'],
    ['a\n\t\u00A0b', 'a b'],
    ['don’t', "don't"],
    ['ＡＢＣ', 'abc'],
    ['caf\u0065\u0301', 'café'],
    ['pass\u00ADword\u200B', 'password'],
    ['ΟΔΟΣ', 'οδοσ'],
    ['\uFEFF', ''],
    ['Straße', 'straße'],
  ])('%j becomes %j', (text, normal) => {
    expect(normalizeText(text)).toBe(normal);
  });

  test('what is normalised stays as it is, whatever the text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => normalizeText(normalizeText(text)) === normalizeText(text)));
  });
});

describe('words', () => {
  test.each([
    ["don't stop, 24/7!", ["don't", 'stop', '24', '7']],
    ['größe 3', ['größe', '3']],
    ['我的余额 abc', ['我', '的', '余', '额', 'abc']],
    ['हिन्दी', ['हिन्दी']],
    ['ok 👍', ['ok', '👍']],
    ['?!', []],
  ])('of %j', (text, words) => {
    expect(listWords(text).map((word) => word.text)).toEqual(words);
  });

  test.each([
    ['a new card', 'card', 6],
    ['discard a card', 'card', 10],
    ['cards', 'card', -1],
    ['über uns', 'ber', -1],
    ['我的余额', '余额', 2],
    ['c++ now', 'c++', 0],
    ['𝐀card', 'card', -1],
    ['text', '', -1],
  ])('%j has the phrase %j at %i', (text, phrase, at) => {
    expect(findPhrase(text, phrase)).toBe(at);
  });
});
