/** A compiled regular expression whose running time grows with the text's length only, never exponentially. */
export interface LinearPattern {
  /** Instructions: a match costs at most this many steps per character. */
  stepCount: number;
  /** Whether the whole text matches, or with `isSearch` any part of it. */
  test(text: string, isSearch: boolean): boolean;
}

/**
 * Compiles an I-Regexp, the language of JSONPath's `match` and `search`; `^`, `$`, `\d`, `\s` and `\w` are understood too.
 * JavaScript's own engine would backtrack, so a designer's pattern could stop the server.
 * @returns null when the text is no such pattern, or repeats so often that it would need over 5,000 instructions
 * Source: RFC 9485, section 4; method: Thompson's construction.
 */
export function compileLinearPattern(source: string): LinearPattern | null {
  const parser: Parser = { characters: Array.from(source), position: 0, program: [] };
  try {
    parseBranches(parser);
  } catch (error) {
    if (error instanceof PatternError) return null;
    throw error;
  }
  if (parser.position < parser.characters.length) return null;
  const program: Program = [...parser.program, { kind: 'match' }];
  return { stepCount: program.length, test: (text, isSearch) => runProgram(program, text, isSearch) };
}

type Instruction =
  | { kind: 'character'; accepts: (character: string) => boolean }
  | { kind: 'assert'; at: 'beginning' | 'end' }
  /** Offsets are relative, so that a repeated piece can be copied. */
  | { kind: 'split'; offsets: [number, number] }
  | { kind: 'jump'; offset: number }
  | { kind: 'match' };
type Program = Instruction[];

interface Parser {
  characters: string[];
  position: number;
  program: Program;
}

class PatternError extends Error {}

const INSTRUCTION_COUNT_MAX = 5_000;
const NESTING_MAX = 100;

function parseBranches(parser: Parser, depth = 0): void {
  if (depth > NESTING_MAX) throw new PatternError('nested too deeply');
  let program = parseBranch(parser, depth);
  while (parser.characters[parser.position] === '|') {
    parser.position += 1;
    const other = parseBranch(parser, depth);
    program = [{ kind: 'split', offsets: [1, program.length + 2] }, ...program, { kind: 'jump', offset: other.length + 1 }, ...other];
    assertSize(program);
  }
  parser.program = program;
}

function parseBranch(parser: Parser, depth: number): Program {
  const program: Program = [];
  for (;;) {
    const next = parser.characters[parser.position];
    if (next === undefined || next === '|' || next === ')') return program;
    const atom = parseAtom(parser, depth);
    for (const instruction of repeat(atom, parseQuantity(parser))) program.push(instruction);
    assertSize(program);
  }
}

function parseAtom(parser: Parser, depth: number): Program {
  const character = parser.characters[parser.position] ?? '';
  parser.position += 1;
  switch (character) {
    case '(': {
      parseBranches(parser, depth + 1);
      if (parser.characters[parser.position] !== ')') throw new PatternError('unclosed group');
      parser.position += 1;
      return parser.program;
    }
    case '[':
      return [{ kind: 'character', accepts: parseClass(parser) }];
    case '.':
      return [{ kind: 'character', accepts: (other) => other !== '\n' && other !== '\r' }];
    case '\\':
      return [{ kind: 'character', accepts: toTest(readEscape(parser)) }];
    case '^':
      return [{ kind: 'assert', at: 'beginning' }];
    case '$':
      return [{ kind: 'assert', at: 'end' }];
    default:
      if ('?*+{}]'.includes(character)) throw new PatternError('nothing to repeat');
      return [{ kind: 'character', accepts: (other) => other === character }];
  }
}

/** The escape after a backslash, with the backslash. */
function readEscape(parser: Parser): string {
  const rest = parser.characters.slice(parser.position, parser.position + 40).join('');
  const match = /^(?:[()*+\-.?[\\\]^nrt{|}$dDsSwW]|[pP]\{[A-Za-z]{1,2}\})/.exec(rest);
  if (!match) throw new PatternError('unknown escape');
  parser.position += match[0].length;
  // With the `u` flag JavaScript knows no escape of a hyphen outside of a class.
  return match[0] === '-' ? '\\x2d' : `\\${match[0]}`;
}

function parseClass(parser: Parser): (character: string) => boolean {
  let source = '[';
  if (parser.characters[parser.position] === '^') {
    source += '^';
    parser.position += 1;
  }
  const start = source.length;
  for (;;) {
    const character = parser.characters[parser.position];
    if (character === undefined || character === '[') throw new PatternError('unclosed class');
    parser.position += 1;
    if (character === ']') break;
    source += character === '\\' ? readEscape(parser) : character;
  }
  if (source.length === start) throw new PatternError('empty class');
  return toTest(`${source}]`);
}

/** JavaScript's engine tests single characters only: there is nothing to backtrack into. */
function toTest(source: string): (character: string) => boolean {
  try {
    const expression = new RegExp(`^${source}$`, 'u');
    return (character) => expression.test(character);
  } catch {
    throw new PatternError('invalid class');
  }
}

function parseQuantity(parser: Parser): { min: number; max: number } {
  const rest = parser.characters.slice(parser.position, parser.position + 16).join('');
  const match = /^(?:[?*+]|\{(\d{1,5})(?:(,)(\d{0,5}))?\})/.exec(rest);
  if (!match) return { min: 1, max: 1 };
  parser.position += match[0].length;
  if (match[0] === '?') return { min: 0, max: 1 };
  if (match[0] === '*') return { min: 0, max: Infinity };
  if (match[0] === '+') return { min: 1, max: Infinity };
  const min = Number(match[1]);
  const max = match[2] === undefined ? min : match[3] ? Number(match[3]) : Infinity;
  if (max < min) throw new PatternError('empty range');
  return { min, max };
}

function repeat(atom: Program, { min, max }: { min: number; max: number }): Program {
  const copyCount = max === Infinity ? min + 1 : max;
  if (copyCount * (atom.length + 1) > INSTRUCTION_COUNT_MAX) throw new PatternError('too large');
  const program: Program = [];
  for (let copy = 0; copy < min; copy += 1) program.push(...atom);
  if (max === Infinity) {
    program.push({ kind: 'split', offsets: [1, atom.length + 2] }, ...atom, { kind: 'jump', offset: -(atom.length + 1) });
  } else {
    for (let left = max - min; left > 0; left -= 1) program.push({ kind: 'split', offsets: [1, left * (atom.length + 1)] }, ...atom);
  }
  return program;
}

function assertSize(program: Program): void {
  if (program.length > INSTRUCTION_COUNT_MAX) throw new PatternError('too large');
}

/** Follows all possibilities at once, one character after the other. */
function runProgram(program: Program, text: string, isSearch: boolean): boolean {
  const characters = Array.from(text);
  let current = new Set<number>();
  for (let index = 0; index <= characters.length; index += 1) {
    if (index === 0 || isSearch) current.add(0);
    const isAtEnd = index === characters.length;
    // A set grows while it is walked: what is added is visited too, and nothing twice.
    for (const position of current) follow(program, position, { index, isAtEnd, current });
    if (current.has(program.length - 1) && (isSearch || isAtEnd)) return true;
    if (isAtEnd || (current.size === 0 && !isSearch)) return false;
    const next = new Set<number>();
    for (const position of current) {
      const instruction = program[position];
      if (instruction?.kind === 'character' && instruction.accepts(characters[index] ?? '')) next.add(position + 1);
    }
    current = next;
  }
  return false;
}

function follow(program: Program, position: number, state: { index: number; isAtEnd: boolean; current: Set<number> }): void {
  const instruction = program[position];
  if (instruction?.kind === 'jump') state.current.add(position + instruction.offset);
  else if (instruction?.kind === 'split') for (const offset of instruction.offsets) state.current.add(position + offset);
  else if (instruction?.kind === 'assert' && (instruction.at === 'beginning' ? state.index === 0 : state.isAtEnd)) state.current.add(position + 1);
}
