'use client';

import { useMemo } from 'react';

import { WhereUsed } from '@/components/studio/builder/uses/where-used';
import { findDuplicateValues } from '@/components/studio/understanding/find-duplicates';
import { LineTable } from '@/components/studio/understanding/line-table';
import { NameField } from '@/components/studio/understanding/name-field';
import { ThingProblems } from '@/components/studio/understanding/thing-problems';
import type { UnderstandingActions } from '@/components/studio/understanding/use-understanding-actions';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import type { Entity } from '@/lib/engine/program/understanding.schema';

/** Properties of `EntityEditor`. */
export type EntityEditorProps = { entity: Entity; actions: UnderstandingActions };

/** Things consumers name: a list of values, or a regular expression. Give it `key={entity.id}`. */
export function EntityEditor({ entity, actions }: EntityEditorProps) {
  const { definition } = entity;
  return (
    <div className="flex max-w-180 flex-col gap-4 p-4">
      <ThingProblems entityId={entity.id} />
      <div className="grid gap-4 @md:grid-cols-2">
        <NameField target={{ kind: 'entity', id: entity.id }} name={entity.name} isCode hint={`Written @${entity.name} in training phrases and slots.`} />
        <Field label="Type">
          <Select
            value={definition.kind}
            onChange={(event) => actions.patchEntity(entity, event.target.value === 'value-set' ? { kind: 'value-set', values: [] } : { kind: 'regular-expression', expression: '' })}
          >
            <option value="value-set">Value set</option>
            <option value="regular-expression">Regular expression</option>
          </Select>
        </Field>
      </div>
      {definition.kind === 'value-set' ? (
        <ValueSet values={definition.values} onChange={(values) => actions.patchEntity(entity, { kind: 'value-set', values })} />
      ) : (
        <Field label="Regular expression" isRequired hint="JavaScript syntax, found anywhere in what is said. It heeds capital letters unless it begins with (?i). Runs with a time limit.">
          <Input isCode value={definition.expression} maxLength={2_000} placeholder="(?i)[a-z]{2}\d{2}[a-z0-9]{10,30}" onChange={(event) => actions.patchEntity(entity, { kind: 'regular-expression', expression: event.target.value })} />
        </Field>
      )}
      <WhereUsed target={{ kind: 'entity', id: entity.id }} />
    </div>
  );
}

function ValueSet({ values, onChange }: { values: readonly string[]; onChange: (values: string[]) => void }) {
  const remarks = useMemo(() => findDuplicateValues(values), [values]);
  return (
    <section aria-labelledby="values" className="flex flex-col gap-1">
      <div className="flex items-baseline justify-between gap-2">
        <h3 id="values" className="text-xs font-medium">
          Values
        </h3>
        <span className="text-xs text-muted tabular-nums">
          {values.length}
          {remarks.size > 0 ? `, ${remarks.size} ${remarks.size === 1 ? 'duplicate' : 'duplicates'}` : ''}
        </span>
      </div>
      <LineTable label="Value" placeholder="giro~CURRENT" lines={values} onChange={onChange} lengthMax={500} remarks={remarks} />
      <p className="text-xs text-muted">
        Found as whole words, whatever the capitals. What stands after ~ is what the slot receives; several values may share it: <code>giro~CURRENT</code>, <code>checking~CURRENT</code>.
      </p>
    </section>
  );
}
