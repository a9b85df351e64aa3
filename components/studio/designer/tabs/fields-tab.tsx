'use client';

import { useRef } from 'react';

import type { IntegrationDraft } from '@/components/studio/designer/draft/integration-draft';
import type { DesignerForm } from '@/components/studio/designer/draft/use-designer-form';
import { FieldRow } from '@/components/studio/designer/tabs/field-row';
import { useLiveFields } from '@/components/studio/designer/tabs/use-live-fields';
import { SortableRows } from '@/components/studio/editors/key-value/sortable-rows';
import { useRowIds } from '@/components/studio/editors/key-value/use-row-ids';
import type { RunRecord } from '@/lib/modules/integration-run/run-record.schema';

/** Properties of `FieldsTab`. */
export type FieldsTabProps = { form: DesignerForm; /** The run whose values are shown; null before the first. */ run: RunRecord | null };

type Fields = IntegrationDraft['customDataFields'];

/** Custom data fields: named values taken out of the response, each with what it gave in the last run. */
export function FieldsTab({ form, run }: FieldsTabProps) {
  const { customDataFields: fields, responseVariable } = form.draft;
  const { ids, editIds } = useRowIds(fields.length);
  const table = useRef<HTMLDivElement>(null);
  const live = useLiveFields(form.draft, run);
  const setFields = (customDataFields: Fields) => form.edit((now) => ({ ...now, customDataFields }));

  function change(index: number, field: Fields[number]) {
    if (index < fields.length) return setFields(fields.map((kept, at) => (at === index ? field : kept)));
    editIds((copy, nextId) => copy.push(nextId()));
    setFields([...fields, field]);
  }

  function remove(index: number) {
    editIds((copy) => copy.splice(index, 1));
    setFields(fields.filter((_, at) => at !== index));
    // The row that takes its place, which is there at the latest as the empty one at the end.
    requestAnimationFrame(() => table.current?.querySelector<HTMLElement>(`[data-row-index="${index}"] input`)?.focus());
  }

  function move(from: number, to: number) {
    if (from === to || from >= fields.length || to < 0 || to >= fields.length) return;
    editIds((copy) => copy.splice(to, 0, ...copy.splice(from, 1)));
    const moved = [...fields];
    moved.splice(to, 0, ...moved.splice(from, 1));
    setFields(moved);
  }

  return (
    <div data-field="customDataFields" className="flex flex-col gap-2 p-3">
      <p className="text-xs text-muted">
        Named values that texts of the bot refer to as <code>{`{${responseVariable || 'X'}.key}`}</code>. Run, then click a value in the response to add it; or write a
        path: <code>{`{$.api_${responseVariable || 'X'}.items[i].title}`}</code> takes every item’s title, <code>[0]</code> the first one’s.
      </p>
      <div ref={table} role="group" aria-label="Custom Data Fields" className="@container flex flex-col text-sm">
        <div aria-hidden className={`gap-1 border-b border-line py-1 text-xs text-muted ${fieldGrid}`}>
          <span />
          <span className="px-2">key</span>
          <span className="px-2">path</span>
          <span className="px-2 @max-lg:hidden">last run</span>
          <span />
        </div>
        <SortableRows ids={ids.slice(0, fields.length)} rowNoun="field" onMove={move}>
          {ids.map((id, index) => (
            <FieldRow
              key={id}
              id={id}
              index={index}
              field={fields[index] ?? { key: '', path: '' }}
              isGhost={index >= fields.length}
              live={live.fields[index]}
              hasDocument={live.hasDocument}
              error={form.errorIn(`customDataFields.${index}`)}
              isKeyInvalid={form.errorAt(`customDataFields.${index}.key`) !== undefined}
              isPathInvalid={form.errorAt(`customDataFields.${index}.path`) !== undefined}
              onChange={(field) => change(index, field)}
              onRemove={() => remove(index)}
              onMove={(by) => move(index, index + by)}
            />
          ))}
        </SortableRows>
      </div>
    </div>
  );
}

/** Handle, key, path, value, delete; narrow, the value has a line of its own. */
const fieldGrid = 'grid grid-cols-[20px_minmax(0,1fr)_minmax(0,2fr)_28px] @lg:grid-cols-[20px_minmax(0,2fr)_minmax(0,4fr)_minmax(0,3fr)_28px]';
