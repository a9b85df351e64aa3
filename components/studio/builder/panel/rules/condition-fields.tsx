'use client';

import { IntentSelect, EntitySelect } from '@/components/studio/builder/panel/rules/name-selects';
import { ChoiceValueField } from '@/components/studio/builder/panel/rules/choice-value-field';
import { OutcomeFields } from '@/components/studio/builder/panel/rules/outcome-fields';
import { ChoiceField } from '@/components/studio/builder/panel/fields/choice-field';
import { LinesField } from '@/components/studio/builder/panel/fields/lines-field';
import { PanelField } from '@/components/studio/builder/panel/panel-field';
import { Input } from '@/components/ui/input';
import type { Condition } from '@/lib/engine/program/condition.schema';
import type { Interaction } from '@/lib/engine/program/interaction.schema';

/** Properties of `ConditionFields`. */
export type ConditionFieldsProps = {
  condition: Condition;
  onChange: (condition: Condition) => void;
  interaction: Interaction;
  ruleId: string;
  /** Its member in the rule: `conditions.0`. */
  field: string;
};

/** What one kind of condition needs to know. */
export function ConditionFields({ condition, onChange, interaction, ruleId, field }: ConditionFieldsProps) {
  switch (condition.kind) {
    case 'no-match':
      return <p className="py-1.5 text-xs text-muted">When nothing else matched; judged last. Consumers then stay in this dialog.</p>;
    case 'transfer-failed':
      return <p className="py-1.5 text-xs text-muted">When nobody could take over.</p>;
    case 'exact-value':
    case 'equals':
    case 'contains':
    case 'starts-with':
    case 'ends-with':
      return (
        <PanelField label="Value" isLabelHidden field={`${field}.value`} ruleId={ruleId}>
          <Input value={condition.value} placeholder="what the consumer says" onChange={(event) => onChange({ ...condition, value: event.target.value })} />
        </PanelField>
      );
    case 'choice':
      return <ChoiceValueField value={condition.value} onChange={(value) => onChange({ ...condition, value })} interaction={interaction} ruleId={ruleId} field={`${field}.value`} />;
    case 'pattern':
      return (
        <div className="flex flex-col gap-2">
          <LinesField label="Patterns" isLabelHidden field={`${field}.patterns`} ruleId={ruleId} lines={condition.patterns} onChange={(patterns) => onChange({ ...condition, patterns })} placeholder="*(yes|sure)*" hint="One a line. * any text, ( | ) alternatives." />
          <LinesField label="Exclude keywords" field={`${field}.excludeKeywords`} ruleId={ruleId} lines={condition.excludeKeywords} onChange={(excludeKeywords) => onChange({ ...condition, excludeKeywords })} />
        </div>
      );
    case 'regular-expression':
      return (
        <PanelField label="Regular expression" isLabelHidden field={`${field}.expression`} ruleId={ruleId} hint="Found anywhere in the answer, ignoring case.">
          <Input isCode value={condition.expression} placeholder="\d{5}" onChange={(event) => onChange({ ...condition, expression: event.target.value })} />
        </PanelField>
      );
    case 'intent':
      return <IntentSelect value={condition.intentId} onChange={(intentId) => onChange({ ...condition, intentId })} ruleId={ruleId} field={`${field}.intentId`} />;
    case 'entity':
      return <EntitySelect value={condition.entityId} onChange={(entityId) => onChange({ ...condition, entityId })} ruleId={ruleId} field={`${field}.entityId`} />;
    case 'api-result':
      return <ChoiceField label="API Result" isLabelHidden field={`${field}.result`} ruleId={ruleId} value={condition.result} options={{ success: 'Success', failure: 'Failure' }} onChange={(result) => onChange({ ...condition, result })} />;
    case 'api-outcome':
      return <OutcomeFields outcomes={condition.outcomes} statuses={condition.statuses} onChange={(parts) => onChange({ ...condition, ...parts })} />;
    case 'no-results':
      return (
        <PanelField label="Custom data field" field={`${field}.fieldKey`} ruleId={ruleId} hint="Empty: no field captured anything.">
          <Input isCode value={condition.fieldKey} placeholder="any field" onChange={(event) => onChange({ ...condition, fieldKey: event.target.value })} />
        </PanelField>
      );
    case 'file-upload':
      return <ChoiceField label="Result" isLabelHidden field={`${field}.result`} ruleId={ruleId} value={condition.result} options={{ success: 'The file was taken', failure: 'The upload failed', 'invalid-type': 'Its type is not accepted' }} onChange={(result) => onChange({ ...condition, result })} />;
    case 'web-view':
      return <ChoiceField label="Result" isLabelHidden field={`${field}.result`} ruleId={ruleId} value={condition.result} options={{ posted: 'The page posted', 'timed-out': 'The time limit was over' }} onChange={(result) => onChange({ ...condition, result })} />;
  }
}
