'use client';

import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react';

import { copyText, toCopyText } from '@/components/studio/json/copy-value';
import type { JsonPath } from '@/components/studio/json/json-path';
import { JsonTableCell } from '@/components/studio/json/json-table-cell';
import { JsonTableHeader } from '@/components/studio/json/json-table-header';
import { cellOf, COLUMNS_MAX, findColumns, orderRows, type JsonTableSort } from '@/components/studio/json/json-table-rows';
import { findColumnWidths } from '@/components/studio/json/json-table-widths';
import { cn } from '@/components/ui/class-names';
import type { JsonValue } from '@/lib/engine/json';

/** Properties of `JsonTable`. */
export type JsonTableProps = {
  /** A list for which `isTableLike` holds; keep the same array while it is the same. */
  list: readonly JsonValue[];
  /** Where the list stands in its document; goes before the path of what is picked. */
  basePath?: JsonPath | undefined;
  /** The name for screen readers. */
  label: string;
  /** A click on a cell, or Enter on it. */
  onPick?: ((path: JsonPath, value: JsonValue) => void) | undefined;
  className?: string | undefined;
};

const ROW_HEIGHT_PX = 26;
const noPath: JsonPath = [];

/**
 * A list of objects as a sortable table with a fixed header; only visible rows are drawn. Arrow keys move from cell to
 * cell, Enter picks, Ctrl+C copies. Fills its parent's height.
 */
export function JsonTable({ list, basePath = noPath, label, onPick, className }: JsonTableProps) {
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [sort, setSort] = useState<JsonTableSort | null>(null);
  const [active, setActive] = useState({ row: 0, column: 0 });
  const { columns, hiddenColumnCount } = useMemo(() => findColumns(list), [list]);
  const order = useMemo(() => orderRows(list, sort), [list, sort]);
  const widths = useMemo(() => findColumnWidths(list, columns), [list, columns]);
  const template = `6ch ${widths.map((width) => `${width}ch`).join(' ')} 1fr`;
  const virtualizer = useVirtualizer({
    count: order.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT_PX,
    overscan: 10,
    scrollPaddingStart: ROW_HEIGHT_PX,
    useFlushSync: false,
  });
  const items = virtualizer.getVirtualItems();
  const activeId = items.some((item) => item.index === active.row) ? `${id}-${active.row}-${active.column}` : undefined;

  useEffect(() => {
    virtualizer.scrollToIndex(active.row, { align: 'auto' });
    document.getElementById(`${id}-${active.row}-${active.column}`)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [active, id, virtualizer]);

  const pick = (row: number, column: number) => {
    const [position, name] = [order[row], columns[column]];
    if (position === undefined || name === undefined) return;
    const value = cellOf(list[position], name);
    if (value !== undefined) onPick?.([...basePath, position, name], value);
  };

  const handleKey = (event: KeyboardEvent) => {
    // Buttons in the header have keys of their own.
    if (event.target !== scroller.current) return;
    const value = cellOf(list[order[active.row] ?? 0], columns[active.column] ?? '');
    const next = nextCell(event.key, active, { row: order.length - 1, column: columns.length - 1 });
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'c' && value !== undefined) {
      void copyText(toCopyText(value), 'Value');
    } else if (event.ctrlKey || event.metaKey || event.altKey) return;
    else if (event.key === 'Enter') pick(active.row, active.column);
    else if (next) setActive(next);
    else return;
    event.preventDefault();
  };

  return (
    <div className={cn('flex h-full min-h-0 flex-col', className)}>
      <div
        ref={scroller}
        role="grid"
        tabIndex={0}
        aria-label={label}
        aria-rowcount={order.length + 1}
        aria-colcount={columns.length}
        aria-activedescendant={activeId}
        onKeyDown={handleKey}
        className="group/grid min-h-0 flex-1 overflow-auto font-mono text-xs focus-visible:-outline-offset-2"
      >
        <JsonTableHeader columns={columns} template={template} sort={sort} onSort={setSort} />
        <div role="rowgroup" className="relative min-w-max" style={{ height: virtualizer.getTotalSize() }}>
          {items.map((item) => (
            <div
              key={item.key}
              role="row"
              aria-rowindex={item.index + 2}
              className="absolute top-0 left-0 grid w-full min-w-max border-b border-line hover:bg-raised"
              style={{ height: ROW_HEIGHT_PX, transform: `translateY(${item.start}px)`, gridTemplateColumns: template }}
            >
              <span role="presentation" className="truncate px-2 text-right leading-[25px] text-faint">
                {order[item.index]}
              </span>
              {columns.map((column, columnIndex) => (
                <JsonTableCell
                  key={column}
                  id={`${id}-${item.index}-${columnIndex}`}
                  value={cellOf(list[order[item.index] ?? -1], column)}
                  isActive={active.row === item.index && active.column === columnIndex}
                  isPickable={onPick !== undefined}
                  onActivate={() => setActive({ row: item.index, column: columnIndex })}
                  onPick={() => pick(item.index, columnIndex)}
                />
              ))}
            </div>
          ))}
        </div>
      </div>
      {hiddenColumnCount > 0 ? (
        <p className="border-t border-line px-2 py-1 text-xs text-muted">
          The first {COLUMNS_MAX} columns are shown; {hiddenColumnCount} more are in the tree.
        </p>
      ) : null}
    </div>
  );
}

type Cell = { row: number; column: number };

function nextCell(key: string, { row, column }: Cell, last: Cell): Cell | null {
  if (key === 'ArrowDown') return { row: Math.min(row + 1, last.row), column };
  if (key === 'ArrowUp') return { row: Math.max(row - 1, 0), column };
  if (key === 'ArrowRight') return { row, column: Math.min(column + 1, last.column) };
  if (key === 'ArrowLeft') return { row, column: Math.max(column - 1, 0) };
  if (key === 'PageDown') return { row: Math.min(row + 20, last.row), column };
  if (key === 'PageUp') return { row: Math.max(row - 20, 0), column };
  if (key === 'Home') return { row: 0, column };
  return key === 'End' ? { row: last.row, column } : null;
}
