import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanHtml } from './clean-html';
import { decodeEntities } from './decode-entities';
import { splitHtml } from './split-html';

describe('splitHtml', () => {
  test.each([
    ['short text is one piece', 'one two', ['one two']],
    ['words stay whole', 'one two three four', ['one two', 'three', 'four']],
    ['a long word is cut', 'abcdefghijklmnopqrst', ['abcdefgh', 'ijklmnop', 'qrst']],
    ['tags that are open at a cut go on', '<b>one two three</b>', ['<b>one two</b>', '<b>three</b>']],
    ['a character reference counts as one character and is never cut', '&amp;&amp;&amp; &lt;&lt;&lt;&lt;&lt;', ['&amp;&amp;&amp;', '&lt;&lt;&lt;&lt;&lt;']],
  ])('%s', (_, html, pieces) => {
    expect(splitHtml(html, 8)).toEqual(pieces);
  });

  test('no piece is too long, every word stays, and each piece is whole by itself', () => {
    const words = fc.array(fc.constantFrom('word', '<b>', '</b>', ' ', '  ', '<br>', '&amp;', 'longer-than-the-limit', '🙂'), { maxLength: 60 });
    fc.assert(
      fc.property(words, (parts) => {
        const html = cleanHtml(parts.join(''));
        const pieces = splitHtml(html, 12);
        const read = (text: string) => decodeEntities(text.replace(/<[^>]*>/g, ''));
        if (html.length > 12) for (const piece of pieces) expect([...read(piece)].length).toBeLessThanOrEqual(12);
        for (const piece of pieces) expect(cleanHtml(piece)).toBe(piece);
        expect(pieces.map(read).join('').replace(/\s/g, '')).toBe(read(html).replace(/\s/g, ''));
      }),
    );
  });
});
