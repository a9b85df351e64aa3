import type { ScriptEnd } from '@/lib/engine/script/script-job';

/** A thrown value as the realm described it. Every text is the script's own and may be anything. */
export interface ThrownValue {
  name: string;
  message: string;
  stack: string;
}

/** Where the script begins inside what was evaluated, when it had to be wrapped. */
export interface SourcePlace {
  source: string;
  fileName: string;
  /** Characters put before the script's first line. */
  firstLineOffset: number;
}

/** Makes a failure out of a thrown value: words a designer understands, and the place in the designer's script. */
export function toScriptFailure(thrown: ThrownValue, place: SourcePlace): Extract<ScriptEnd, { kind: 'failed' }> {
  const position = findPosition(thrown.stack, place);
  const message = toReadableMessage(thrown, place.source, position);
  return { kind: 'failed', message, line: position?.line ?? null, column: position?.column ?? null };
}

interface Position {
  line: number;
  column: number;
}

/** The innermost stack frame inside the script itself, whatever built-ins or preludes were called from there. */
function findPosition(stack: string, { source, fileName, firstLineOffset }: SourcePlace): Position | undefined {
  const lineCount = source.split('\n').length;
  for (const frame of stack.split('\n')) {
    const match = /(?:\(|at )([^()]*):(\d+):(\d+)\)?$/.exec(frame.trim());
    if (match === null || match[1] !== fileName) continue;
    const line = Number(match[2]);
    const column = Number(match[3]) - (line === 1 ? firstLineOffset : 0);
    // An error behind the last line is the wrapper's: the script ended too early.
    if (line > lineCount) return { line: lineCount, column: (source.split('\n').at(-1)?.length ?? 0) + 1 };
    return { line, column: Math.max(1, column) };
  }
  return undefined;
}

function toReadableMessage({ name, message }: ThrownValue, source: string, position: Position | undefined): string {
  if (name === 'SyntaxError') {
    if (/''$/.test(message)) return 'SyntaxError: the script ends too early, a bracket or a quotation mark may be missing';
    return `SyntaxError: ${message}`;
  }
  if (name === 'TypeError' && message === 'not a function' && position !== undefined) {
    const callee = findCallee(source, position);
    if (callee !== '') return `TypeError: ${callee} is not a function`;
  }
  const label = name === 'InternalError' ? 'Error' : name;
  if (label === '') return message;
  return message === '' ? label : `${label}: ${message}`;
}

/** The interpreter says only “not a function”; what was called stands before the place it names. */
function findCallee(source: string, { line, column }: Position): string {
  const before = source.split('\n')[line - 1]?.slice(0, column - 1) ?? '';
  return /[\w$][\w$.]*$/.exec(before)?.[0] ?? '';
}
