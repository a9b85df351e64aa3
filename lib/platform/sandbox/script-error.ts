import type { ScriptError } from '@/lib/engine/script/script-job';
import { explainSyntaxError } from '@/lib/engine/script/explain-syntax-error';

/** A thrown value as the realm described it. Every text is the script's own and may be anything. */
export interface ThrownValue {
  name: string;
  message: string;
  stack: string;
}

/** Where a piece of the designer's code begins inside what was evaluated, when it had to be wrapped. */
export interface SourcePlace {
  source: string;
  fileName: string;
  /** Characters put before the first line. */
  firstLineOffset: number;
  isLibrary: boolean;
}

/** Makes a failure out of a thrown value: words a designer understands, and the place in the designer's code. */
export function toScriptError(thrown: ThrownValue, places: readonly SourcePlace[]): ScriptError {
  const position = findPosition(thrown.stack, places);
  const message = toReadableMessage(thrown, position);
  const error = { message, line: position?.line ?? null, column: position?.column ?? null };
  return position?.place.isLibrary ? { ...error, isInLibrary: true } : error;
}

interface Position {
  place: SourcePlace;
  line: number;
  column: number;
}

/** The innermost stack frame inside the designer's code, whatever built-ins or preludes were called from there. */
function findPosition(stack: string, places: readonly SourcePlace[]): Position | undefined {
  for (const frame of stack.split('\n')) {
    const match = /(?:\(|at )([^()]*):(\d+):(\d+)\)?$/.exec(frame.trim());
    const place = places.find(({ fileName }) => fileName === match?.[1]);
    if (match === null || place === undefined) continue;
    const lines = place.source.split('\n');
    const line = Number(match[2]);
    const column = Number(match[3]) - (line === 1 ? place.firstLineOffset : 0);
    // An error behind the last line is the wrapper's: the code ended too early.
    if (line > lines.length) return { place, line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
    return { place, line, column: Math.max(1, column) };
  }
  return undefined;
}

function toReadableMessage({ name, message }: ThrownValue, position: Position | undefined): string {
  if (name === 'SyntaxError') {
    const explanation = position === undefined ? null : explainSyntaxError(position.place.source, position.line);
    if (explanation !== null) return `SyntaxError: ${explanation}`;
    if (/''$/.test(message)) return 'SyntaxError: the script ends too early, a bracket or a quotation mark may be missing';
    return `SyntaxError: ${message}`;
  }
  if (name === 'TypeError' && message === 'not a function' && position !== undefined) {
    const callee = findCallee(position);
    if (callee !== '') return `TypeError: ${callee} is not a function`;
  }
  const label = name === 'InternalError' ? 'Error' : name;
  if (label === '') return message;
  return message === '' ? label : `${label}: ${message}`;
}

/** The interpreter says only “not a function”; what was called stands before the place it names. */
function findCallee({ place, line, column }: Position): string {
  const before = place.source.split('\n')[line - 1]?.slice(0, column - 1) ?? '';
  return /[\w$][\w$.]*$/.exec(before)?.[0] ?? '';
}
