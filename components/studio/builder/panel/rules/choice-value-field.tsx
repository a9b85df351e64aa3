'use client';

import { useId } from 'react';

import { PanelField } from '@/components/studio/builder/panel/panel-field';
import { listChoiceValues } from '@/components/studio/builder/model/choice-values';
import { Input } from '@/components/ui/input';
import type { Interaction } from '@/lib/engine/program/interaction.schema';

/** Properties of `ChoiceValueField`. */
export type ChoiceValueFieldProps = { value: string; onChange: (value: string) => void; interaction: Interaction; ruleId: string; field: string };

/** The choice that a rule asks for, by its payload or label; those of the question are offered. */
export function ChoiceValueField({ value, onChange, interaction, ruleId, field }: ChoiceValueFieldProps) {
  const listId = useId();
  return (
    <PanelField label="Choice" isLabelHidden field={field} ruleId={ruleId}>
      <Input list={listId} value={value} placeholder="payload or label of the choice" onChange={(event) => onChange(event.target.value)} />
      <datalist id={listId}>
        {listChoiceValues(interaction).map((choice) => (
          <option key={choice} value={choice} />
        ))}
      </datalist>
    </PanelField>
  );
}
