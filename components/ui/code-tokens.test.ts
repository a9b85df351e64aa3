import { describe, expect, it } from 'vitest';

import { tokenizeCode, type CodeLanguage } from '@/components/ui/code-tokens';

const kinds = (code: string, language: CodeLanguage) => tokenizeCode(code, language).flatMap(({ kind, text }) => (kind === 'plain' ? [] : [`${kind} ${text}`]));

describe('code is coloured', () => {
  it.each<[CodeLanguage, string, string[]]>([
    ['javascript', "const a = 'b // c'; // d", ['keyword const', "string 'b // c'", 'comment // d']],
    ['javascript', 'x(`${a} || ${b}`, 16)', ['string `${a} || ${b}`', 'number 16']],
    ['python', 'import json # why', ['keyword import', 'comment # why']],
    ['shell', '# first\ncurl "$A" # last', ['comment # first', 'keyword curl', 'string "$A"']],
    ['php', "$a = 'it\\'s';", ["string 'it\\'s'"]],
    ['java', 'String s = "a\\"b";', ['keyword String', 'string "a\\"b"']],
    ['html', '<p id="a">text</p>', ['name <p', 'name id', 'string "a"', 'name </p']],
    ['html', '<script type="module">const a = 1;</script>', ['name <script', 'name type', 'string "module"', 'keyword const', 'number 1', 'name </script']],
  ])('of %s: %s', (language, code, expected) => {
    expect(kinds(code, language).filter((word) => word !== 'name >')).toEqual(expected);
  });

  it.each<CodeLanguage>(['html', 'javascript', 'python', 'shell', 'php', 'java'])('and stays the same, letter for letter, as %s', (language) => {
    const code = 'a "unclosed\n\'x` <b c="d"> </script> # $é // <!-- \\ 1.5';
    expect(tokenizeCode(code, language).map(({ text }) => text).join('')).toBe(code);
  });
});
