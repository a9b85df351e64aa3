'use client';

import { SearchX } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useDeferredValue, useMemo, useRef, useState, type ReactNode } from 'react';

import { Button } from '@/components/ui/button';
import { DataTable, type DataTableHandle, type DataTableProps } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { orderRows, searchRows, type ListOrder } from '@/components/ui/list-order';
import { SearchInput } from '@/components/ui/search-input';

/** Properties of `DataList`. */
export type DataListProps<Row> = Pick<DataTableProps<Row>, 'label' | 'rows' | 'columns' | 'rowId' | 'rowHref' | 'rowMenu'> & {
  /** The singular and plural of what is listed: `['bot', 'bots']`. */
  noun: readonly [one: string, many: string];
  /** What the search looks into. */
  rowText: (row: Row) => string;
  initialOrder: ListOrder;
  /** Buttons beside the search field. */
  tools?: ReactNode;
};

/** A list with its search field and sorting. `/` goes to the field, ↓ from it into the list, ⏎ opens the first row. */
export function DataList<Row>({ noun, rowText, initialOrder, tools, ...table }: DataListProps<Row>) {
  const [query, setQuery] = useState('');
  const [order, setOrder] = useState(initialOrder);
  const tableRef = useRef<DataTableHandle>(null);
  const router = useRouter();
  // Typing stays quick while a thousand rows are drawn anew.
  const words = useDeferredValue(query);
  const { rows, columns } = table;
  const shown = useMemo(() => {
    const sortValue = columns.find((column) => column.id === order.columnId)?.sortValue;
    const found = searchRows(rows, words, rowText);
    return sortValue ? orderRows(found, sortValue, order.direction) : found;
  }, [rows, columns, words, order, rowText]);
  const [one, many] = noun;

  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="flex shrink-0 items-center gap-3 border-b border-line px-3 py-2">
        <SearchInput
          label={`Search ${many}`}
          value={query}
          onValueChange={setQuery}
          className="w-72 max-md:flex-1"
          onKeyDown={(event) => {
            const [first] = shown;
            if (event.key === 'ArrowDown') {
              event.preventDefault();
              tableRef.current?.focusRow(0);
            } else if (event.key === 'Enter' && first !== undefined && query) router.push(table.rowHref(first));
          }}
        />
        <p role="status" className="text-xs whitespace-nowrap text-muted tabular-nums">
          {words ? `${shown.length} of ${rows.length}` : `${rows.length} ${rows.length === 1 ? one : many}`}
        </p>
        {tools ? <div className="ml-auto flex items-center gap-2">{tools}</div> : null}
      </div>
      {shown.length === 0 ? (
        <EmptyState
          icon={SearchX}
          title={`No ${one} matches “${query}”`}
          action={<Button onClick={() => setQuery('')}>Clear search</Button>}
        >
          Try fewer letters, or another part of the name.
        </EmptyState>
      ) : (
        <DataTable ref={tableRef} {...table} rows={shown} order={order} onOrderChange={setOrder} />
      )}
    </div>
  );
}
