import { parse } from 'acorn';
import { explainSyntaxError } from './explain-syntax-error';

/** Where code is not JavaScript, counted from 1, and why, as a sentence without its full stop. */
export interface SyntaxProblem {
  line: number;
  column: number;
  message: string;
}

/**
 * The first thing that keeps code from being run, or null: ES2023 as the sandbox runs it, sloppy unless it says otherwise.
 * A `return` outside a function is tolerated, save in Global Functions, whose functions it would hide.
 */
export function findSyntaxProblem(code: string, place: 'code-panel' | 'global-functions' = 'code-panel'): SyntaxProblem | null {
  try {
    parse(code, { ecmaVersion: 2023, sourceType: 'script', allowReturnOutsideFunction: place === 'code-panel' });
    return null;
  } catch (error) {
    if (!isAcornError(error)) throw error;
    const { line, column } = error.loc;
    return { line, column: column + 1, message: toMessage(error, code) };
  }
}

interface AcornError extends SyntaxError {
  /** Offset in the code. */
  pos: number;
  loc: { line: number; column: number };
}

function isAcornError(error: unknown): error is AcornError {
  return error instanceof SyntaxError && 'loc' in error && 'pos' in error;
}

function toMessage({ message, pos, loc }: AcornError, code: string): string {
  const explanation = explainSyntaxError(code, loc.line);
  if (explanation !== null) return explanation;
  // Its words end with the place, as in “Unexpected token (2:10)”.
  const text = message.replace(/ \(\d+:\d+\)$/, '');
  if (text === 'Not enough stack space to parse input') return 'The code is nested too deeply to be read';
  if (text !== 'Unexpected token') return text;
  if (code.slice(pos).trim() === '') return 'The code ends too early, a bracket or a quotation mark may be missing';
  return `“${/^(?:[\p{L}\p{N}_$]+|.)/u.exec(code.slice(pos))?.[0] ?? ''}” is not expected here`;
}
