'use client';

import { useState } from 'react';

import { PanelField, type PanelFieldProps } from '@/components/studio/builder/panel/panel-field';
import { Input } from '@/components/ui/input';

/** Properties of `NumberField`, beyond those of its field. */
export type NumberFieldProps = Omit<PanelFieldProps, 'children'> & {
  value: number;
  onChange: (value: number) => void;
  min: number;
  max: number;
  step?: number;
};

/** A whole number within limits; what is outside of them is brought to the nearest when one leaves the field. */
export function NumberField({ value, onChange, min, max, step, ...field }: NumberFieldProps) {
  // Half-typed numbers are nobody's business but the field's.
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <PanelField {...field}>
      <Input
        type="number"
        inputMode="numeric"
        min={min}
        max={max}
        step={step}
        value={typed ?? value}
        onChange={(event) => {
          setTyped(event.target.value);
          const number = Number(event.target.value);
          if (event.target.value !== '' && Number.isInteger(number) && number >= min && number <= max) onChange(number);
        }}
        onBlur={() => {
          const number = Math.round(Number(typed));
          if (typed !== null && typed !== '' && Number.isFinite(number)) onChange(Math.min(max, Math.max(min, number)));
          setTyped(null);
        }}
        className="w-28"
      />
    </PanelField>
  );
}
