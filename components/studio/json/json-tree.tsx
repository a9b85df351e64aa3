'use client';

import { useVirtualizer } from '@tanstack/react-virtual';
import { ChevronsDownUp, ChevronsUpDown } from 'lucide-react';
import { useCallback, useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react';

import { copyText, toCopyText } from '@/components/studio/json/copy-value';
import { FindBar } from '@/components/studio/json/find-bar';
import { formatJsonPath, toPathKey, type JsonPath } from '@/components/studio/json/json-path';
import { moveInTree } from '@/components/studio/json/json-tree-keys';
import { JsonTreeRow, type JsonRowActions } from '@/components/studio/json/json-tree-row';
import { SEARCH_MATCHES_MAX } from '@/components/studio/json/search-json';
import { useJsonTree } from '@/components/studio/json/use-json-tree';
import { cn } from '@/components/ui/class-names';
import { IconButton } from '@/components/ui/icon-button';
import type { JsonValue } from '@/lib/engine/json';

/** Properties of `JsonTree`. */
export type JsonTreeProps = {
  /** The document; keep the same object while it is the same, it is walked anew when it changes. */
  value: JsonValue;
  /** The name for screen readers, for example "Response". */
  label: string;
  /** A click on a value, or Enter on its line. */
  onPick?: ((path: JsonPath, value: JsonValue) => void) | undefined;
  /** The name of what takes the value at a path, shown beside it; null for nothing. Asked for visible lines only. */
  mappingOf?: ((path: JsonPath) => string | null) | undefined;
  className?: string | undefined;
};

const ROW_HEIGHT_PX = 20;

/**
 * A document as a tree that stays quick at several megabytes: only what is open is laid out, only what is visible is
 * drawn. Fills its parent's height.
 */
export function JsonTree(props: JsonTreeProps) {
  const tree = useJsonTree(props.value);
  const scroller = useRef<HTMLDivElement>(null);
  const id = useId();
  const [longKeys, setLongKeys] = useState<ReadonlySet<string>>(new Set());
  const matchKeys = useMemo(() => new Set(tree.find.matches.map(toPathKey)), [tree.find.matches]);
  const { rows, activeIndex } = tree;
  // Kept the same while the rows are: the virtualizer walks all rows again when it changes. A string shown whole has a
  // height of its own, measured under a key of its own.
  const getItemKey = useCallback(
    (index: number) => `${rows[index]?.key}${longKeys.has(rows[index]?.key ?? '') ? '~' : ''}`,
    [rows, longKeys],
  );
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT_PX,
    overscan: 12,
    getItemKey,
    useFlushSync: false,
  });

  const activeKey = rows[activeIndex]?.key;
  useEffect(() => {
    virtualizer.scrollToIndex(activeIndex, { align: 'auto' });
    // Only when another line becomes active, not when lines appear above it.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [activeKey, tree.find.current]);

  const items = virtualizer.getVirtualItems();
  const isActiveDrawn = items.some((item) => item.index === activeIndex);
  const { onPick } = props;
  const actions: JsonRowActions = {
    activate: (row) => tree.setActiveKey(row.key),
    toggle: (row) => {
      if (row.childCount) tree.toggle(row.key, !row.isExpanded);
    },
    pick: onPick ? (row) => onPick(row.path, row.value) : null,
    copyValue: (row) => void copyText(toCopyText(row.value), 'Value'),
    copyPath: (row) => void copyText(formatJsonPath(row.path), 'Path'),
    toggleLong: (row) => setLongKeys(withToggled(longKeys, row.key)),
  };

  const handleKey = (event: KeyboardEvent) => {
    const row = rows[activeIndex];
    const isCopy = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'c' && !window.getSelection()?.toString();
    if (isCopy && row?.kind === 'node') (event.shiftKey ? actions.copyPath : actions.copyValue)(row);
    else if (event.ctrlKey || event.metaKey || event.altKey) return;
    else if (event.key === 'Enter' && row?.kind === 'more') tree.showMore(row);
    else if (event.key === 'Enter' && row?.kind === 'node') (actions.pick ?? actions.toggle)(row);
    else if (event.key === ' ' && row?.kind === 'node') (row.childCount ? actions.toggle : actions.toggleLong)(row);
    else if (!moveInTree(event.key, tree)) return;
    event.preventDefault();
  };

  return (
    <div className={cn('flex h-full min-h-0 flex-col', props.className)}>
      <div className="flex items-center gap-1 border-b border-line px-2 py-1">
        <FindBar
          label={`Search ${props.label.toLowerCase()}`}
          query={tree.find.query}
          onQueryChange={tree.find.setQuery}
          matchCount={tree.find.matches.length}
          isCapped={tree.find.matches.length >= SEARCH_MATCHES_MAX}
          current={tree.find.current}
          onStep={tree.find.step}
        />
        <IconButton label="Expand all" onClick={tree.expandAll}>
          <ChevronsUpDown aria-hidden />
        </IconButton>
        <IconButton label="Collapse all" onClick={tree.collapseAll}>
          <ChevronsDownUp aria-hidden />
        </IconButton>
      </div>
      <div
        ref={scroller}
        role="tree"
        tabIndex={0}
        aria-label={props.label}
        aria-activedescendant={isActiveDrawn ? `${id}-${activeIndex}` : undefined}
        onKeyDown={handleKey}
        className="group/tree min-h-0 flex-1 overflow-auto font-mono text-xs leading-5 focus-visible:-outline-offset-2"
      >
        <div role="none" className="relative w-full" style={{ height: virtualizer.getTotalSize() }}>
          {items.map((item) => {
            const row = rows[item.index];
            if (!row) return null;
            const isNode = row.kind === 'node';
            const isLongShown = longKeys.has(row.key);
            return (
              <div
                key={item.key}
                ref={isLongShown ? virtualizer.measureElement : undefined}
                data-index={item.index}
                id={`${id}-${item.index}`}
                role="treeitem"
                aria-level={row.depth + 1}
                aria-posinset={isNode ? row.position : undefined}
                aria-setsize={isNode ? row.siblingCount : undefined}
                aria-expanded={isNode && row.childCount ? row.isExpanded : undefined}
                aria-selected={item.index === activeIndex}
                className="absolute top-0 left-0 min-w-full aria-selected:bg-raised group-focus-visible/tree:aria-selected:shadow-[inset_2px_0_var(--accent)]"
                style={{ transform: `translateY(${item.start}px)`, maxWidth: isLongShown ? '100%' : undefined }}
              >
                {isNode ? (
                  <JsonTreeRow
                    row={row}
                    actions={actions}
                    isMatch={matchKeys.has(row.key)}
                    isLongShown={isLongShown}
                    mappedTo={props.mappingOf?.(row.path) ?? null}
                  />
                ) : (
                  <button
                    type="button"
                    tabIndex={-1}
                    onClick={() => tree.showMore(row)}
                    className="px-1 font-sans text-accent hover:underline"
                    style={{ marginLeft: 24 + row.depth * 16 }}
                  >
                    Show more ({row.hiddenCount.toLocaleString('en')} left)
                  </button>
                )}
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}

function withToggled(keys: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(keys);
  if (!next.delete(key)) next.add(key);
  return next;
}
