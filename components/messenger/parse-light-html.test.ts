import { describe, expect, it } from 'vitest';
import { parseLightHtml, type LightNode } from './parse-light-html';

const element = (tag: string, children: unknown[], href: string | null = null) => ({ tag, href, children });

describe('parseLightHtml', () => {
  it.each([
    ['plain text', 'Hello', ['Hello']],
    ['bold and italic', 'a <b>b</b> <i>c</i>', ['a ', element('b', ['b']), ' ', element('i', ['c'])]],
    ['a line break in each spelling', 'a<br>b<br/>c<BR />d', ['a', element('br', []), 'b', element('br', []), 'c', element('br', []), 'd']],
    ['a list without the white space of its source', '<ul>\n <li>a</li>\n</ul>', [element('ul', [element('li', ['a'])])]],
    ['entities', '1 &lt; 2 &amp;&#65;&#x42; &unknown;', ['1 < 2 &AB &unknown;']],
    ['a link', '<a href="https://example.com/?a=1&amp;b=2">x</a>', [element('a', ['x'], 'https://example.com/?a=1&b=2')]],
    ['a phone number', "<a href='tel:+491234'>call</a>", [element('a', ['call'], 'tel:+491234')]],
    ['what only looks like a tag', '1 < 2 and <3', ['1 < 2 and <3']],
    ['a tag never closed', '<b>a', [element('b', ['a'])]],
    ['a tag closed twice', '<b>a</b></b>c', [element('b', ['a']), 'c']],
    ['an unknown tag, whose text stays', '<h1 onclick="x()">Title</h1>', ['Title']],
  ])('reads %s', (_, html, expected) => {
    expect(parseLightHtml(html)).toEqual(expected);
  });

  it.each([
    ['a script', 'a<script>alert(1)</script>b', ['ab']],
    ['a script never closed', 'a<script>alert(1)', ['a']],
    ['a style', '<style>body{display:none}</style>b', ['b']],
    ['a script address', '<a href="javascript:alert(1)">x</a>', [element('a', ['x'])]],
    ['a script address behind entities', '<a href="java&#115;cript:alert(1)">x</a>', [element('a', ['x'])]],
    ['a script address behind a tab', '<a href="java\tscript:alert(1)">x</a>', [element('a', ['x'])]],
    ['a data address', '<a href="data:text/html,x">x</a>', [element('a', ['x'])]],
    ['an event handler', '<b onmouseover="alert(1)">x</b>', [element('b', ['x'])]],
    ['an image with a handler', '<img src=x onerror=alert(1)>', []],
  ])('makes %s harmless', (_, html, expected) => {
    expect(parseLightHtml(html)).toEqual(expected);
  });

  it('flattens nesting that would overflow the page', () => {
    const depthOf = (nodes: LightNode[]): number => 1 + Math.max(0, ...nodes.map((node) => (typeof node === 'string' ? 0 : depthOf(node.children))));
    expect(depthOf(parseLightHtml('<b>'.repeat(10_000)))).toBeLessThan(20);
  });
});
