import { findReferences, parseTemplate } from '@/lib/engine/variables/parse-template';
import type { KeyValueRow } from './integration.schema';

/** Whether text refers to one of our variables, for example `{$env.key}` or `{X.field}`. */
export function hasVariables(text: string): boolean {
  return findReferences(text).length > 0;
}

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
  return parseTemplate(text)
    .map((part) => (part.kind === 'reference' ? part.text : encode(part.text)))
    .join('');
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
  return findReferences(text)
    .map((part) => part.text)
    .join(' ');
}
