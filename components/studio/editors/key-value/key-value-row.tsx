'use client';

import { useSortable } from '@dnd-kit/sortable';
import { CircleAlert, X } from 'lucide-react';
import { useId, type ClipboardEvent, type KeyboardEvent } from 'react';

import { DragHandle } from '@/components/studio/editors/key-value/drag-handle';
import type { ExtraColumn } from '@/components/studio/editors/key-value/key-value-columns';
import { parsePastedRows } from '@/components/studio/editors/key-value/parse-pasted-rows';
import { findRowKeyAction } from '@/components/studio/editors/key-value/row-keys';
import type { KeyValueRows } from '@/components/studio/editors/key-value/use-key-value-rows';
import { TemplateInput } from '@/components/studio/editors/template-input';
import type { UnknownSpan, VariableOption } from '@/components/studio/editors/template/variable-option';
import { Checkbox } from '@/components/ui/checkbox';
import { cn } from '@/components/ui/class-names';
import { IconButton } from '@/components/ui/icon-button';
import { Input } from '@/components/ui/input';
import type { KeyValueRow } from '@/lib/modules/integration/integration.schema';

/** What all rows of a table share. */
export type KeyValueTable<Row extends KeyValueRow> = {
  /** What one row is, in words: "header". */
  rowNoun: string;
  extraColumns: readonly ExtraColumn<Row>[];
  variables: readonly VariableOption[];
  findUnknown: ((text: string) => readonly UnknownSpan[]) | undefined;
  errorOf: ((rowIndex: number, field: string) => string | null) | undefined;
  nameListId: string | undefined;
  gridStyle: string;
};

/** One row of a key/value table; the last one, not there yet, becomes real when it is typed in. */
export function KeyValueRowView<Row extends KeyValueRow>(props: {
  id: string;
  index: number;
  row: Row;
  isGhost: boolean;
  table: KeyValueTable<Row>;
  rows: KeyValueRows<Row>;
}) {
  const { id, index, row, isGhost, table, rows } = props;
  const errorId = useId();
  const sortable = useSortable({ id, disabled: isGhost, data: { name: row.name } });
  const fields = ['name', 'value', ...table.extraColumns.map((column) => column.key), 'note'];
  const errors = isGhost ? [] : fields.flatMap((field) => table.errorOf?.(index, field) ?? []);
  const isFieldInvalid = (field: string) => (!isGhost && table.errorOf?.(index, field) ? true : undefined);
  const describedBy = errors.length > 0 ? errorId : undefined;
  const title = `${table.rowNoun} ${index + 1}`;
  const extraText = table.extraColumns.map((column) => column.read(row)).join('');
  const isEmpty = row.name === '' && row.value === '' && row.note === '' && extraText === '';

  const handleKey = (cell: string) => (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const action = findRowKeyAction(event, isEmpty);
    if (!action || (isGhost && action.kind !== 'focus-next')) return;
    event.preventDefault();
    if (action.kind === 'focus-next') rows.focus({ index: index + 1, cell });
    else if (action.kind === 'move') rows.move(index, index + action.by, cell);
    else rows.remove(index, { index: Math.max(0, index - 1), cell });
  };

  const handlePaste = (cell: string) => (event: ClipboardEvent<HTMLInputElement | HTMLTextAreaElement>) => {
    const field = event.currentTarget;
    const isWhole = field.value === '' || (field.selectionStart === 0 && field.selectionEnd === field.value.length);
    const text = event.clipboardData.getData('text/plain');
    const pasted = isWhole && (cell === 'name' || /\n/.test(text.trim())) ? parsePastedRows(text) : null;
    if (!pasted) return;
    event.preventDefault();
    rows.paste(index, pasted);
  };

  const { transform } = sortable;
  return (
    <div
      ref={sortable.setNodeRef}
      role="group"
      aria-label={title}
      data-row-index={index}
      className={cn('border-b border-line bg-surface', sortable.isDragging && 'relative z-1 border-accent opacity-90')}
      style={{
        transform: transform ? `translateY(${transform.y}px)` : undefined,
        transition: sortable.transition,
      }}
    >
      <div className={cn('items-center gap-1 py-0.5', table.gridStyle, !row.enabled && '[&_input:not(:focus)]:text-faint')}>
        {isGhost ? (
          <span />
        ) : (
          <DragHandle
            label={`Move ${title}`}
            setRef={sortable.setActivatorNodeRef}
            attributes={sortable.attributes}
            listeners={sortable.listeners}
          />
        )}
        {isGhost ? (
          <span />
        ) : (
          <Checkbox
            aria-label={`Send ${row.name || title}`}
            checked={row.enabled}
            onCheckedChange={(checked) => rows.edit(index, (before) => ({ ...before, enabled: checked === true }))}
          />
        )}
        <div data-cell="name">
          <Input
            isCode
            list={table.nameListId}
            aria-label={`Name of ${title}`}
            aria-describedby={describedBy}
            aria-invalid={isFieldInvalid('name')}
            placeholder={isGhost ? 'name' : undefined}
            value={row.name}
            onChange={(event) => rows.edit(index, (before) => ({ ...before, name: event.target.value }))}
            onKeyDown={handleKey('name')}
            onPaste={handlePaste('name')}
            className={cellStyle}
          />
        </div>
        <div data-cell="value">
          <TemplateInput
            appearance="cell"
            ariaLabel={`Value of ${title}`}
            describedBy={describedBy}
            isInvalid={isFieldInvalid('value')}
            placeholder={isGhost ? 'value' : undefined}
            variables={table.variables}
            findUnknown={table.findUnknown}
            value={row.value}
            onChange={(value) => rows.edit(index, (before) => ({ ...before, value }))}
            onKeyDown={handleKey('value')}
            onPaste={handlePaste('value')}
          />
        </div>
        {table.extraColumns.map((column) => (
          <div key={column.key} data-cell={column.key}>
            <Input
              isCode
              aria-label={`${column.label} of ${title}`}
              aria-describedby={describedBy}
              aria-invalid={isFieldInvalid(column.key)}
              placeholder={isGhost ? undefined : column.placeholder}
              value={column.read(row)}
              onChange={(event) => rows.edit(index, (before) => column.write(before, event.target.value))}
              onKeyDown={handleKey(column.key)}
              className={cellStyle}
            />
          </div>
        ))}
        <div data-cell="note" className="@max-lg:hidden">
          <Input
            aria-label={`Note on ${title}`}
            aria-invalid={isFieldInvalid('note')}
            placeholder={isGhost ? 'note' : undefined}
            value={row.note}
            onChange={(event) => rows.edit(index, (before) => ({ ...before, note: event.target.value }))}
            onKeyDown={handleKey('note')}
            className={cellStyle}
          />
        </div>
        <div data-cell="delete">
          {isGhost ? null : (
            <IconButton label={`Delete ${row.name || title}`} onClick={() => rows.remove(index, { index, cell: 'name' })}>
              <X aria-hidden />
            </IconButton>
          )}
        </div>
      </div>
      {errors.length > 0 ? (
        <p id={errorId} className="flex items-start gap-1 pb-1 pl-14 text-xs text-bad">
          <CircleAlert aria-hidden className="mt-0.5 size-3 shrink-0" />
          <span>{errors.join(' ')}</span>
        </p>
      ) : null}
    </div>
  );
}

const cellStyle = 'border-transparent bg-transparent hover:border-line-strong';
