'use client';

import { KeyRound, Trash2 } from 'lucide-react';
import type { ClipboardEvent } from 'react';

import { isKeptSecret, type VariableRow } from '@/components/studio/environments/variable-rows';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { IconButton } from '@/components/ui/icon-button';
import { Input } from '@/components/ui/input';
import { SecretInput } from '@/components/ui/secret-input';

/** Properties of `VariableRowFields`. */
export type VariableRowFieldsProps = {
  row: VariableRow;
  /** Counted from 1, for screen readers. */
  position: number;
  keyError: string | undefined;
  valueError: string | undefined;
  onChange: (change: Partial<VariableRow>) => void;
  onRemove: () => void;
  /** Many lines were pasted into the key. */
  onPasteLines: (text: string) => void;
};

/** One variable: key, value, whether it is secret. */
export function VariableRowFields({ row, position, keyError, valueError, onChange, onRemove, onPasteLines }: VariableRowFieldsProps) {
  const name = row.key.trim() || `variable ${position}`;

  function pasteLines(event: ClipboardEvent) {
    const text = event.clipboardData.getData('text');
    if (!/[\r\n]/.test(text.trim())) return;
    event.preventDefault();
    onPasteLines(text);
  }

  return (
    <li
      data-variable-row={row.rowId}
      className="grid grid-cols-[1fr_auto] items-start gap-x-2 gap-y-1 border-b border-line px-3 py-2 last:border-b-0 md:grid-cols-[minmax(120px,2fr)_minmax(160px,3fr)_76px_28px]"
    >
      <Field label={`Key of ${name}`} isLabelHidden error={keyError}>
        <Input isCode placeholder="key" value={row.key} onChange={(event) => onChange({ key: event.target.value })} onPaste={pasteLines} data-variable-key="" />
      </Field>
      <div className="max-md:order-3 max-md:col-span-2">
        <ValueField row={row} name={name} error={valueError} onChange={onChange} />
      </div>
      <div className="flex h-8 items-center max-md:order-4">
        <Checkbox label="Secret" checked={row.isSecret} onCheckedChange={(isSecret) => onChange({ isSecret: isSecret === true })} />
      </div>
      <IconButton label={`Remove ${name}`} onClick={onRemove} className="mt-0.5 text-faint max-md:order-2">
        <Trash2 aria-hidden />
      </IconButton>
    </li>
  );
}

type ValueFieldProps = { row: VariableRow; name: string; error: string | undefined; onChange: VariableRowFieldsProps['onChange'] };

function ValueField({ row, name, error, onChange }: ValueFieldProps) {
  if (isKeptSecret(row)) {
    return (
      <div className="flex h-8 items-center gap-2 rounded-md border border-line bg-sunken px-2 text-muted">
        <KeyRound aria-hidden className="size-3.5 shrink-0 text-faint" />
        <span className="min-w-0 flex-1 truncate text-xs">Stored secret, never shown</span>
        <Button size="sm" variant="ghost" className="-mr-1.5 h-6" aria-label={`Replace the value of ${name}`} onClick={() => onChange({ value: '' })}>
          Replace
        </Button>
      </div>
    );
  }
  const canKeep = row.isSecret && row.storedSecretKey !== null && row.storedSecretKey === row.key.trim();
  const mustEnterAnew = row.storedSecretKey !== null && !canKeep;
  const field = {
    isCode: true,
    value: row.value ?? '',
    placeholder: mustEnterAnew ? 'enter the value anew' : canKeep ? 'new value' : 'value',
    onChange: (event: { target: { value: string } }) => onChange({ value: event.target.value }),
  };
  return (
    <Field label={`Value of ${name}`} isLabelHidden error={error}>
      <span className="flex items-center gap-1">
        {row.isSecret ? <SecretInput noun="value" autoComplete="off" {...field} /> : <Input {...field} />}
        {canKeep ? (
          <Button size="sm" variant="ghost" onClick={() => onChange({ value: null })}>
            Keep stored
          </Button>
        ) : null}
      </span>
    </Field>
  );
}
