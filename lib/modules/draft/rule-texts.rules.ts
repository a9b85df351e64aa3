import type { Condition } from '@/lib/engine/program/condition.schema';
import type { Rule } from '@/lib/engine/program/rule.schema';
import { listTexts, type TextOf } from './text-of.rules';

/** Every text of a rule, in the order of the form; `index` is its place in the list. */
export function listRuleTexts(rule: Rule, index: number): TextOf[] {
  const name = toRuleLabel(rule, index);
  const texts: TextOf[] = [
    { path: ['name'], label: 'Name', kind: 'plain', text: rule.name },
    ...listTexts('conditions', rule.conditions, listConditionTexts),
    ...listTexts('variableConditions', rule.variableConditions, ({ variable, value }) => [
      { path: ['variable'], label: 'variable condition', kind: 'read-name', text: variable },
      { path: ['value'], label: 'value of the variable condition', kind: 'template', text: value },
    ]),
    ...listTexts('assignments', rule.assignments, (assignment) => [
      { path: ['name'], label: 'variable to store', kind: 'set-name', text: assignment.name },
      { path: ['value'], label: `value of ${assignment.name}`, kind: 'template', text: assignment.value },
    ]),
    ...listTexts('slots', rule.slots, ({ slot }) => [{ path: ['slot'], label: 'slot', kind: 'slot-name', text: slot }]),
    { path: ['message'], label: 'message', kind: 'template', text: rule.message },
  ];
  return texts.map((text) => ({ ...text, label: `${name}: ${text.label}` }));
}

/** How a rule is called in words: by its name, else by its number. */
export function toRuleLabel({ name }: Pick<Rule, 'name'>, index: number): string {
  return name === '' ? `Rule ${index + 1}` : `Rule “${name}”`;
}

function listConditionTexts(condition: Condition): TextOf[] {
  switch (condition.kind) {
    case 'exact-value':
    case 'equals':
    case 'contains':
    case 'starts-with':
    case 'ends-with':
    case 'choice':
      return [{ path: ['value'], label: 'condition', kind: 'plain', text: condition.value }];
    case 'regular-expression':
      return [{ path: ['expression'], label: 'regular expression', kind: 'plain', text: condition.expression }];
    case 'pattern':
      return [
        ...condition.patterns.map((text, index): TextOf => ({ path: ['patterns', index], label: 'pattern', kind: 'plain', text })),
        ...condition.excludeKeywords.map((text, index): TextOf => ({ path: ['excludeKeywords', index], label: 'exclude keyword', kind: 'plain', text })),
      ];
    default:
      return [];
  }
}
