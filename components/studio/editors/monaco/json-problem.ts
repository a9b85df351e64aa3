import { findReferences } from '@/lib/engine/variables/parse-template';

/** What keeps a text from being JSON, and where; line and column count from 1. */
export type JsonProblem = { line: number; column: number; message: string };

/**
 * The first reason why `text` is not JSON, or null. Variables count as what they may become: part of a string inside
 * quotation marks, a value outside. Empty text is no problem.
 */
export function findJsonProblem(text: string): JsonProblem | null {
  if (text.trim() === '') return null;
  const masked = maskReferences(text);
  if (isJson(masked)) return null;
  const { position, message } = new JsonScanner(masked).findProblem();
  const before = text.slice(0, position).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1, message };
}

/** Replaces each reference by characters that are valid JSON in its place, keeping every position. */
export function maskReferences(text: string): string {
  let masked = '';
  let position = 0;
  let isInString = false;
  for (const { start, end } of findReferences(text)) {
    const plain = text.slice(position, start);
    if ((plain.replace(/\\./gs, '').match(/"/g)?.length ?? 0) % 2 === 1) isInString = !isInString;
    masked += plain + (isInString ? 'x' : '1').repeat(end - start);
    position = end;
  }
  return masked + text.slice(position);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

type Found = { position: number; message: string };

/** Walks through a text that is known not to be JSON, since engines word and place their errors differently. */
class JsonScanner {
  private position = 0;
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  findProblem(): Found {
    const found = this.scanValue(0);
    if (found) return found;
    this.skipBlanks();
    return this.fail('Nothing may follow the JSON value.');
  }

  private scanValue(depth: number): Found | null {
    this.skipBlanks();
    const character = this.text.charAt(this.position);
    if (character === '') return this.fail('The text ends where a value is expected.');
    if (depth > 1_000) return this.fail('This is nested too deeply.');
    if (character === '{') return this.scanItems('}', () => this.scanProperty(depth));
    if (character === '[') return this.scanItems(']', () => this.scanValue(depth + 1));
    if (character === '"') return this.scanString();
    if (character === "'") return this.fail('Use double quotation marks.');
    const literal = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.])/y;
    literal.lastIndex = this.position;
    if (!literal.test(this.text)) return this.fail('This is not a value. Put text between quotation marks.');
    this.position = literal.lastIndex;
    return null;
  }

  private scanItems(closing: string, scanItem: () => Found | null): Found | null {
    this.position += 1;
    this.skipBlanks();
    if (this.take(closing)) return null;
    for (;;) {
      const found = scanItem();
      if (found) return found;
      this.skipBlanks();
      if (this.take(closing)) return null;
      const comma = this.position;
      if (!this.take(',')) return this.fail(`A comma or “${closing}” is missing here.`);
      this.skipBlanks();
      if (this.text.charAt(this.position) === closing) return { position: comma, message: 'Remove the comma after the last item.' };
    }
  }

  private scanProperty(depth: number): Found | null {
    this.skipBlanks();
    if (this.text.charAt(this.position) !== '"') return this.fail('A property name between double quotation marks is expected.');
    const found = this.scanString();
    if (found) return found;
    this.skipBlanks();
    if (!this.take(':')) return this.fail('A colon is missing after the property name.');
    return this.scanValue(depth + 1);
  }

  private scanString(): Found | null {
    const opening = this.position;
    const part = /[^"\\\u0000-\u001f]+|\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4})/y;
    for (this.position += 1; ; this.position = part.lastIndex) {
      if (this.take('"')) return null;
      part.lastIndex = this.position;
      if (part.test(this.text)) continue;
      const character = this.text.charAt(this.position);
      if (character === '\\') return this.fail('This escape is unknown. Write “\\\\” for a backslash.');
      if (character === '\t') return this.fail('Write a tab inside a string as “\\t”.');
      return { position: opening, message: 'The closing quotation mark is missing on this line.' };
    }
  }

  private take(character: string): boolean {
    if (this.text.charAt(this.position) !== character) return false;
    this.position += 1;
    return true;
  }

  private skipBlanks(): void {
    while (this.position < this.text.length && ' \t\r\n'.includes(this.text.charAt(this.position))) this.position += 1;
  }

  private fail(message: string): Found {
    return { position: this.position, message };
  }
}
