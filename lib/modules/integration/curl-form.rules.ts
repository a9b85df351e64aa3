import type { MultipartRow } from './integration.schema';

/** A part of `--form`, with what was left out, in words. */
export interface CurlFormPart {
  row: MultipartRow | null;
  notes: string[];
}

/**
 * Reads the value of `--form`: `name=content`, `name="quoted"`, `name=@file`, `name=<file`, each with `;type=` and `;filename=`.
 * A file's contents are not part of a command, so the part stays empty and a note says so.
 * Source: curl(1), option --form.
 */
export function readCurlForm(text: string): CurlFormPart {
  const equals = text.indexOf('=');
  if (equals < 1) return { row: null, notes: [`The form field “${text}” has no name and was left out.`] };
  const row = buildPart(text.slice(0, equals), '');
  const source = /^[@<]/.exec(text.slice(equals + 1))?.[0] ?? null;
  const content = readWord(text, equals + 1 + (source === null ? 0 : 1));
  const notes = readAttributes(row, text, content.end);
  if (source === null) return { row: { ...row, value: content.word }, notes };
  if (source === '@' && row.fileName === '') row.fileName = content.word.split(/[/\\]/).at(-1) ?? '';
  return { row, notes: [...notes, toFileNote(content.word, `the form field “${row.name}”`)] };
}

/** A part as the form makes a new one. */
export function buildPart(name: string, value: string): MultipartRow {
  return { name, value, enabled: true, note: '', fileName: '', contentType: '' };
}

/** Says that a file's contents have to be pasted; `-` is the standard input. */
export function toFileNote(file: string, place: string): string {
  const what = file === '-' ? 'What the command reads from its input' : `The contents of the file “${file}”`;
  return `${what} is not part of the command. Paste it into ${place}.`;
}

function readAttributes(row: MultipartRow, text: string, begin: number): string[] {
  const notes: string[] = [];
  let at = begin;
  while (text[at] === ';') {
    const name = /^\s*([\w-]*)=?/.exec(text.slice(at + 1)) ?? [''];
    const { word, end } = readWord(text, at + 1 + name[0].length);
    if (name[1] === 'type') row.contentType = word.trim();
    else if (name[1] === 'filename') row.fileName = word;
    else if (row.contentType !== '' && name[1] !== 'headers' && name[1] !== 'encoder') {
      row.contentType += `; ${text.slice(at + 1, end).trim()}`;
    } else notes.push(`“${text.slice(at + 1, end).trim()}” of the form field “${row.name}” was left out: it has no counterpart here.`);
    at = end;
  }
  return notes;
}

/** Text up to the next semicolon; text in quotation marks may hold one, and `\"` and `\\`. */
function readWord(text: string, begin: number): { word: string; end: number } {
  const pattern = /"((?:[^"\\]|\\[^])*)"\s*(?=;|$)|[^;]*/y;
  pattern.lastIndex = begin;
  const [whole = '', quoted] = pattern.exec(text) ?? [];
  return { word: quoted === undefined ? whole : quoted.replaceAll(/\\(["\\])/g, '$1'), end: begin + whole.length };
}
