import type { Choice } from '@/lib/engine/program/choice.schema';
import type { Condition } from '@/lib/engine/program/condition.schema';
import type { Interaction } from '@/lib/engine/program/interaction.schema';
import type { Rule } from '@/lib/engine/program/rule.schema';
import { findReferences } from '@/lib/engine/variables/parse-template';
import { normalizeText } from '@/lib/engine/text/normalize-text';
import type { CheckedDraft } from '../checked-draft.rules';
import type { DraftProblem } from '../problem.schema';
import { toRuleLabel } from '../rule-texts.rules';

/** Rules that can never match, or that hide what follows them. */
export function findRuleProblems({ placed }: CheckedDraft): DraftProblem[] {
  return placed.flatMap(({ dialog, interaction }) => {
    const rules = 'rules' in interaction ? interaction.rules : [];
    return rules.flatMap((rule, index) =>
      checkRule(interaction, rule).map(({ code, words, severity = 'warning' }): DraftProblem => ({
        severity,
        code,
        message: `“${interaction.name}” in “${dialog.name}”, ${toRuleLabel(rule, index)} ${words}`,
        place: { dialogId: dialog.id, interactionId: interaction.id, ruleId: rule.id, field: 'conditions' },
      })),
    );
  });
}

interface Finding {
  code: string;
  words: string;
  severity?: DraftProblem['severity'];
}

function checkRule(interaction: Interaction, rule: Rule): Finding[] {
  if (rule.conditions.length === 0 && rule.variableConditions.length === 0) return [{ code: 'rule/no-condition', words: 'has no condition. Add one, or delete the rule.', severity: 'error' }];
  return [...rule.conditions.flatMap((condition) => checkCondition(interaction, condition)), ...checkNames(rule)];
}

function checkCondition(interaction: Interaction, condition: Condition): Finding[] {
  switch (condition.kind) {
    case 'exact-value':
    case 'equals':
    case 'contains':
    case 'starts-with':
    case 'ends-with':
      return condition.value === '' ? [{ code: 'rule/empty-value', words: 'compares with nothing. Enter a value.' }] : [];
    case 'pattern':
      return condition.patterns.every((pattern) => pattern.trim() === '') ? [{ code: 'rule/empty-value', words: 'has no pattern. Enter one.' }] : [];
    case 'choice':
      return checkChoice(interaction, condition.value);
    case 'api-outcome':
      return condition.outcomes.length + condition.statuses.length === 0 ? [{ code: 'rule/empty-value', words: 'names no outcome. Choose one.' }] : [];
    default:
      return [];
  }
}

function checkChoice(interaction: Interaction, value: string): Finding[] {
  if (value === '') return [{ code: 'rule/empty-value', words: 'names no choice. Choose one.' }];
  const offered = listOffered(interaction);
  if (offered === null || offered.some((each) => normalizeText(each) === normalizeText(value))) return [];
  return [{ code: 'rule/unknown-choice', words: `waits for the choice “${value}”, which is not offered. Choose one of those that are.` }];
}

/** Labels and payloads that an interaction offers; null when they depend on data or code, or aren't its own. */
function listOffered(interaction: Interaction): string[] | null {
  if (/QuickRepl/.test(interaction.preProcess + interaction.postProcess)) return null;
  const toTexts = (choices: readonly Pick<Choice, 'label' | 'payload'>[]) => {
    const texts = choices.flatMap(({ label, payload }) => (payload === '' ? [label] : [label, payload]));
    return texts.some((text) => findReferences(text).length > 0) ? null : texts;
  };
  switch (interaction.kind) {
    case 'multiple-choice':
    case 'quick-reply':
    case 'drop-down':
      return interaction.choicesFromData ? null : toTexts(interaction.choices);
    case 'button':
      return toTexts(interaction.buttons.map(({ label, action }) => ({ label, payload: action.kind === 'postback' ? action.callback : '' })));
    case 'structured':
    case 'carousel':
      return toTexts(interaction.tiles.flatMap(({ buttons }) => buttons.map(({ label, action }) => ({ label, payload: action.kind === 'postback' ? action.callback : '' }))));
    default:
      return null;
  }
}

function checkNames({ assignments, slots, variableConditions }: Rule): Finding[] {
  const isMissing = [...assignments.map(({ name }) => name), ...slots.map(({ slot }) => slot), ...variableConditions.map(({ variable }) => variable)].some((name) => name.trim() === '');
  return isMissing ? [{ code: 'rule/name-missing', words: 'has a variable or slot without a name. Enter one.', severity: 'error' }] : [];
}

/** More than one rule “no match” in an interaction: only the first can ever match. */
export function findExtraNoMatchRules({ placed }: CheckedDraft): DraftProblem[] {
  return placed.flatMap(({ dialog, interaction }) => {
    const rules = 'rules' in interaction ? interaction.rules : [];
    const plain = rules.filter(({ conditions, variableConditions }) => variableConditions.length === 0 && conditions.some(({ kind }) => kind === 'no-match'));
    return plain.slice(1).map((rule): DraftProblem => ({
      severity: 'warning',
      code: 'rule/second-no-match',
      message: `“${interaction.name}” has more than one rule “no match”; only the first can match. Delete the others.`,
      place: { dialogId: dialog.id, interactionId: interaction.id, ruleId: rule.id, field: 'conditions' },
    }));
  });
}
