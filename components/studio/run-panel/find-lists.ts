import type { JsonPath } from '@/components/studio/json/json-path';
import { isTableLike } from '@/components/studio/json/json-table-rows';
import { isJsonObject, type JsonValue } from '@/lib/engine/json';

/** A list inside a document. */
export type FoundList = { path: JsonPath; list: readonly JsonValue[] };

const DEPTH_MAX = 6;
const LISTS_MAX = 30;

/**
 * The lists of objects that make sense as a table, the outermost first, at most 30. Lists inside elements of lists are left out:
 * there is one per element, and the element's line in the tree leads there.
 */
export function findTableLists(root: JsonValue | undefined): FoundList[] {
  return findLists(root, isTableLike);
}

/** How many items the document is about: those of its only outermost list; null when it has none or several. */
export function countItems(root: JsonValue | undefined): number | null {
  const lists = findLists(root, (value): value is JsonValue[] => Array.isArray(value));
  const depthMin = Math.min(...lists.map(({ path }) => path.length));
  const outermost = lists.filter(({ path }) => path.length === depthMin);
  return outermost.length === 1 ? (outermost[0]?.list.length ?? null) : null;
}

function findLists(root: JsonValue | undefined, isWanted: (value: JsonValue | undefined) => value is JsonValue[]): FoundList[] {
  const found: FoundList[] = [];
  let level: { path: JsonPath; value: JsonValue }[] = root === undefined ? [] : [{ path: [], value: root }];
  for (let depth = 0; depth <= DEPTH_MAX && level.length > 0; depth += 1) {
    const next: typeof level = [];
    for (const { path, value } of level) {
      if (isWanted(value)) found.push({ path, list: value });
      else if (isJsonObject(value)) for (const [key, child] of Object.entries(value)) if (isContainer(child)) next.push({ path: [...path, key], value: child });
      if (found.length >= LISTS_MAX) return found;
    }
    level = next;
  }
  return found;
}

function isContainer(value: JsonValue): boolean {
  return typeof value === 'object' && value !== null;
}
