import type { KeyValueRow } from './integration.schema';

/** What looks like one of our variables, for example `{$env.key}` or `{X.field}`. */
export const VARIABLE_PATTERN = /\{\$?[A-Za-z_.][\w.$[\]-]*\}/g;

/** A row of a table as the form makes a new one. */
export function toRow(name: string, value: string): KeyValueRow {
  return { name, value, enabled: true, note: '' };
}

/**
 * `a=1&b=2` as decoded rows; null where rows could not give the same text's meaning back: a piece without name or `=`,
 * a broken percent escape, or escaped braces that would turn into a variable. Empty text has no rows.
 * Source: WHATWG URL, application/x-www-form-urlencoded.
 */
export function parsePairs(text: string): KeyValueRow[] | null {
  if (text === '') return [];
  const rows: KeyValueRow[] = [];
  for (const piece of text.split('&')) {
    const equals = piece.indexOf('=');
    const name = equals > 0 ? decode(piece.slice(0, equals)) : null;
    const value = equals > 0 ? decode(piece.slice(equals + 1)) : null;
    if (name === null || value === null) return null;
    rows.push(toRow(name, value));
  }
  return rows;
}

/** Percent-encodes everything but unreserved characters, and leaves our variables as they are. */
export function encodeAroundVariables(text: string): string {
  let result = '';
  let end = 0;
  for (const match of text.matchAll(VARIABLE_PATTERN)) {
    result += encode(text.slice(end, match.index)) + match[0];
    end = match.index + match[0].length;
  }
  return result + encode(text.slice(end));
}

function encode(text: string): string {
  // Half of a surrogate pair can't be written as UTF-8.
  return encodeURIComponent(text.replaceAll(/\p{Cs}/gu, '\uFFFD'));
}

function decode(text: string): string | null {
  try {
    const decoded = decodeURIComponent(text.replaceAll('+', ' '));
    return listVariables(decoded) === listVariables(text) ? decoded : null;
  } catch {
    return null;
  }
}

function listVariables(text: string): string {
  return (text.match(VARIABLE_PATTERN) ?? []).join(' ');
}
