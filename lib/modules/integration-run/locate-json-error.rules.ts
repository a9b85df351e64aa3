/** Where a text stops being JSON. Lines and columns count from 1, columns in characters of the text. */
export interface JsonError {
  line: number;
  column: number;
  /** What was expected there and what was found, as a sentence without its end: `expected a value but found “}”`. */
  problem: string;
}

type Expectation = 'value' | 'value-or-close' | 'key' | 'key-or-close' | 'colon' | 'comma-or-close' | 'nothing';

const WORDS: Record<Expectation, string> = {
  value: 'a value',
  'value-or-close': 'a value or “]”',
  key: 'a name in double quotes',
  'key-or-close': 'a name in double quotes or “}”',
  colon: '“:”',
  'comma-or-close': '“,” or the closing bracket',
  nothing: 'the end',
};

/**
 * Finds the first place that breaks the grammar of JSON; null for a valid text. For messages: whether a text is valid is decided
 * by `JSON.parse`, whose own messages say where only in some engines. Source: RFC 8259.
 */
export function locateJsonError(text: string): JsonError | null {
  const open: ('{' | '[')[] = [];
  let expected: Expectation = 'value';
  let at = 0;
  for (;;) {
    while (isBlank(text.charCodeAt(at))) at += 1;
    const char = text[at];
    if (char === undefined) return expected === 'nothing' ? null : toError(text, at, expected);
    const taken = takeToken(text, at);
    if (taken.kind === 'broken') return toPlace(text, taken.at, taken.problem);
    const next = nextExpectation(expected, taken.kind, open);
    if (next === null) return toError(text, at, expected);
    expected = next;
    at = taken.end;
  }
}

type Token = { kind: 'scalar' | 'string' | '{' | '}' | '[' | ']' | ',' | ':'; end: number };
type Broken = { kind: 'broken'; at: number; problem: string };

/** What may follow `token`, null when the token may not stand here. Keeps `open` up to date. */
function nextExpectation(expected: Expectation, token: Token['kind'], open: ('{' | '[')[]): Expectation | null {
  if (expected === 'key' || expected === 'key-or-close') {
    if (token === 'string') return 'colon';
    return token === '}' && expected === 'key-or-close' ? close(open) : null;
  }
  if (expected === 'colon') return token === ':' ? 'value' : null;
  if (expected === 'comma-or-close') {
    const container = open.at(-1);
    if (token === ',') return container === '{' ? 'key' : 'value';
    return (token === '}' && container === '{') || (token === ']' && container === '[') ? close(open) : null;
  }
  if (expected === 'nothing') return null;
  if (token === 'scalar' || token === 'string') return open.length === 0 ? 'nothing' : 'comma-or-close';
  if (token === ']' && expected === 'value-or-close') return close(open);
  if (token !== '{' && token !== '[') return null;
  open.push(token);
  return token === '{' ? 'key-or-close' : 'value-or-close';
}

function close(open: ('{' | '[')[]): Expectation {
  open.pop();
  return open.length === 0 ? 'nothing' : 'comma-or-close';
}

const SCALAR = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.+-])/y;

function takeToken(text: string, at: number): Token | Broken {
  const char = text[at];
  if (char === '"') return takeString(text, at);
  if (char === '{' || char === '}' || char === '[' || char === ']' || char === ',' || char === ':') {
    return { kind: char, end: at + 1 };
  }
  SCALAR.lastIndex = at;
  const match = SCALAR.exec(text);
  if (match !== null) return { kind: 'scalar', end: at + match[0].length };
  const word = /^[\w.+-]{1,20}/.exec(text.slice(at, at + 20))?.[0] ?? char;
  return { kind: 'broken', at, problem: `“${word}” is not JSON` };
}

function takeString(text: string, start: number): Token | Broken {
  for (let at = start + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x22) return { kind: 'string', end: at + 1 };
    if (code < 0x20) return { kind: 'broken', at, problem: 'a line break or control character stands inside a text' };
    if (code === 0x5c) {
      if (!/^(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/.test(text.slice(at + 1, at + 6))) {
        return { kind: 'broken', at, problem: `“${text.slice(at, at + 2)}” is no escape sequence of JSON` };
      }
      at += 1;
    }
  }
  return { kind: 'broken', at: start, problem: 'a text begins here that never ends' };
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
}

function toError(text: string, at: number, expected: Expectation): JsonError {
  const found = at >= text.length ? 'the text ends' : `found “${text.slice(at, at + 1)}”`;
  return toPlace(text, at, `expected ${WORDS[expected]}, but ${found}`);
}

function toPlace(text: string, at: number, problem: string): JsonError {
  const before = text.slice(0, at).split(/\r\n|\n|\r/);
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1, problem };
}
