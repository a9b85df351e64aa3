import type { CommandWords } from './shell-words.rules';

/**
 * Whether a command was written for Windows' cmd.exe, as browsers copy it with “Copy as cURL (cmd)”: a caret escapes
 * the line's end or a quotation mark.
 */
export function isWindowsCommand(text: string): boolean {
  return (/\^[ \t]*\r?\n/.test(text) || /[\s=]\^"/.test(text)) && !/\\\r?\n/.test(text);
}

/**
 * Splits one command the way cmd.exe and then the C runtime's argument parser do; ends at an unquoted `|`, `&` or line end.
 * Where quotation marks are escaped by carets, as Chromium copies them, a doubled backslash is one backslash: Chromium
 * doubles every one, and the runtime would undouble only those before a quotation mark.
 * Source: Microsoft, “Parsing C command-line arguments”; Chromium DevTools, network log, `escapeStringWin`.
 */
export function splitWindowsCommand(text: string): CommandWords {
  const plainText = text.replaceAll('\r\n', '\n').replaceAll(/\^[ \t]+\n/g, '^\n').trim();
  return splitArguments(undoCarets(plainText), plainText.includes('^"'));
}

/** First stage, cmd.exe: `^x` is x, `^` at a line's end joins the lines, nothing is special inside quotation marks. */
function undoCarets(text: string): string {
  let result = '';
  let isQuoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at] ?? '';
    if (letter === '"') isQuoted = !isQuoted;
    if (!isQuoted && /[|&\n]/.test(letter)) break;
    if (isQuoted || letter !== '^') {
      result += letter;
      continue;
    }
    // A line end after a caret vanishes; the character after it is taken as it is, even another line end.
    at += text[at + 1] === '\n' ? 2 : 1;
    result += text[at] ?? '';
  }
  return result;
}

/** Second stage, the C runtime: words stand between blanks, quotation marks group, `\"` and `""` are a quotation mark. */
function splitArguments(line: string, areBackslashesDoubled: boolean): CommandWords {
  const words: string[] = [];
  let word: string | null = null;
  let isQuoted = false;
  for (let at = 0; at < line.length; at += 1) {
    const rest = line.slice(at, at + 2);
    if (rest === '\\"' || (isQuoted && rest === '""') || (areBackslashesDoubled && rest === '\\\\')) {
      word = `${word ?? ''}${rest[1] ?? ''}`;
      at += 1;
    } else if (rest.startsWith('"')) {
      isQuoted = !isQuoted;
      word ??= '';
    } else if (!isQuoted && /[ \t]/.test(rest.charAt(0))) {
      if (word !== null) words.push(word);
      word = null;
    } else word = `${word ?? ''}${rest.charAt(0)}`;
  }
  if (word !== null) words.push(word);
  return { words, shellReferences: [], unclosedQuote: isQuoted ? '"' : null };
}
