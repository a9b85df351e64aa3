'use client';

import { conditionKindWords } from '@/components/studio/builder/model/condition-words';
import { listConditionKinds, newCondition } from '@/components/studio/builder/model/rule-templates';
import { ConditionFields } from '@/components/studio/builder/panel/rules/condition-fields';
import { RowList } from '@/components/studio/builder/panel/lists/row-list';
import { PanelField } from '@/components/studio/builder/panel/panel-field';
import { Select } from '@/components/ui/select';
import type { Condition } from '@/lib/engine/program/condition.schema';
import type { Interaction } from '@/lib/engine/program/interaction.schema';
import type { Rule } from '@/lib/engine/program/rule.schema';

/** Properties of `ConditionsEditor`. */
export type ConditionsEditorProps = { rule: Rule; interaction: Interaction; patch: (parts: Partial<Rule>) => void };

/** What a rule asks of the answer or the result. */
export function ConditionsEditor({ rule, interaction, patch }: ConditionsEditorProps) {
  const kinds = listConditionKinds(interaction);
  const first = kinds[0] ?? 'no-match';
  return (
    <PanelField label="If" field="conditions" ruleId={rule.id}>
      {rule.conditions.length > 1 ? (
        // The values of the options are the two modes.
        <Select size="sm" aria-label="How many conditions must hold" value={rule.conditionMode} onChange={(event) => patch({ conditionMode: event.target.value as Rule['conditionMode'] })} className="mb-1.5 w-52">
          <option value="any">One of these is enough</option>
          <option value="all">All of these hold</option>
        </Select>
      ) : null}
      <RowList label="Conditions" noun="condition" rows={rule.conditions} countMax={50} isUnordered onChange={(conditions) => patch({ conditions })} build={() => newCondition(first)}>
        {(condition, _patch, index) => (
          <div className="grid grid-cols-[9rem_1fr] items-start gap-1 @max-sm:grid-cols-1">
            {/* The values of the options are kinds. */}
            <Select
              aria-label={`Kind of condition ${index + 1}`}
              value={condition.kind}
              onChange={(event) => patch({ conditions: rule.conditions.with(index, keepValue(newCondition(event.target.value as Condition['kind']), condition)) })}
            >
              {[...new Set([...kinds, condition.kind])].map((kind) => (
                <option key={kind} value={kind}>
                  {conditionKindWords[kind]}
                </option>
              ))}
            </Select>
            <ConditionFields condition={condition} onChange={(next) => patch({ conditions: rule.conditions.with(index, next) })} interaction={interaction} ruleId={rule.id} field={`conditions.${index}`} />
          </div>
        )}
      </RowList>
    </PanelField>
  );
}

/** From "equals" to "contains" the text stays. */
function keepValue(next: Condition, before: Condition): Condition {
  return 'value' in next && 'value' in before ? { ...next, value: before.value } : next;
}
