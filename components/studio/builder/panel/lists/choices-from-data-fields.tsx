'use client';

import { NumberField } from '@/components/studio/builder/panel/fields/number-field';
import { TemplateField } from '@/components/studio/builder/panel/fields/template-field';
import { Switch } from '@/components/ui/switch';
import type { ChoicesFromData } from '@/lib/engine/program/choice.schema';

/** Choices whose number follows the data. */
export function ChoicesFromDataFields({ value, onChange }: { value: ChoicesFromData | null; onChange: (value: ChoicesFromData | null) => void }) {
  return (
    <div className="flex flex-col gap-3">
      <Switch label="Add a choice for each element of data" checked={value !== null} onCheckedChange={(isOn) => onChange(isOn ? { label: '', payload: '', countMax: 10 } : null)} />
      {value === null ? null : (
        <div className="flex flex-col gap-3 border-l-2 border-line pl-3">
          <TemplateField label="Label of each" field="choicesFromData.label" value={value.label} onChange={(label) => onChange({ ...value, label })} hint="Name a field with several values, for example {ACCOUNTS.name}." />
          <TemplateField label="Payload of each" field="choicesFromData.payload" value={value.payload} onChange={(payload) => onChange({ ...value, payload })} />
          <NumberField label="At most" field="choicesFromData.countMax" value={value.countMax} min={1} max={50} onChange={(countMax) => onChange({ ...value, countMax })} />
        </div>
      )}
    </div>
  );
}
