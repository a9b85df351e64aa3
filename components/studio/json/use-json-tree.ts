'use client';

import { useDeferredValue, useMemo, useState } from 'react';

import { toPathKey, type JsonPath } from '@/components/studio/json/json-path';
import {
  CHILD_PAGE_COUNT,
  findExpandableKeys,
  flattenJson,
  revealPath,
  type JsonTreeRow,
  type JsonTreeView,
} from '@/components/studio/json/json-tree-rows';
import { searchJson } from '@/components/studio/json/search-json';
import type { JsonValue } from '@/lib/engine/json';

const INITIAL_ROWS_MAX = 60;

/** What a tree shows and how that changes. What is open stays open when the next document comes. */
export function useJsonTree(root: JsonValue) {
  const [view, setView] = useState<JsonTreeView>(() => initialView(root));
  const [activeKey, setActiveKey] = useState(toPathKey([]));
  const [query, setQuery] = useState('');
  const [current, setCurrent] = useState<number | null>(null);
  const settledQuery = useDeferredValue(query);
  const matches = useMemo(() => searchJson(root, settledQuery), [root, settledQuery]);
  const rows = useMemo(() => flattenJson(root, view), [root, view]);
  const indexByKey = useMemo(() => new Map(rows.map((row, index) => [row.key, index])), [rows]);
  const activeIndex = indexByKey.get(activeKey) ?? 0;

  const toggle = (key: string, isExpanded: boolean) => {
    const expandedKeys = new Set(view.expandedKeys);
    if (isExpanded) expandedKeys.add(key);
    else expandedKeys.delete(key);
    setView({ ...view, expandedKeys });
    setActiveKey(key);
  };

  const showMore = (row: Extract<JsonTreeRow, { kind: 'more' }>) => {
    const shownCount = (view.shownCountByKey.get(row.parentKey) ?? CHILD_PAGE_COUNT) + CHILD_PAGE_COUNT;
    setView({ ...view, shownCountByKey: new Map(view.shownCountByKey).set(row.parentKey, shownCount) });
  };

  const reveal = (path: JsonPath) => {
    setView(revealPath(root, view, path));
    setActiveKey(toPathKey(path));
  };

  const step = (direction: 1 | -1) => {
    if (matches.length === 0) return;
    const first = direction === 1 ? 0 : matches.length - 1;
    const next = current === null ? first : (current + direction + matches.length) % matches.length;
    setCurrent(next);
    const path = matches[next];
    if (path) reveal(path);
  };

  return {
    rows,
    activeIndex,
    setActiveKey,
    toggle,
    showMore,
    expandAll: () => setView({ ...view, expandedKeys: findExpandableKeys(root) }),
    collapseAll: () => {
      setView({ expandedKeys: new Set(), shownCountByKey: new Map() });
      setActiveKey(toPathKey([]));
    },
    find: {
      query,
      setQuery: (text: string) => {
        setQuery(text);
        setCurrent(null);
      },
      matches,
      current,
      step,
    },
  };
}

/** The state of a tree and its operations. */
export type JsonTreeState = ReturnType<typeof useJsonTree>;

function initialView(root: JsonValue): JsonTreeView {
  return { expandedKeys: new Set([...findExpandableKeys(root, INITIAL_ROWS_MAX), toPathKey([])]), shownCountByKey: new Map() };
}
