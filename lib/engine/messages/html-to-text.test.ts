import { expect, test } from 'vitest';
import { htmlToText } from './html-to-text';

test.each([
  ['<b>Hi</b> &lt;you&gt; &amp; me', 'Hi <you> & me'],
  ['a<br>b<p>c</p><p>d</p>', 'a\nbc\nd'],
  ['Choose:<ul><li>a</li><li>b</li></ul>', 'Choose:\n• a\n• b'],
  ['<ol><li>a</li><li>b</li></ol>end', '1. a\n2. b\nend'],
  ['<a href="https://x.y/z">Our page</a>', 'Our page (https://x.y/z)'],
  ['<a href="https://x.y">x.y</a>, <a href="tel:+49">+49</a>', 'x.y, +49'],
  ['&unknown; &#0; &#x110000;', '&unknown; &#0; &#x110000;'],
])('%s', (html, text) => {
  expect(htmlToText(html)).toBe(text);
});
