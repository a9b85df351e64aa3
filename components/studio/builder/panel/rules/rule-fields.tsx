'use client';

import { useState } from 'react';

import { TemplateField } from '@/components/studio/builder/panel/fields/template-field';
import { AssignmentsEditor } from '@/components/studio/builder/panel/lists/assignments-editor';
import { ConditionsEditor } from '@/components/studio/builder/panel/rules/conditions-editor';
import { SlotsEditor } from '@/components/studio/builder/panel/rules/slots-editor';
import { VariableConditionsEditor } from '@/components/studio/builder/panel/rules/variable-conditions-editor';
import { PanelField } from '@/components/studio/builder/panel/panel-field';
import { NextActionPicker } from '@/components/studio/builder/picker/next-action-picker';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/input';
import type { Interaction } from '@/lib/engine/program/interaction.schema';
import type { Rule } from '@/lib/engine/program/rule.schema';

/** Properties of `RuleFields`. */
export type RuleFieldsProps = { rule: Rule; interaction: Interaction; patch: (parts: Partial<Rule>) => void };

/** Everything a rule says: what it asks, what it stores, where it leads. What is rarely used comes by a button. */
export function RuleFields({ rule, interaction, patch }: RuleFieldsProps) {
  const [shown, setShown] = useState<ReadonlySet<string>>(new Set());
  const isShown = (part: string, isUsed: boolean) => isUsed || shown.has(part);
  const parts = [
    { id: 'variables', label: 'Add variable condition', isUsed: rule.variableConditions.length > 0 },
    { id: 'assignments', label: 'Add Variable', isUsed: rule.assignments.length > 0 },
    { id: 'slots', label: 'Add Slot', isUsed: rule.slots.length > 0 },
    { id: 'message', label: 'Add message', isUsed: rule.message !== '' },
    { id: 'name', label: 'Name it', isUsed: rule.name !== '' },
  ];
  const has = (id: string) => isShown(id, parts.find((part) => part.id === id)?.isUsed ?? false);
  return (
    <div className="flex flex-col gap-3 px-3 pt-1 pb-3">
      {has('name') ? (
        <PanelField label="Name" field="name" ruleId={rule.id}>
          <Input value={rule.name} maxLength={200} onChange={(event) => patch({ name: event.target.value })} />
        </PanelField>
      ) : null}
      <ConditionsEditor rule={rule} interaction={interaction} patch={patch} />
      {has('variables') ? (
        <PanelField label="And all of these hold" field="variableConditions" ruleId={rule.id}>
          <VariableConditionsEditor conditions={rule.variableConditions} onChange={(variableConditions) => patch({ variableConditions })} />
        </PanelField>
      ) : null}
      {has('assignments') ? (
        <PanelField label="Then store" field="assignments" ruleId={rule.id}>
          <AssignmentsEditor assignments={rule.assignments} onChange={(assignments) => patch({ assignments })} />
        </PanelField>
      ) : null}
      {has('slots') ? (
        <PanelField label="And fill slots" field="slots" ruleId={rule.id}>
          <SlotsEditor slots={rule.slots} onChange={(slots) => patch({ slots })} />
        </PanelField>
      ) : null}
      {has('message') ? <TemplateField label="And say" field="message" ruleId={rule.id} multiline value={rule.message} onChange={(message) => patch({ message })} /> : null}
      <PanelField label="And go to" field="next" ruleId={rule.id}>
        <NextActionPicker value={rule.next} onChange={(next) => patch({ next })} isQuestion={'processUserResponse' in interaction} />
      </PanelField>
      <div className="flex flex-wrap gap-1">
        {parts.filter(({ id }) => !has(id)).map(({ id, label }) => (
          <Button key={id} size="sm" variant="ghost" className="text-muted" onClick={() => setShown(new Set([...shown, id]))}>
            + {label}
          </Button>
        ))}
      </div>
    </div>
  );
}
