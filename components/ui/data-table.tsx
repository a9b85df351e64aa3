'use client';

import { useVirtualizer } from '@tanstack/react-virtual';
import { ArrowDown, ArrowUp } from 'lucide-react';
import Link from 'next/link';
import { useEffect, useImperativeHandle, useRef, useState, type KeyboardEvent, type ReactNode, type Ref } from 'react';

import { cn } from '@/components/ui/class-names';
import type { ListOrder, SortValue } from '@/components/ui/list-order';

/** One column of a `DataTable`. */
export type DataColumn<Row> = {
  id: string;
  header: string;
  /** What the column shows; in the first column, the words of the row's link. */
  cell: (row: Row) => ReactNode;
  /** What sorting compares; without it the column can't be sorted. */
  sortValue?: (row: Row) => SortValue;
  /** Of head and cells: width, and `max-md:hidden` for what narrow windows leave out. */
  className?: string;
};

/** Lets a search field hand the keyboard over. */
export type DataTableHandle = { focusRow: (index: number) => void };

/** Properties of `DataTable`. */
export type DataTableProps<Row> = {
  /** What is listed, for screen readers: "Bots". */
  label: string;
  rows: readonly Row[];
  columns: readonly DataColumn<Row>[];
  rowId: (row: Row) => string;
  /** Where a row leads. */
  rowHref: (row: Row) => string;
  order: ListOrder;
  onOrderChange: (order: ListOrder) => void;
  /** The row that is shown beside the table, where one is. */
  currentRowId?: string | null;
  /** A menu at the end of the row. Give `tabIndex` to its button, so that one row at a time is in the tab order. */
  rowMenu?: (row: Row, tabIndex: number) => ReactNode;
  ref?: Ref<DataTableHandle>;
};

const ROW_HEIGHT_PX = 40;
/** Fewer rows are drawn as they are, which keeps the browser's own search working. */
const ROW_COUNT_DRAWN_MAX = 100;

/**
 * A table whose rows lead somewhere: ↑ ↓ Home End move, ⏎ opens, a click anywhere on the row too. It scrolls in itself, so its parent needs a
 * height, and draws only what is in sight when it is long.
 */
export function DataTable<Row>({ label, rows, columns, rowId, rowHref, order, onOrderChange, currentRowId, rowMenu, ref }: DataTableProps<Row>) {
  const scrollerRef = useRef<HTMLDivElement>(null);
  const pendingFocusRef = useRef<number | null>(null);
  const [activeIndex, setActiveIndex] = useState(0);
  const isVirtual = rows.length > ROW_COUNT_DRAWN_MAX;
  const virtualizer = useVirtualizer({
    count: isVirtual ? rows.length : 0,
    getScrollElement: () => scrollerRef.current,
    estimateSize: () => ROW_HEIGHT_PX,
    overscan: 12,
    scrollPaddingStart: ROW_HEIGHT_PX,
  });
  const tabbableIndex = Math.min(activeIndex, rows.length - 1);
  const drawn = isVirtual ? virtualizer.getVirtualItems().map((item) => item.index) : rows.map((_, index) => index);
  const first = drawn[0] ?? 0;
  const last = drawn.at(-1) ?? -1;

  function focusRow(index: number) {
    if (index < 0 || index >= rows.length) return;
    if (isVirtual) virtualizer.scrollToIndex(index);
    pendingFocusRef.current = index;
    setActiveIndex(index);
    focusPending();
  }

  // The row may be drawn only after scrolling; each drawing tries again.
  function focusPending() {
    const index = pendingFocusRef.current;
    const link = index === null ? null : scrollerRef.current?.querySelector<HTMLElement>(`[data-row-index="${index}"] [data-row-link]`);
    if (!link) return;
    pendingFocusRef.current = null;
    link.focus();
  }
  useEffect(focusPending);
  useImperativeHandle(ref, () => ({ focusRow }));

  function moveByKey(event: KeyboardEvent) {
    if (!(event.target instanceof HTMLElement) || !event.target.hasAttribute('data-row-link')) return;
    const moveByName: Record<string, number> = { ArrowDown: tabbableIndex + 1, ArrowUp: tabbableIndex - 1, Home: 0, End: rows.length - 1 };
    const next = moveByName[event.key];
    if (next === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    focusRow(next);
  }

  return (
    <div ref={scrollerRef} onKeyDown={moveByKey} className="min-h-0 flex-1 overflow-auto">
      <table aria-label={label} aria-rowcount={rows.length + 1} className="w-full table-fixed border-collapse text-left text-sm">
        <thead className="sticky top-0 z-20 bg-surface text-xs text-muted shadow-[inset_0_-1px_var(--line)]">
          <tr aria-rowindex={1}>
            {columns.map((column) => (
              <ColumnHead key={column.id} column={column} order={order} onOrderChange={onOrderChange} />
            ))}
            {rowMenu ? (
              <th scope="col" className="w-11">
                <span className="sr-only">Actions</span>
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          <Spacer rowCount={isVirtual ? first : 0} />
          {drawn.map((index) => {
            const row = rows[index];
            if (row === undefined) return null;
            const tabIndex = index === tabbableIndex ? 0 : -1;
            const isCurrent = currentRowId !== undefined && rowId(row) === currentRowId;
            return (
              <tr
                key={rowId(row)}
                data-row-index={index}
                aria-rowindex={index + 2}
                onFocus={() => setActiveIndex(index)}
                className={cn('relative h-10 border-b border-line transition-colors last:border-b-0 focus-within:bg-raised/60 hover:bg-raised/60', isCurrent && 'bg-accent-soft!')}
              >
                {columns.map((column, columnIndex) => (
                  <td key={column.id} className={cn('truncate px-3', column.className)}>
                    {columnIndex === 0 ? (
                      <Link
                        data-row-link=""
                        tabIndex={tabIndex}
                        aria-current={isCurrent || undefined}
                        prefetch={false}
                        href={rowHref(row)}
                        className="font-medium outline-none after:absolute after:inset-0 focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent"
                      >
                        {column.cell(row)}
                      </Link>
                    ) : (
                      column.cell(row)
                    )}
                  </td>
                ))}
                {rowMenu ? <td className="relative z-10 px-2 text-right">{rowMenu(row, tabIndex)}</td> : null}
              </tr>
            );
          })}
          <Spacer rowCount={isVirtual ? rows.length - 1 - last : 0} />
        </tbody>
      </table>
    </div>
  );
}

type ColumnHeadProps<Row> = { column: DataColumn<Row>; order: ListOrder; onOrderChange: (order: ListOrder) => void };

function ColumnHead<Row>({ column, order, onOrderChange }: ColumnHeadProps<Row>) {
  const direction = order.columnId === column.id ? order.direction : null;
  const Arrow = direction === 'descending' ? ArrowDown : ArrowUp;
  return (
    <th scope="col" aria-sort={direction ?? (column.sortValue ? 'none' : undefined)} className={cn('h-8 px-3 font-medium', column.className)}>
      {column.sortValue ? (
        <button
          type="button"
          onClick={() => onOrderChange({ columnId: column.id, direction: direction === 'ascending' ? 'descending' : 'ascending' })}
          className="-mx-1 inline-flex max-w-full items-center gap-1 rounded-sm px-1 hover:text-ink"
        >
          <span className="truncate">{column.header}</span>
          <Arrow aria-hidden className={cn('size-3 shrink-0', direction === null && 'invisible')} />
        </button>
      ) : (
        column.header
      )}
    </th>
  );
}

/** Stands for the rows that are not drawn. */
function Spacer({ rowCount }: { rowCount: number }) {
  if (rowCount <= 0) return null;
  return (
    <tr aria-hidden>
      <td style={{ height: rowCount * ROW_HEIGHT_PX }} />
    </tr>
  );
}
