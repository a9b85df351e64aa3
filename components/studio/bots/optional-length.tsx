'use client';

import { NumberField } from '@/components/studio/builder/panel/fields/number-field';
import { Field } from '@/components/ui/field';
import { Switch } from '@/components/ui/switch';

const DEFAULT_LENGTH = 1_000;

/** Properties of `OptionalLength`. */
export type OptionalLengthProps = { value: number | null; onChange: (value: number | null) => void };

/** Whether long texts are sent in several messages, and from which length on. */
export function OptionalLength({ value, onChange }: OptionalLengthProps) {
  return (
    <>
      <Field label="Split long texts" hint="Sends longer texts as several messages, between words. For channels that take short messages only.">
        <Switch checked={value !== null} onCheckedChange={(isOn) => onChange(isOn ? DEFAULT_LENGTH : null)} />
      </Field>
      {value === null ? null : <NumberField label="Longest message (characters)" field="textLengthMax" value={value} min={80} max={20_000} onChange={onChange} />}
    </>
  );
}
