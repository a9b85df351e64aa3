/** The words of one command, after quoting was undone. */
export interface CommandWords {
  words: string[];
  /** Shell variables and command substitutions met outside single quotes, as written: nobody here can fill them in. */
  shellReferences: string[];
  /** The quotation mark that is never closed, if there is one. */
  unclosedQuote: string | null;
}

/**
 * Splits the first command whose words satisfy `isWanted` the way a POSIX shell (and bash's `$'…'`) does. Pipes, later
 * commands, redirections and comments are left out; variables stay as text. A line that begins with `-` continues the
 * command even where the backslash before it was lost in copying. Null when no command is wanted.
 * Source: POSIX.1-2024, Shell Command Language, section 2.2; Bash manual, section 3.1.2.4.
 */
export function splitShellCommand(text: string, isWanted: (words: string[]) => boolean): CommandWords | null {
  // A prompt copied with the continuation line would be taken for a redirection.
  const plainText = text.replaceAll('\r\n', '\n').replaceAll(/\\\n>[ \t]+/g, '\\\n');
  const scan: Scan = { text: plainText, at: 0, shellReferences: new Set(), unclosedQuote: null };
  while (scan.at < scan.text.length) {
    scan.shellReferences.clear();
    const words = readCommand(scan);
    if (isWanted(words)) return { words, shellReferences: [...scan.shellReferences], unclosedQuote: scan.unclosedQuote };
  }
  return null;
}

interface Scan {
  text: string;
  at: number;
  shellReferences: Set<string>;
  unclosedQuote: string | null;
}

const REFERENCE = /\$(?:[A-Za-z_]\w*|\{\w+\}|\([^()]*\))|`[^`]*`/y;

function readCommand(scan: Scan): string[] {
  const words: string[] = [];
  while (scan.at < scan.text.length) {
    if (skip(scan, /[^\S\n]+|\\[ \t]*\n|#[^\n]*/y)) continue;
    if (skip(scan, /\n(?!\s*(?:-|https?:\/\/))|[|;&()]+/y)) {
      if (words.length > 0) break;
      continue;
    }
    if (skip(scan, /\n/y)) continue;
    if (skip(scan, /\d?(?:<<<?-?|>>|>&|<&|[<>])&?[ \t]*/y)) {
      readWord(scan);
      continue;
    }
    words.push(readWord(scan));
  }
  return words;
}

function readWord(scan: Scan): string {
  let word = '';
  while (scan.at < scan.text.length && !isWordEnd(scan, word)) word += readPiece(scan);
  return word;
}

function readPiece(scan: Scan): string {
  const { text, at } = scan;
  const letter = text[at] ?? '';
  if (letter === "'") return readQuoted(scan, /'([^']*)'/y, (inner) => inner);
  if (letter === '$' && text[at + 1] === "'") return readQuoted(scan, /\$'((?:[^'\\]|\\[^])*)'/y, decodeAnsiC);
  if (letter === '"' || (letter === '$' && text[at + 1] === '"')) return readDoubleQuoted(scan);
  if (letter === '\\') {
    scan.at += 2;
    return text[at + 1] === '\n' ? '' : (text[at + 1] ?? '');
  }
  return readReference(scan) ?? readLetter(scan);
}

function readQuoted(scan: Scan, pattern: RegExp, decode: (inner: string) => string): string {
  pattern.lastIndex = scan.at;
  const match = pattern.exec(scan.text);
  if (!match) {
    scan.unclosedQuote = scan.text[scan.at] === '$' ? "$'" : "'";
    scan.at = scan.text.length;
    return '';
  }
  scan.at = pattern.lastIndex;
  return decode(match[1] ?? '');
}

function readDoubleQuoted(scan: Scan): string {
  let word = '';
  scan.at += scan.text[scan.at] === '$' ? 2 : 1;
  while (scan.at < scan.text.length) {
    const letter = scan.text[scan.at] ?? '';
    const next = scan.text[scan.at + 1] ?? '';
    if (letter === '"') {
      scan.at += 1;
      return word;
    }
    if (letter === '\\' && '"\\$`\n'.includes(next) && next !== '') {
      word += next === '\n' ? '' : next;
      scan.at += 2;
    } else word += readReference(scan) ?? readLetter(scan);
  }
  scan.unclosedQuote = '"';
  return word;
}

/** Takes a shell variable or substitution as text and remembers it; `{$name}` is one of our own variables. */
function readReference(scan: Scan): string | null {
  REFERENCE.lastIndex = scan.at;
  const reference = scan.text[scan.at - 1] === '{' ? undefined : REFERENCE.exec(scan.text)?.[0];
  if (!reference) return null;
  scan.shellReferences.add(reference);
  scan.at += reference.length;
  return reference;
}

function readLetter(scan: Scan): string {
  scan.at += 1;
  return scan.text[scan.at - 1] ?? '';
}

function isWordEnd(scan: Scan, word: string): boolean {
  const letter = scan.text[scan.at] ?? '';
  // An address pasted without quotes: its “&” is meant as part of it, whatever a shell would do.
  if (letter === '&' && /^(--url=)?(https?:|\{)/i.test(word)) return /^&(&|\s|$)/.test(scan.text.slice(scan.at, scan.at + 2));
  return /[\s|;&<>()]/.test(letter);
}

function skip(scan: Scan, pattern: RegExp): boolean {
  pattern.lastIndex = scan.at;
  if (!pattern.test(scan.text)) return false;
  scan.at = pattern.lastIndex;
  return true;
}

const CONTROL_BY_LETTER: Record<string, string> = { a: '\x07', b: '\b', e: '\x1b', E: '\x1b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' };

/** Undoes the escapes of `$'…'`. Neighbouring byte escapes are read together, as UTF-8. */
function decodeAnsiC(inner: string): string {
  return inner.replace(/(?:\\x[\da-fA-F]{1,2}|\\[0-7]{1,3})+|\\u[\da-fA-F]{1,4}|\\U[\da-fA-F]{1,8}|\\c[^]|\\[^]/g, decodeEscape);
}

function decodeEscape(escape: string): string {
  const letter = escape.charAt(1);
  const rest = escape.slice(2);
  if (/^\\(?:[0-7]|x.)/.test(escape)) return decodeBytes(escape);
  if (/[uU]/.test(letter) && rest !== '') return decodeCodePoint(rest);
  if (letter === 'c' && rest !== '') return String.fromCharCode(rest.toUpperCase().charCodeAt(0) & 0x1f);
  return /[\\'"?]/.test(letter) ? letter : (CONTROL_BY_LETTER[letter] ?? escape);
}

function decodeBytes(escapes: string): string {
  const values = [...escapes.matchAll(/\\x([\da-f]{1,2})|\\([0-7]{1,3})/gi)].map(([, hex, octal]) =>
    hex === undefined ? Number.parseInt(octal ?? '0', 8) & 0xff : Number.parseInt(hex, 16),
  );
  return new TextDecoder().decode(Uint8Array.from(values));
}

function decodeCodePoint(digits: string): string {
  const value = Number.parseInt(digits, 16);
  // Halves of a surrogate pair come one after the other and join by themselves.
  return value <= 0xffff ? String.fromCharCode(value) : value <= 0x10ffff ? String.fromCodePoint(value) : '\uFFFD';
}
