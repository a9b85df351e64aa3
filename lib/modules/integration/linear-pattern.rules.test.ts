import { describe, expect, test } from 'vitest';
import { compileLinearPattern } from './linear-pattern.rules';

function matches(pattern: string, text: string, isSearch = false): boolean | null {
  return compileLinearPattern(pattern)?.test(text, isSearch) ?? null;
}

describe('a pattern matches as JavaScript’s engine would', () => {
  const patterns = [
    '', 'a', 'ab|cd', 'a*', 'a+b', 'a?b?', '(ab)*c', '(a|b)+', 'a{2}', 'a{2,}', 'a{1,3}', '(a{2}){2}', '(a|ab)(c|bcd)(d*)', '[a-c]+', '[^a-c]',
    '.b', '\\.', '\\d+', '\\p{L}+', '\\P{L}', '[\\-a]', '\\-', '^a', 'a$', '(^a|b$)', '(a*)*', '(a?){3}b', 'ä|🚀.', '\\n', 'a{0}b', '()b', 'a||b',
  ];
  const texts = ['', 'a', 'b', 'ab', 'abc', 'abcd', 'aaa', 'aaaa', 'cd', 'c', 'xab', 'ab\n', '12', '.', '-', 'ä', '🚀x', 'bab', '\n'];
  test.each(patterns)('%s', (pattern) => {
    const anchored = new RegExp(`^(?:${pattern.replaceAll('\\-', '\\x2d')})$`, 'u');
    const loose = new RegExp(pattern.replaceAll('\\-', '\\x2d'), 'u');
    for (const text of texts) {
      expect([text, matches(pattern, text)]).toEqual([text, anchored.test(text)]);
      expect([text, matches(pattern, text, true)]).toEqual([text, loose.test(text)]);
    }
  });
});

test.each(['(', ')', '[', '[]', '*', 'a**', 'a{2,1}', '\\q', '\\', '(?:a)', '(?=a)', '\\1', 'a{99999}', '((((a{50}){50}){50}){50})', '('.repeat(5000), '{', ']'])(
  'is no pattern: %s',
  (pattern) => {
    expect(compileLinearPattern(pattern)).toBeNull();
  },
);

test('a pattern that makes other engines backtrack forever is answered', () => {
  expect(matches('(a+)+(a+)+(a|aa)*b', 'a'.repeat(20_000))).toBe(false);
});
