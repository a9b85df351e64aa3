'use client';

import { AlignLeft, Table2 } from 'lucide-react';
import { useId, useRef, useState } from 'react';

import { BulkEditor } from '@/components/studio/editors/key-value/bulk-editor';
import { BLANK_PART, BLANK_ROW, PART_COLUMNS, type ExtraColumn } from '@/components/studio/editors/key-value/key-value-columns';
import { KeyValueRowView } from '@/components/studio/editors/key-value/key-value-row';
import { SortableRows } from '@/components/studio/editors/key-value/sortable-rows';
import { useKeyValueRows } from '@/components/studio/editors/key-value/use-key-value-rows';
import type { UnknownSpan, VariableOption } from '@/components/studio/editors/template/variable-option';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/class-names';
import type { KeyValueRow, MultipartRow } from '@/lib/modules/integration/integration.schema';

/** Properties of `KeyValueEditor` and `MultipartEditor`. */
export type RowsEditorProps<Row extends KeyValueRow> = {
  rows: readonly Row[];
  onChange: (rows: Row[]) => void;
  /** What the rows are, for screen readers: "Request headers". */
  label: string;
  /** What one row is: "header". */
  rowNoun: string;
  variables: readonly VariableOption[];
  findUnknown?: ((text: string) => readonly UnknownSpan[]) | undefined;
  /** What is wrong with a row's `name`, `value`, `note`, `fileName` or `contentType`; null when it is fine. */
  errorOf?: ((rowIndex: number, field: string) => string | null) | undefined;
  /** Names offered while one is typed, such as `COMMON_HEADER_NAMES`. */
  nameSuggestions?: readonly string[] | undefined;
  className?: string | undefined;
};

/**
 * Headers, parameters or form fields as rows that can be switched off, reordered, pasted many at a time, and edited as
 * one text.
 */
export function KeyValueEditor(props: RowsEditorProps<KeyValueRow>) {
  return <RowsEditor {...props} blank={BLANK_ROW} extraColumns={noColumns} gridStyle={gridStyles.plain} />;
}

/** The parts of a multipart body; like `KeyValueEditor`, with file name and content type. */
export function MultipartEditor(props: RowsEditorProps<MultipartRow>) {
  return <RowsEditor {...props} blank={BLANK_PART} extraColumns={PART_COLUMNS} gridStyle={gridStyles.multipart} />;
}

const noColumns: readonly ExtraColumn<KeyValueRow>[] = [];

const gridStyles = {
  plain:
    'grid grid-cols-[20px_24px_minmax(0,2fr)_minmax(0,4fr)_28px] @lg:grid-cols-[20px_24px_minmax(0,2fr)_minmax(0,4fr)_minmax(0,2fr)_28px]',
  multipart:
    'grid grid-cols-[20px_24px_minmax(0,2fr)_minmax(0,3fr)_minmax(0,2fr)_minmax(0,2fr)_28px] @lg:grid-cols-[20px_24px_minmax(0,2fr)_minmax(0,3fr)_minmax(0,2fr)_minmax(0,2fr)_minmax(0,2fr)_28px]',
};

function RowsEditor<Row extends KeyValueRow>(
  props: RowsEditorProps<Row> & { blank: Row; extraColumns: readonly ExtraColumn<Row>[]; gridStyle: string },
) {
  const { rows, blank, extraColumns, gridStyle, label, nameSuggestions } = props;
  const [isBulk, setIsBulk] = useState(false);
  const table = useRef<HTMLDivElement>(null);
  const nameListId = useId();
  const operations = useKeyValueRows({ rows, onChange: props.onChange, blank, table });
  const shared = {
    rowNoun: props.rowNoun,
    extraColumns,
    variables: props.variables,
    findUnknown: props.findUnknown,
    errorOf: props.errorOf,
    nameListId: nameSuggestions ? nameListId : undefined,
    gridStyle,
  };
  const offCount = rows.filter((row) => !row.enabled).length;

  return (
    <div ref={table} role="group" aria-label={label} className={cn('@container flex flex-col text-sm', props.className)}>
      {isBulk ? (
        <BulkEditor
          rows={rows}
          onChange={props.onChange}
          blank={blank}
          label={label}
          variables={props.variables}
          findUnknown={props.findUnknown}
        />
      ) : (
        <>
          <div aria-hidden className={cn('gap-1 border-b border-line py-1 text-xs text-muted', gridStyle)}>
            <span />
            <span />
            <span className="px-2">name</span>
            <span className="px-2">value</span>
            {extraColumns.map((column) => (
              <span key={column.key} className="truncate px-2">
                {column.label.toLowerCase()}
              </span>
            ))}
            <span className="px-2 @max-lg:hidden">note</span>
            <span />
          </div>
          <SortableRows ids={operations.ids.slice(0, rows.length)} rowNoun={props.rowNoun} onMove={operations.move}>
            {operations.ids.map((id, index) => (
              <KeyValueRowView
                key={id}
                id={id}
                index={index}
                row={rows[index] ?? blank}
                isGhost={index >= rows.length}
                table={shared}
                rows={operations}
              />
            ))}
          </SortableRows>
        </>
      )}
      <div className="flex items-center justify-between gap-2 py-1">
        <span className="px-1 text-xs text-muted">{offCount > 0 ? `${offCount} switched off` : ''}</span>
        <Button variant="ghost" size="sm" onClick={() => setIsBulk(!isBulk)}>
          {isBulk ? <Table2 aria-hidden /> : <AlignLeft aria-hidden />}
          {isBulk ? 'Edit as rows' : 'Edit as text'}
        </Button>
      </div>
      {nameSuggestions ? (
        <datalist id={nameListId}>
          {nameSuggestions.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
      ) : null}
    </div>
  );
}
