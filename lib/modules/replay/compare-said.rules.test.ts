import { describe, expect, test } from 'vitest';
import { compareSaid } from './compare-said.rules';
import type { Said } from './replay.schema';

const say = (text: string, interactionId = 'i1'): Said => ({ visibility: 'normal', parts: [{ kind: 'text', html: text }], plainText: text, interactionId });
const kinds = (before: Said[], after: Said[]) => compareSaid(before, after).map(({ kind, before: was, after: is }) => `${kind} ${was?.plainText ?? '-'} ${is?.plainText ?? '-'}`);

describe('what is said now beside what was said', () => {
  test.each<[string, string[], string[], string[]]>([
    ['the same', ['a', 'b'], ['a', 'b'], ['same a a', 'same b b']],
    ['another text', ['a', 'b'], ['a', 'c'], ['same a a', 'changed b c']],
    ['one more', ['a'], ['a', 'b'], ['same a a', 'added - b']],
    ['one less at the beginning', ['a', 'b'], ['b'], ['missing a -', 'same b b']],
    ['two for one', ['a', 'b', 'z'], ['c', 'z'], ['changed a c', 'missing b -', 'same z z']],
    ['nothing at all', ['a'], [], ['missing a -']],
  ])('%s', (_, before, after, expected) => {
    expect(kinds(before.map((text) => say(text)), after.map((text) => say(text)))).toEqual(expected);
  });

  test('the same words from another interaction are the same', () => {
    expect(kinds([say('a', 'i1')], [say('a', 'i2')])).toEqual(['same a a']);
  });

  test('the same words, now private, are a change', () => {
    expect(kinds([say('a')], [{ ...say('a'), visibility: 'private' }])).toEqual(['changed a a']);
  });
});
