import { describe, expect, test } from 'vitest';

import { completeMention, findEntityMention } from '@/components/studio/understanding/entity-mention';
import { findDuplicatePhrases, findDuplicateValues } from '@/components/studio/understanding/find-duplicates';
import { joinLine, pasteLines, splitLine } from '@/components/studio/understanding/line-edits';
import { intentSchema } from '@/lib/engine/program/understanding.schema';

function toIntents(phrasesById: Record<string, string[]>) {
  return Object.fromEntries(Object.entries(phrasesById).map(([id, phrases]) => [id, intentSchema.parse({ id, name: id.toUpperCase(), phrases })]));
}

describe('duplicates', () => {
  test('a phrase that stands above in the intent, or in another one, is marked', () => {
    const intents = toIntents({ a: ['my balance', 'My  balance?', 'card', 'new'], b: ['Card!'] });
    expect([...findDuplicatePhrases(intents, 'a')]).toEqual([[1, 'Same as line 1'], [2, 'Also in “B”']]);
  });

  test('empty lines are not duplicates of each other', () => {
    expect(findDuplicatePhrases(toIntents({ a: ['', ' ', ''] }), 'a').size).toBe(0);
  });

  test('of values only the part before ~ counts', () => {
    expect([...findDuplicateValues(['giro~A', 'Giro~B', 'giro cash'])]).toEqual([[1, 'Same as line 1']]);
  });
});

describe('lines', () => {
  test.each([
    ['many lines become many phrases', ['ab'], { index: 0, start: 1, end: 1 }, 'x\n\n y \r\nz', ['ax', 'y', 'zb'], { index: 2, caret: 1 }],
    ['one line goes into the line', ['ab'], { index: 0, start: 1, end: 2 }, '  x ', ['ax'], { index: 0, caret: 2 }],
    ['quotation marks around lines are left out', [''], { index: 0, start: 0, end: 0 }, '"a, b"\n"c"', ['a, b', 'c'], { index: 1, caret: 1 }],
  ])('pasted: %s', (_, lines, selection, pasted, expected, focus) => {
    expect(pasteLines(lines, selection, pasted)).toEqual({ lines: expected, focus });
  });

  test('Enter splits and Backspace joins again', () => {
    expect(splitLine(['one', 'two'], { index: 0, start: 1, end: 1 })).toEqual({ lines: ['o', 'ne', 'two'], focus: { index: 1, caret: 0 } });
    expect(joinLine(['o', 'ne', 'two'], 1)).toEqual({ lines: ['one', 'two'], focus: { index: 0, caret: 1 } });
  });
});

describe('mentions of entities', () => {
  test.each([
    ['show @ac', 8, { start: 5, typed: 'ac' }],
    ['@', 1, { start: 0, typed: '' }],
    ['a@b.example', 11, null],
    ['show @ac now', 12, null],
  ])('%s at %i', (text, caret, expected) => {
    expect(findEntityMention(text, caret)).toEqual(expected);
  });

  test('are completed in place', () => {
    expect(completeMention('show @acx now', { start: 5, typed: 'ac' }, 'account')).toEqual({ text: 'show @account now', caret: 13 });
  });
});
