import { hasChoices, listChoiceValues } from '@/components/studio/builder/model/choice-values';
import { callOutcomeKindSchema, type Condition } from '@/lib/engine/program/condition.schema';
import type { Interaction } from '@/lib/engine/program/interaction.schema';
import { ruleSchema, type Rule } from '@/lib/engine/program/rule.schema';

/** A rule that is offered ready-made. */
export interface RuleTemplate {
  label: string;
  /** One rule, or several at once. */
  build: (newId: () => string) => Rule[];
}

/** Kinds of conditions that an interaction can ask. Source: conversation-builder reference, sections 2.2 and 7.6. */
export function listConditionKinds(interaction: Interaction): Condition['kind'][] {
  switch (interaction.kind) {
    case 'integration':
      return ['api-result', 'api-outcome', 'no-results'];
    case 'agent-transfer':
      return ['transfer-failed'];
    default:
      return [
        ...(hasChoices(interaction) ? (['choice'] as const) : []),
        'pattern',
        'intent',
        'equals',
        'contains',
        'starts-with',
        'ends-with',
        'exact-value',
        'regular-expression',
        'entity',
        ...(interaction.kind === 'web-view' ? (['web-view'] as const) : []),
        ...(interaction.kind === 'file-upload' ? (['file-upload'] as const) : []),
        'no-match',
      ];
  }
}

/** The ready-made rules for an interaction. */
export function listRuleTemplates(interaction: Interaction): RuleTemplate[] {
  switch (interaction.kind) {
    case 'integration':
      return [
        toTemplate('API success', { kind: 'api-result', result: 'success' }),
        toTemplate('API failure', { kind: 'api-result', result: 'failure' }),
        toTemplate('No results', { kind: 'no-results', fieldKey: '' }),
        toTemplate('Timeout', { kind: 'api-outcome', outcomes: ['timeout'], statuses: [] }),
        toTemplate('Too many requests (429)', { kind: 'api-outcome', outcomes: ['http-failure'], statuses: [429] }),
        toTemplate('Every unhandled outcome', { kind: 'api-outcome', outcomes: listOpenOutcomes(interaction.rules), statuses: [] }),
      ];
    case 'agent-transfer':
      return [toTemplate('Transfer failed', { kind: 'transfer-failed' })];
    default:
      return [
        ...listChoiceTemplates(interaction),
        ...(interaction.kind === 'web-view' ? [toTemplate('Page posted', { kind: 'web-view', result: 'posted' }), toTemplate('Timed out', { kind: 'web-view', result: 'timed-out' })] : []),
        ...(interaction.kind === 'file-upload' ? [toTemplate('File taken', { kind: 'file-upload', result: 'success' }), toTemplate('Upload failed', { kind: 'file-upload', result: 'failure' })] : []),
        toTemplate('Pattern', { kind: 'pattern', patterns: [], excludeKeywords: [] }),
        toTemplate('No Match', { kind: 'no-match' }),
      ];
  }
}

/** A new condition of a kind, still empty. */
export function newCondition(kind: Condition['kind']): Condition {
  switch (kind) {
    case 'no-match':
    case 'transfer-failed':
      return { kind };
    case 'pattern':
      return { kind, patterns: [], excludeKeywords: [] };
    case 'regular-expression':
      return { kind, expression: '' };
    case 'intent':
      return { kind, intentId: '' };
    case 'entity':
      return { kind, entityId: '' };
    case 'api-result':
      return { kind, result: 'success' };
    case 'api-outcome':
      return { kind, outcomes: ['timeout'], statuses: [] };
    case 'no-results':
      return { kind, fieldKey: '' };
    case 'file-upload':
      return { kind, result: 'success' };
    case 'web-view':
      return { kind, result: 'posted' };
    default:
      return { kind, value: '' };
  }
}

function toTemplate(label: string, condition: Condition): RuleTemplate {
  return { label, build: (newId) => [ruleSchema.parse({ id: newId(), conditions: [condition] })] };
}

/** One for each choice that no rule asks for yet. */
function listChoiceTemplates(interaction: Interaction): RuleTemplate[] {
  if (!('rules' in interaction) || !hasChoices(interaction)) return [];
  const taken = new Set(interaction.rules.flatMap(({ conditions }) => conditions.flatMap((condition) => (condition.kind === 'choice' ? [condition.value] : []))));
  const open = listChoiceValues(interaction).filter((value) => !taken.has(value));
  const single = toTemplate('A choice', { kind: 'choice', value: open[0] ?? '' });
  if (open.length < 2) return [single];
  return [{ label: `One for each choice (${open.length})`, build: (newId) => open.map((value) => ruleSchema.parse({ id: newId(), conditions: [{ kind: 'choice', value }] })) }, single];
}

/** The failures that no rule names without asking for more. */
function listOpenOutcomes(rules: readonly Rule[]) {
  const named = new Set(
    rules
      .filter(({ variableConditions }) => variableConditions.length === 0)
      .flatMap(({ conditions }) => conditions.flatMap((condition) => (condition.kind === 'api-outcome' && condition.statuses.length === 0 ? condition.outcomes : []))),
  );
  return callOutcomeKindSchema.options.filter((outcome) => outcome !== 'success' && !named.has(outcome));
}
