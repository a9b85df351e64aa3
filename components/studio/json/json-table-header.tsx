'use client';

import { ArrowDown, ArrowUp } from 'lucide-react';

import type { JsonTableSort } from '@/components/studio/json/json-table-rows';

/** The fixed line of column names; each sorts up, down, and not at all in turn. */
export function JsonTableHeader(props: {
  columns: readonly string[];
  /** The grid's columns, shared with the rows. */
  template: string;
  sort: JsonTableSort | null;
  onSort: (sort: JsonTableSort | null) => void;
}) {
  return (
    <div role="rowgroup" className="sticky top-0 z-1 min-w-max">
      <div
        role="row"
        aria-rowindex={1}
        className="grid h-[26px] w-full min-w-max border-b border-line-strong bg-raised"
        style={{ gridTemplateColumns: props.template }}
      >
        <span role="presentation" />
        {props.columns.map((column) => {
          const direction = props.sort?.column === column ? props.sort.direction : null;
          return (
            <span key={column} role="columnheader" aria-sort={direction ?? 'none'} className="min-w-0">
              <button
                type="button"
                onClick={() => props.onSort(nextSort(column, direction))}
                className="flex h-full w-full min-w-0 items-center gap-1 px-2 font-medium hover:text-accent focus-visible:-outline-offset-2"
              >
                <span className="truncate">{column}</span>
                {direction === 'ascending' ? <ArrowUp aria-hidden className="size-3 shrink-0" /> : null}
                {direction === 'descending' ? <ArrowDown aria-hidden className="size-3 shrink-0" /> : null}
              </button>
            </span>
          );
        })}
      </div>
    </div>
  );
}

function nextSort(column: string, direction: JsonTableSort['direction'] | null): JsonTableSort | null {
  if (direction === null) return { column, direction: 'ascending' };
  return direction === 'ascending' ? { column, direction: 'descending' } : null;
}
