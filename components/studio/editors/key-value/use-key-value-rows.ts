'use client';

import { useEffect, useRef, type RefObject } from 'react';

import type { PastedRow } from '@/components/studio/editors/key-value/parse-pasted-rows';
import { useRowIds } from '@/components/studio/editors/key-value/use-row-ids';
import type { KeyValueRow } from '@/lib/modules/integration/integration.schema';

/** Where the focus goes once the rows are drawn. */
type Place = { index: number; cell: string };

/**
 * What can be done to the rows of a table, keeping ids and focus in step. An index equal to the number of rows means the
 * empty row at the end.
 */
export function useKeyValueRows<Row extends KeyValueRow>(owner: {
  rows: readonly Row[];
  onChange: (rows: Row[]) => void;
  blank: Row;
  table: RefObject<HTMLElement | null>;
}) {
  const { rows, onChange, blank, table } = owner;
  const { ids, editIds } = useRowIds(rows.length);
  const pendingFocus = useRef<Place | null>(null);

  const focus = ({ index, cell }: Place) => {
    const control = table.current?.querySelector<HTMLElement>(`[data-row-index="${index}"] [data-cell="${cell}"] :is(input, button)`);
    control?.focus();
    if (control instanceof HTMLInputElement) control.select();
  };

  useEffect(() => {
    if (pendingFocus.current) focus(pendingFocus.current);
    pendingFocus.current = null;
  });

  const edit = (index: number, change: (row: Row) => Row) => {
    if (index < rows.length) return onChange(rows.map((row, at) => (at === index ? change(row) : row)));
    editIds((copy, nextId) => copy.push(nextId()));
    onChange([...rows, change(blank)]);
  };

  const remove = (index: number, focusAfter: Place) => {
    if (index >= rows.length) return;
    pendingFocus.current = focusAfter;
    editIds((copy) => copy.splice(index, 1));
    onChange(rows.filter((_, at) => at !== index));
  };

  const move = (from: number, to: number, cell: string | null = null) => {
    if (from === to || from >= rows.length || to < 0 || to >= rows.length) return;
    if (cell) pendingFocus.current = { index: to, cell };
    editIds((copy) => copy.splice(to, 0, ...copy.splice(from, 1)));
    const moved = [...rows];
    moved.splice(to, 0, ...moved.splice(from, 1));
    onChange(moved);
  };

  /** Puts pasted rows in the place of the row when that is blank, behind it otherwise. */
  const paste = (index: number, pasted: readonly PastedRow[]) => {
    const row = rows[index];
    const isReplacing = row === undefined || (row.name === '' && row.value === '');
    const at = isReplacing ? index : index + 1;
    const removedCount = isReplacing && row ? 1 : 0;
    pendingFocus.current = { index: at + pasted.length - 1, cell: 'value' };
    editIds((copy, nextId) => copy.splice(at, removedCount, ...pasted.map(nextId)));
    const next = [...rows];
    next.splice(at, removedCount, ...pasted.map((one) => ({ ...blank, ...one })));
    onChange(next);
  };

  return { ids, edit, remove, move, paste, focus };
}

/** The operations on a table's rows. */
export type KeyValueRows<Row extends KeyValueRow> = ReturnType<typeof useKeyValueRows<Row>>;
