'use client';

import { PanelField } from '@/components/studio/builder/panel/panel-field';
import { useDraft } from '@/components/studio/draft/draft-context';
import { Select } from '@/components/ui/select';

type NameSelectProps = { value: string; onChange: (id: string) => void; ruleId?: string | undefined; field: string };

/** One of the bot's intents. */
export function IntentSelect(props: NameSelectProps) {
  const things = Object.values(useDraft().content.intents);
  return <NameSelect {...props} noun="intent" things={things} />;
}

/** One of the bot's entities. */
export function EntitySelect(props: NameSelectProps) {
  const things = Object.values(useDraft().content.entities);
  return <NameSelect {...props} noun="entity" things={things} />;
}

function NameSelect({ value, onChange, ruleId, field, noun, things }: NameSelectProps & { noun: string; things: readonly { id: string; name: string }[] }) {
  const isGone = value !== '' && !things.some(({ id }) => id === value);
  return (
    <PanelField label={`Which ${noun}`} isLabelHidden field={field} ruleId={ruleId} hint={things.length === 0 ? 'There is none yet. Make one under Intents & entities.' : undefined}>
      <Select value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">Choose an {noun}</option>
        {isGone ? <option value={value}>a deleted {noun}</option> : null}
        {things.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
    </PanelField>
  );
}
