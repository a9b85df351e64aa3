import { toPathKey, type JsonPath } from '@/components/studio/json/json-path';
import type { JsonValue } from '@/lib/engine/json';

/** Children shown of one value at first, and by each “show more”. */
export const CHILD_PAGE_COUNT = 1_000;
/** Nodes that “expand all” opens at most, so that a document of millions stays usable. */
export const EXPAND_ALL_NODES_MAX = 20_000;

/** A value of the document as a line of the tree. */
export type JsonNodeRow = {
  kind: 'node';
  /** `toPathKey` of its path. */
  key: string;
  path: JsonPath;
  /** Null for the root. */
  name: string | number | null;
  value: JsonValue;
  /** 0 for the root. */
  depth: number;
  /** Null for a scalar. */
  childCount: number | null;
  isExpanded: boolean;
  /** Among its siblings, from 1. */
  position: number;
  siblingCount: number;
};

/** One line of the tree. */
export type JsonTreeRow =
  | JsonNodeRow
  /** Stands for children that are not shown yet. */
  | { kind: 'more'; key: string; parentKey: string; path: JsonPath; depth: number; hiddenCount: number };

/** Which nodes are open, and how many children of the large ones are shown; keys are `toPathKey`. */
export type JsonTreeView = {
  expandedKeys: ReadonlySet<string>;
  shownCountByKey: ReadonlyMap<string, number>;
};

/** How many children a value has; null for a scalar. */
export function countChildren(value: JsonValue): number | null {
  if (Array.isArray(value)) return value.length;
  return typeof value === 'object' && value !== null ? Object.keys(value).length : null;
}

/** The visible lines of a document, in order. The work grows with what is expanded, not with the document. */
export function flattenJson(root: JsonValue, view: JsonTreeView): JsonTreeRow[] {
  const rows: JsonTreeRow[] = [];
  pushNode(rows, view, { path: [], name: null, value: root, position: 1, siblingCount: 1 });
  return rows;
}

type Node = { path: JsonPath; name: string | number | null; value: JsonValue; position: number; siblingCount: number };

function pushNode(rows: JsonTreeRow[], view: JsonTreeView, node: Node): void {
  const { path, value } = node;
  const childCount = countChildren(value);
  const key = toPathKey(path);
  const isExpanded = childCount !== null && childCount > 0 && view.expandedKeys.has(key);
  rows.push({ kind: 'node', key, ...node, depth: path.length, childCount, isExpanded });
  if (!isExpanded || childCount === null) return;
  const shownCount = Math.min(childCount, view.shownCountByKey.get(key) ?? CHILD_PAGE_COUNT);
  for (const [name, child, index] of childrenOf(value, shownCount)) {
    pushNode(rows, view, { path: [...path, name], name, value: child, position: index + 1, siblingCount: childCount });
  }
  if (shownCount < childCount) {
    rows.push({ kind: 'more', key: `${key}+`, parentKey: key, path, depth: path.length + 1, hiddenCount: childCount - shownCount });
  }
}

/** The first children of a value with their names, in document order. */
export function childrenOf(value: JsonValue, countMax = Infinity): [name: string | number, value: JsonValue, index: number][] {
  if (Array.isArray(value)) return value.slice(0, countMax).map((child, index) => [index, child, index]);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value)
    .slice(0, countMax)
    .map(([name, child], index) => [name, child, index]);
}

/** Keys of what can be opened, from the root down level by level, as far as no more than `rowCountMax` lines show. */
export function findExpandableKeys(root: JsonValue, rowCountMax = EXPAND_ALL_NODES_MAX): Set<string> {
  const keys = new Set<string>();
  let level: { path: JsonPath; value: JsonValue }[] = [{ path: [], value: root }];
  let shownCount = 1;
  while (level.length > 0) {
    const nextLevel: typeof level = [];
    for (const { path, value } of level) {
      const childCount = countChildren(value);
      if (!childCount) continue;
      shownCount += Math.min(childCount, CHILD_PAGE_COUNT);
      if (shownCount > rowCountMax) return keys;
      keys.add(toPathKey(path));
      for (const [name, child] of childrenOf(value, CHILD_PAGE_COUNT)) nextLevel.push({ path: [...path, name], value: child });
    }
    level = nextLevel;
  }
  return keys;
}

/** The view in which `path` is visible: its ancestors open and shown far enough. */
export function revealPath(root: JsonValue, view: JsonTreeView, path: JsonPath): JsonTreeView {
  const expandedKeys = new Set(view.expandedKeys);
  const shownCountByKey = new Map(view.shownCountByKey);
  let value: JsonValue | undefined = root;
  path.forEach((segment, depth) => {
    const key = toPathKey(path.slice(0, depth));
    expandedKeys.add(key);
    const index = Array.isArray(value) ? Number(segment) : Object.keys(value ?? {}).indexOf(String(segment));
    const shownCount = shownCountByKey.get(key) ?? CHILD_PAGE_COUNT;
    if (index >= shownCount) shownCountByKey.set(key, Math.ceil((index + 1) / CHILD_PAGE_COUNT) * CHILD_PAGE_COUNT);
    value = childAt(value, segment);
  });
  return { expandedKeys, shownCountByKey };
}

function childAt(value: JsonValue | undefined, segment: string | number): JsonValue | undefined {
  if (Array.isArray(value)) return value[Number(segment)];
  return typeof value === 'object' && value !== null ? value[segment] : undefined;
}
