'use client';

import { Plus, X } from 'lucide-react';

import type { ValueType } from '@/components/studio/preview/state/typed-value';
import { newRow, type VariableRow, type VariableScope } from '@/components/studio/preview/state/variable-rows';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { Textarea } from '@/components/ui/textarea';

/** Properties of `VariableEditor`. */
export type VariableEditorProps = {
  rows: readonly VariableRow[];
  onChange: (rows: VariableRow[]) => void;
  /** Which scopes can be chosen; one alone is not shown. The first is what a new row has. */
  scopes: readonly VariableScope[];
  /** Whether values have types; otherwise they are texts. */
  isTyped: boolean;
  /** What is wrong, by row. */
  problems: ReadonlyMap<number, string>;
};

/** Variables to set: scope, name, type and value. */
export function VariableEditor({ rows, onChange, scopes, isTyped, problems }: VariableEditorProps) {
  const change = (key: number, part: Partial<VariableRow>) => onChange(rows.map((row) => (row.key === key ? { ...row, ...part } : row)));
  return (
    <div className="flex flex-col gap-2">
      {rows.map((row, index) => (
        <div key={row.key} role="group" aria-label={`Variable ${index + 1}`} className="flex flex-col gap-1">
          <div className="flex flex-wrap items-start gap-1.5">
            {scopes.length > 1 ? (
              <div className="w-28">
                <Select size="sm" aria-label="Scope" value={row.scope} onChange={(event) => change(row.key, { scope: scopes.find((scope) => scope === event.target.value) ?? row.scope })}>
                  {scopes.map((scope) => (
                    <option key={scope} value={scope}>
                      {scopeLabels[scope]}
                    </option>
                  ))}
                </Select>
              </div>
            ) : null}
            <Input isCode aria-label="Name" placeholder="name" value={row.name} onChange={(event) => change(row.key, { name: event.target.value })} className="h-7 min-w-28 flex-1" />
            {isTyped ? (
              <div className="w-24">
                <Select size="sm" aria-label="Type" value={row.type} onChange={(event) => change(row.key, retyped(row, event.target.value))}>
                  {typeLabels.map(([type, label]) => (
                    <option key={type} value={type}>
                      {label}
                    </option>
                  ))}
                </Select>
              </div>
            ) : null}
            <ValueField row={row} isInvalid={problems.has(row.key)} onChange={(text) => change(row.key, { text })} />
            <IconButton label="Remove variable" onClick={() => onChange(rows.filter(({ key }) => key !== row.key))}>
              <X aria-hidden />
            </IconButton>
          </div>
          {problems.has(row.key) ? (
            <p role="alert" className="text-xs text-bad">
              {problems.get(row.key)}
            </p>
          ) : null}
        </div>
      ))}
      <Button size="sm" variant="ghost" className="self-start" onClick={() => onChange([...rows, newRow(rows, { scope: scopes[0] ?? 'session' })])}>
        <Plus aria-hidden />
        Add variable
      </Button>
    </div>
  );
}

function ValueField({ row, isInvalid, onChange }: { row: VariableRow; isInvalid: boolean; onChange: (text: string) => void }) {
  const shared = { 'aria-label': 'Value', 'aria-invalid': isInvalid || undefined, value: row.text } as const;
  if (row.type === 'boolean') {
    return (
      <div className="min-w-32 flex-2">
        <Select size="sm" {...shared} onChange={(event) => onChange(event.target.value)}>
          <option value="true">true</option>
          <option value="false">false</option>
        </Select>
      </div>
    );
  }
  if (row.type === 'json') return <Textarea isCode rows={1} {...shared} onChange={(event) => onChange(event.target.value)} className="min-h-7 min-w-32 flex-2 py-1" />;
  return <Input isCode placeholder="value" {...shared} onChange={(event) => onChange(event.target.value)} className="h-7 min-w-32 flex-2" />;
}

function retyped(row: VariableRow, value: string): Partial<VariableRow> {
  const type = typeLabels.find(([known]) => known === value)?.[0] ?? row.type;
  return { type, text: type === 'boolean' ? String(row.text === 'true') : row.text };
}

const typeLabels: readonly (readonly [ValueType, string])[] = [
  ['text', 'Text'],
  ['number', 'Number'],
  ['boolean', 'Yes or no'],
  ['json', 'JSON'],
];

/** Scopes as people read them. */
export const scopeLabels: Record<VariableScope, string> = { session: 'Session', permanent: 'Permanent', dialog: 'Dialog', slot: 'Slot', 'web-view': 'Web view', request: 'This turn' };
