'use client';

import { PanelField, type PanelFieldProps } from '@/components/studio/builder/panel/panel-field';
import { Select } from '@/components/ui/select';

/** Properties of `ChoiceField`, beyond those of its field. */
export type ChoiceFieldProps<Value extends string> = Omit<PanelFieldProps, 'children'> & {
  value: Value;
  /** In the order shown: values with their words. */
  options: Readonly<Record<Value, string>>;
  onChange: (value: Value) => void;
};

/** One of a few. */
export function ChoiceField<Value extends string>({ value, options, onChange, ...field }: ChoiceFieldProps<Value>) {
  return (
    <PanelField {...field}>
      {/* The values of the options are the record's keys. */}
      <Select value={value} onChange={(event) => onChange(event.target.value as Value)}>
        {Object.entries<string>(options).map(([key, words]) => (
          <option key={key} value={key}>
            {words}
          </option>
        ))}
      </Select>
    </PanelField>
  );
}
