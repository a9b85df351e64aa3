'use client';

import { operatorWords } from '@/components/studio/builder/model/describe-condition';
import { RowList } from '@/components/studio/builder/panel/lists/row-list';
import { TemplateCell } from '@/components/studio/builder/panel/lists/template-cell';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import type { ComparisonOperator, VariableCondition } from '@/lib/engine/program/condition.schema';

/** Properties of `VariableConditionsEditor`. */
export type VariableConditionsEditorProps = { conditions: readonly VariableCondition[]; onChange: (conditions: VariableCondition[]) => void };

/** What a rule asks of variables besides; all must hold. */
export function VariableConditionsEditor({ conditions, onChange }: VariableConditionsEditorProps) {
  return (
    <RowList label="Variable conditions" noun="variable condition" rows={conditions} countMax={50} isUnordered onChange={onChange} build={() => ({ variable: '', operator: 'equals' as const, value: '' })}>
      {({ variable, operator, value }, patch, index) => (
        <div className="flex flex-wrap gap-1">
          <Input isCode aria-label={`Variable of condition ${index + 1}`} placeholder="variable" value={variable} onChange={(event) => patch({ variable: event.target.value })} className="w-32 shrink-0" />
          {/* The values of the options are operators. */}
          <Select aria-label={`Operator of condition ${index + 1}`} value={operator} onChange={(event) => patch({ operator: event.target.value as ComparisonOperator })} className="w-40 shrink-0">
            {Object.entries(operatorWords).map(([key, words]) => (
              <option key={key} value={key}>
                {words}
              </option>
            ))}
          </Select>
          {/set$|empty$/.test(operator) ? null : (
            <TemplateCell label={`Value of condition ${index + 1}`} placeholder={operator === 'is-one-of' ? 'one value a line' : 'value'} multiline={operator === 'is-one-of'} value={value} onChange={(next) => patch({ value: next })} />
          )}
        </div>
      )}
    </RowList>
  );
}
