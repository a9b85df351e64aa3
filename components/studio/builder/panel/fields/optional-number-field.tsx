'use client';

import type { PanelFieldProps } from '@/components/studio/builder/panel/panel-field';
import { PanelField } from '@/components/studio/builder/panel/panel-field';
import { Input } from '@/components/ui/input';

/** Properties of `OptionalNumberField`, beyond those of its field. */
export type OptionalNumberFieldProps = Omit<PanelFieldProps, 'children'> & { value: number | null; onChange: (value: number | null) => void; min: number; max: number };

/** A whole number within limits, or nothing. */
export function OptionalNumberField({ value, onChange, min, max, ...field }: OptionalNumberFieldProps) {
  return (
    <PanelField {...field}>
      <Input
        type="number"
        inputMode="numeric"
        min={min}
        max={max}
        placeholder="any"
        value={value ?? ''}
        onChange={(event) => {
          const number = Number(event.target.value);
          if (event.target.value === '') onChange(null);
          else if (Number.isInteger(number)) onChange(Math.min(max, Math.max(min, number)));
        }}
        className="w-28"
      />
    </PanelField>
  );
}
