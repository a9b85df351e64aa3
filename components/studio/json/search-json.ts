import type { JsonPath } from '@/components/studio/json/json-path';
import type { JsonValue } from '@/lib/engine/json';

/** Matches found at most; beyond it the search says so. */
export const SEARCH_MATCHES_MAX = 1_000;

/**
 * Paths whose name or scalar value contains `query`, upper and lower case alike, in document order, at most
 * `SEARCH_MATCHES_MAX`. Empty for an empty query.
 */
export function searchJson(root: JsonValue, query: string): JsonPath[] {
  const wanted = query.trim().toLowerCase();
  const matches: JsonPath[] = [];
  if (wanted !== '') collect(root, wanted, { path: [], matches });
  return matches;
}

/** `path` is one list that grows and shrinks along the way, and is copied only into a match. */
type Walk = { path: (string | number)[]; matches: JsonPath[] };

function collect(value: JsonValue, wanted: string, walk: Walk): void {
  const { path, matches } = walk;
  if (matches.length >= SEARCH_MATCHES_MAX) return;
  const name = path.at(-1);
  const isNameMatch = typeof name === 'string' && name.toLowerCase().includes(wanted);
  const isScalar = typeof value !== 'object' || value === null;
  if (isNameMatch || (isScalar && String(value).toLowerCase().includes(wanted))) matches.push([...path]);
  if (isScalar) return;
  const visit = (childName: string | number, child: JsonValue) => {
    path.push(childName);
    collect(child, wanted, walk);
    path.pop();
  };
  if (Array.isArray(value)) value.forEach((child, index) => visit(index, child));
  else for (const [childName, child] of Object.entries(value)) visit(childName, child);
}
