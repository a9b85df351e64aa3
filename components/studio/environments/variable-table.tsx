'use client';

import { ListPlus, Plus, Variable } from 'lucide-react';
import { useRef, useState, type KeyboardEvent } from 'react';

import { BulkAddDialog } from '@/components/studio/environments/bulk-add-dialog';
import { VariableRowFields } from '@/components/studio/environments/variable-row-fields';
import { addBulkVariables, createVariableRow, toUpdateIndex, type VariableRow } from '@/components/studio/environments/variable-rows';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { searchRows } from '@/components/ui/list-order';
import { SearchInput } from '@/components/ui/search-input';
import { parseBulkLines } from '@/lib/modules/environment/bulk-lines.rules';

/** Properties of `VariableTable`. */
export type VariableTableProps = {
  rows: readonly VariableRow[];
  onChange: (rows: VariableRow[]) => void;
  errorAt: (path: string) => string | undefined;
};

/** The variables of an environment, to edit. ⏎ goes to the next key, adding one at the end; many pasted lines become many rows. */
export function VariableTable({ rows, onChange, errorAt }: VariableTableProps) {
  const [query, setQuery] = useState('');
  const [isAddingMany, setIsAddingMany] = useState(false);
  const listRef = useRef<HTMLUListElement>(null);
  const shown = searchRows(rows, query, (row) => `${row.key} ${row.isSecret ? 'secret' : (row.value ?? '')}`);

  function focusKey(rowId: string) {
    requestAnimationFrame(() => listRef.current?.querySelector<HTMLElement>(`[data-variable-row="${rowId}"] [data-variable-key]`)?.focus());
  }

  function addRow() {
    const row = createVariableRow();
    setQuery('');
    onChange([...rows, row]);
    focusKey(row.rowId);
  }

  function moveByEnter(event: KeyboardEvent) {
    if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    const rowId = event.target.closest('[data-variable-row]')?.getAttribute('data-variable-row');
    const next = shown[shown.findIndex((row) => row.rowId === rowId) + 1];
    if (next) focusKey(next.rowId);
    else addRow();
  }

  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-2">
        {rows.length > 5 ? <SearchInput label="Search variables" value={query} onValueChange={setQuery} className="w-56 max-sm:w-full" /> : null}
        <div className="ml-auto flex gap-2">
          <Button size="sm" onClick={() => setIsAddingMany(true)}>
            <ListPlus aria-hidden />
            Bulk add
          </Button>
          <Button size="sm" onClick={addRow}>
            <Plus aria-hidden />
            Add variable
          </Button>
        </div>
      </div>
      <div className="rounded-md border border-line">
        {rows.length === 0 ? (
          <EmptyState icon={Variable} title="No variables yet" className="py-8">
            Add one, or paste many lines of <code>key=value</code> with Bulk add.
          </EmptyState>
        ) : null}
        {rows.length > 0 && shown.length === 0 ? <p className="px-3 py-4 text-muted">No variable matches “{query}”.</p> : null}
        <ul ref={listRef} aria-label="Variables" onKeyDown={moveByEnter} hidden={shown.length === 0}>
          {shown.map((row, index) => {
            const at = toUpdateIndex(rows, row.rowId);
            return (
              <VariableRowFields
                key={row.rowId}
                row={row}
                position={index + 1}
                keyError={at < 0 ? undefined : errorAt(`variables.${at}.key`)}
                valueError={at < 0 ? undefined : errorAt(`variables.${at}.value`)}
                onChange={(change) => onChange(rows.map((other) => (other.rowId === row.rowId ? { ...other, ...change } : other)))}
                onRemove={() => onChange(rows.filter((other) => other.rowId !== row.rowId))}
                onPasteLines={(text) => onChange(addBulkVariables(rows, parseBulkLines(text).variables, false))}
              />
            );
          })}
        </ul>
      </div>
      <BulkAddDialog
        open={isAddingMany}
        onOpenChange={setIsAddingMany}
        knownKeys={rows.map((row) => row.key)}
        onAdd={(variables, areSecret) => onChange(addBulkVariables(rows, variables, areSecret))}
      />
    </div>
  );
}
