'use client';

import { ArrowDown, ArrowUp, Plus, X } from 'lucide-react';
import { useContext, useMemo, useRef, type KeyboardEvent, type ReactNode } from 'react';

import { Button } from '@/components/ui/button';
import { FieldContext } from '@/components/ui/field-context';
import { IconButton } from '@/components/ui/icon-button';

/** Properties of `RowList`. */
export type RowListProps<Row> = {
  /** What the list holds: "Choices". */
  label: string;
  /** What one is called: "choice". */
  noun: string;
  rows: readonly Row[];
  onChange: (rows: Row[]) => void;
  /** A new, empty row. */
  build: () => Row;
  /** At most so many. */
  countMax: number;
  children: (row: Row, patch: (parts: Partial<Row>) => void, index: number) => ReactNode;
  /** Without arrows, where the order says nothing. */
  isUnordered?: boolean;
};

/** Rows to be added, changed, moved (Alt+↑, Alt+↓) and taken away. A new row gets the focus. */
export function RowList<Row extends object>({ label, noun, rows, onChange, build, countMax, children, isUnordered = false }: RowListProps<Row>) {
  const list = useRef<HTMLUListElement>(null);
  const field = useContext(FieldContext);
  // One id for all controls of all rows would be no id.
  const rowField = useMemo(() => (field ? { ...field, controlId: undefined } : null), [field]);
  const focusRow = (index: number) =>
    requestAnimationFrame(() => list.current?.children[index]?.querySelector<HTMLElement>('input, textarea, select')?.focus());
  const move = (from: number, to: number) => {
    const row = rows[from];
    if (row === undefined || to < 0 || to >= rows.length) return;
    onChange(rows.toSpliced(from, 1).toSpliced(to, 0, row));
    focusRow(to);
  };
  const handleKey = (index: number) => (event: KeyboardEvent) => {
    if (isUnordered || !event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    move(index, event.key === 'ArrowUp' ? index - 1 : index + 1);
  };
  return (
    <div role="group" aria-label={label} className="flex flex-col gap-1.5">
      <ul ref={list} className="flex flex-col gap-1.5">
        {rows.map((row, index) => (
          <li key={readKey(row, index)} onKeyDown={handleKey(index)} className="flex flex-wrap items-start gap-1">
            <div className="min-w-[min(100%,11rem)] flex-1"><FieldContext value={rowField}>{children(row, (parts) => onChange(rows.with(index, { ...row, ...parts })), index)}</FieldContext></div>
            <span className="ml-auto flex shrink-0">
              {isUnordered ? null : (
                <>
                  <IconButton label={`Move ${noun} ${index + 1} up`} disabled={index === 0} onClick={() => move(index, index - 1)}>
                    <ArrowUp aria-hidden />
                  </IconButton>
                  <IconButton label={`Move ${noun} ${index + 1} down`} disabled={index === rows.length - 1} onClick={() => move(index, index + 1)}>
                    <ArrowDown aria-hidden />
                  </IconButton>
                </>
              )}
              <IconButton label={`Delete ${noun} ${index + 1}`} onClick={() => onChange(rows.toSpliced(index, 1))}>
                <X aria-hidden />
              </IconButton>
            </span>
          </li>
        ))}
      </ul>
      <Button
        size="sm"
        className="self-start"
        disabled={rows.length >= countMax}
        onClick={() => {
          onChange([...rows, build()]);
          focusRow(rows.length);
        }}
      >
        <Plus aria-hidden />
        Add {noun}
      </Button>
    </div>
  );
}

function readKey(row: object, index: number): string | number {
  return 'id' in row && typeof row.id === 'string' ? row.id : index;
}
