import type { PageCodeInput } from './page-code.schema';

/** A text as JavaScript, Python and Java write it, none of whose letters ends a script in HTML. */
export function toQuoted(text: string): string {
  return JSON.stringify(text).replace(/</g, '\\u003c').replace(/[\u2028\u2029]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16)}`);
}

/** Lines set in by so many blanks, but for the first. */
export function setIn(lines: readonly string[], blanks: number): string {
  return lines.join(`\n${' '.repeat(blanks)}`);
}

/** The variables as an object of JavaScript, or a dictionary of Python. */
export function toObject(variables: PageCodeInput['variables']): string {
  return variables.length === 0 ? '{}' : `{ ${variables.map(({ name, value }) => `${toQuoted(name)}: ${toQuoted(value)}`).join(', ')} }`;
}

/** A text as JavaScript writes it that is null when it is empty. */
export function toMessage(message: string, nothing: string): string {
  return message === '' ? nothing : toQuoted(message);
}
