import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fitsExcludeKeyword } from './exclude-keyword';
import { findPatternProblem, matchesPattern, toPatternInput } from './match-pattern';

describe('the whole input has to fit', () => {
  test.each([
    ['hello', 'hello', true],
    ['hello', 'hello there', false],
    ['hello', 'well hello', false],
    ['HELLO', 'hello', true],
    ['hello', '  HeLLo  ', true],
    ['good morning', 'good    morning', true],
    ['good   morning', 'good morning', true],
    ['good morning', 'goodmorning', false],
    ['*home*', 'homes', true],
    ['*home*', 'home run', true],
    ['*home*', 'take me home', true],
    ['*home*', 'house', false],
    ['*', '', true],
    ['*', 'anything at all', true],
    ['**', 'anything', true],
    ['hello|hi', 'hi', true],
    ['hello|hi', 'helo', false],
    ['hello|hi', 'hellohi', false],
    ['(thank(|s)|thank you)*', 'thank', true],
    ['(thank(|s)|thank you)*', 'thanks a lot', true],
    ['(thank(|s)|thank you)*', 'thank you so much', true],
    ['(thank(|s)|thank you)*', 'than', false],
    ['* (some|a pair of) (headphones|earbuds)*', 'i want a pair of headphones please', true],
    ['* (some|a pair of) (headphones|earbuds)*', 'some earbuds', true],
    ['* (some|a pair of) (headphones|earbuds)*', 'i want headphones', false],
    ['* (some|a pair of) (headphones|earbuds)*', 'handsome earbuds', false],
    ['(|please) help (|me)', 'help', true],
    ['(|please) help (|me)', 'please help me', true],
    ['help (|please) me', 'help me', true],
    ['help (|please) me', 'helpme', false],
    ['a (|) (|) b', 'a b', true],
    ['()', '', true],
    ['()', 'a', false],
    ['a||b', '', true],
    ['((((a))))', 'a', true],
    ['größe *', 'GRÖSSE 3', false],
    ['größe *', 'GRÖßE 3', true],
    ['*δρόμος', 'ΔΡΌΜΟΣ', true],
    ['👍', '👍', true],
    ['*余额*', '查询余额吧', true],
  ])('%j on %j: %s', (pattern, input, fits) => {
    expect(matchesPattern(pattern, input)).toBe(fits);
  });
});

describe('marks at the end of a sentence', () => {
  test.each([
    ['hello', 'Hello!', true],
    ['hello', 'hello ?!', true],
    ['how are you', '¿How are you?', true],
    ['hello?', 'hello?', true],
    ['hello?', 'hello', false],
    ['hello!*', 'hello', false],
    ['hi*', 'hi!', true],
    ['a.b', 'a.b', true],
    ['a b', 'a, b', false],
    ['?', '?', true],
    ['hello', '!', false],
    ['*', '...', true],
    ['你好', '你好。', true],
  ])('%j on %j: %s', (pattern, input, fits) => {
    expect(matchesPattern(pattern, input)).toBe(fits);
  });
});

describe('a pattern with a problem fits nothing and says what to do', () => {
  test.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['(hello', 'never closed'],
    ['(a|(b)', 'never closed'],
    ['hello)', 'no opening one'],
    [')(', 'no opening one'],
    ['('.repeat(60) + ')'.repeat(60), 'deep'],
    ['a'.repeat(5_000), 'longer than'],
  ])('%j', (pattern, words) => {
    expect(findPatternProblem(pattern)).toContain(words);
    expect(matchesPattern(pattern, pattern)).toBe(false);
    expect(matchesPattern(pattern, '')).toBe(false);
  });

  test('a good pattern has none', () => {
    expect(findPatternProblem('(thank(|s)|thank you)*')).toBeNull();
  });
});

describe('an exclude keyword', () => {
  test.each([
    ['cancel', 'please cancel it', true],
    ['cancel', 'cancellation', false],
    ['not now', 'NOT  now!', true],
    ['*cancel*', 'cancellation', true],
    ['cancel*', 'please cancel', false],
    ['(stop|end)', 'stop', true],
    ['(stop|end)', 'stop it', false],
    ['', 'anything', false],
  ])('%j excludes %j: %s', (keyword, input, excludes) => {
    expect(fitsExcludeKeyword(keyword, toPatternInput(input))).toBe(excludes);
  });
});

/** Every text that a pattern can produce, `*` standing for each of some texts: slow, and plain enough to be right. */
function listProductions(pattern: string, fillings: readonly string[]): string[] {
  let at = 0;
  const readAlternatives = (): string[] => {
    let all = readSequence();
    while (pattern[at] === '|') {
      at += 1;
      all = [...all, ...readSequence()];
    }
    return all;
  };
  const readSequence = (): string[] => {
    let texts = [''];
    while (at < pattern.length && pattern[at] !== '|' && pattern[at] !== ')') {
      let ends: readonly string[] = [pattern[at] ?? ''];
      at += 1;
      if (ends[0] === '*') ends = fillings;
      if (ends[0] === '(') {
        ends = readAlternatives();
        at += 1;
      }
      texts = [...new Set(texts.flatMap((text) => ends.map((end) => text + end)))];
    }
    return texts;
  };
  return readAlternatives();
}

const squeeze = (text: string) => text.replace(/ +/g, ' ').trim();

const patterns = fc
  .letrec<{ pattern: string; sequence: string; item: string }>((tie) => ({
    pattern: fc.array(tie('sequence'), { minLength: 1, maxLength: 2 }).map((parts) => parts.join('|')),
    sequence: fc.array(tie('item'), { maxLength: 3 }).map((parts) => parts.join('')),
    item: fc.oneof({ depthSize: 'small', withCrossShrink: true }, fc.constantFrom('a', 'b', ' ', '*'), tie('pattern').map((inner) => `(${inner})`)),
  }))
  .pattern.filter((pattern) => pattern.trim() !== '' && (pattern.match(/\*/g) ?? []).length <= 3);

test('on every small pattern and input the automaton agrees with a plain enumeration', () => {
  fc.assert(
    fc.property(patterns, fc.string({ unit: fc.constantFrom('a', 'b', ' '), maxLength: 4 }), (pattern, input) => {
      // A star needs to stand for no more than a piece of the input, with blanks kept as they are.
      const text = squeeze(input);
      const fillings = new Set(['']);
      for (let start = 0; start < text.length; start += 1) for (let end = start + 1; end <= text.length; end += 1) fillings.add(text.slice(start, end));
      const expected = listProductions(pattern, [...fillings]).some((production) => squeeze(production) === text);
      expect(matchesPattern(pattern, input)).toBe(expected);
    }),
    { numRuns: 3_000 },
  );
});

describe('no pattern and no input makes it slow', () => {
  test.each([
    ['many stars', '*a'.repeat(400)],
    ['nested choices', '('.repeat(40) + 'a' + '|a)'.repeat(40)],
    ['exponentially many sets of states', `*a${'(a|b)'.repeat(150)}`],
    ['empty alternatives', '(|a)'.repeat(240) + 'a'.repeat(30)],
    ['stars in choices', '(*a|*b)'.repeat(120)],
    ['blanks and nothing', '( |)'.repeat(240) + 'a'],
  ])('%s', (_, pattern) => {
    const inputs = ['a'.repeat(20_000), 'ab'.repeat(10_000), 'a '.repeat(10_000), `${'a'.repeat(20_000)}c`];
    const startedAt = performance.now();
    for (const input of inputs) matchesPattern(pattern, input);
    // Linear: four inputs of 20,000 characters take some 10 ms to 1 s; backtracking would take years.
    expect(performance.now() - startedAt).toBeLessThan(10_000);
  });
});

test('an input of many marks before a letter is read in linear time: quadratic work would run into the time limit of the test', () => {
  expect(matchesPattern('hello', `${'.'.repeat(300_000)}x`)).toBe(false);
});
