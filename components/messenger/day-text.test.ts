import { describe, expect, it } from 'vitest';
import { words } from './words/en';
import { dayText } from './day-text';

const now = new Date(2026, 2, 30, 9);

describe('dayText', () => {
  it.each([
    ['today', new Date(2026, 2, 30, 0, 0, 1), 'en', 'Today'],
    ['yesterday, over the change to summer time', new Date(2026, 2, 29, 0, 30), 'en', 'Yesterday'],
    ['a day of this year', new Date(2026, 2, 20), 'en', 'Friday, March 20'],
    ['a day of another year', new Date(2025, 11, 31), 'en', 'Wednesday, December 31, 2025'],
    ['a day in another language', new Date(2026, 2, 20), 'de', 'Freitag, 20. März'],
  ])('names %s', (_, at, language, expected) => {
    expect(dayText(at, now, { words, language })).toBe(expected);
  });
});
