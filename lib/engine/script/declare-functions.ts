import type { ScriptFunction } from './script-function';

/** Declarations of `botContext` functions as members of a TypeScript interface, with their doc comments. */
export function declareFunctions(functions: readonly ScriptFunction[]): string {
  return functions.map(({ name, parameters, returns, doc }) => `  /** ${doc} */\n  ${name}(${parameters}): ${returns};`).join('\n');
}

/** Declarations that every script's editor gets. */
export const CONSOLE_TYPES = `/** Writes a line to the console of the run. */
declare function print(...values: any[]): void;

/** Lines appear in the console of the run; at most 1,000 are kept. */
declare const console: {
  log(...values: any[]): void;
  info(...values: any[]): void;
  warn(...values: any[]): void;
  error(...values: any[]): void;
  debug(...values: any[]): void;
};
`;
