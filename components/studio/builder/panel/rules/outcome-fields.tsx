'use client';

import { useState } from 'react';

import { outcomeWords } from '@/components/studio/builder/model/describe-condition';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { callOutcomeKindSchema, type CallOutcomeKind } from '@/lib/engine/program/condition.schema';

/** Properties of `OutcomeFields`. */
export type OutcomeFieldsProps = {
  outcomes: readonly CallOutcomeKind[];
  statuses: readonly number[];
  onChange: (parts: { outcomes?: CallOutcomeKind[]; statuses?: number[] }) => void;
};

/** Which outcomes of a call, and which HTTP statuses. */
export function OutcomeFields({ outcomes, statuses, onChange }: OutcomeFieldsProps) {
  // Half-typed statuses, such as "4" on the way to 429.
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <div className="flex flex-col gap-2">
      <div role="group" aria-label="Outcomes" className="grid grid-cols-[repeat(auto-fill,minmax(9.5rem,1fr))] gap-x-3 gap-y-1">
        {callOutcomeKindSchema.options.map((outcome) => (
          <Checkbox
            key={outcome}
            label={outcomeWords[outcome]}
            checked={outcomes.includes(outcome)}
            onCheckedChange={(isOn) => onChange({ outcomes: callOutcomeKindSchema.options.filter((other) => (other === outcome ? isOn === true : outcomes.includes(other))) })}
          />
        ))}
      </div>
      <Field label="Only with HTTP status" hint="For example 404, 429. Empty: any.">
        <Input
          inputMode="numeric"
          value={typed ?? statuses.join(', ')}
          onChange={(event) => {
            setTyped(event.target.value);
            onChange({ statuses: toStatuses(event.target.value) });
          }}
          onBlur={() => setTyped(null)}
        />
      </Field>
    </div>
  );
}

function toStatuses(text: string): number[] {
  const numbers = text.split(/[^\d]+/).map(Number);
  return [...new Set(numbers.filter((number) => Number.isInteger(number) && number >= 100 && number <= 599))];
}
