import type { CheckedDraft } from '../checked-draft.rules';
import { toRuleLabel } from '../rule-texts.rules';
import type { DraftProblem, DraftSpot } from '../problem.schema';

/** Regular expressions that can't be read, of rules and entities. */
export function findBrokenExpressions({ content, placed }: CheckedDraft): DraftProblem[] {
  const rules = placed.flatMap(({ dialog, interaction }) =>
    ('rules' in interaction ? interaction.rules : []).flatMap((rule, index) =>
      rule.conditions.flatMap((condition, number) =>
        condition.kind !== 'regular-expression'
          ? []
          : checkExpression(condition.expression, {
              owner: `“${interaction.name}”, ${toRuleLabel(rule, index)}`,
              place: { dialogId: dialog.id, interactionId: interaction.id, ruleId: rule.id, field: `conditions.${number}.expression` },
            }),
      ),
    ),
  );
  const entities = Object.values(content.entities).flatMap(({ id, name, definition }) =>
    definition.kind !== 'regular-expression' ? [] : checkExpression(definition.expression, { owner: `The entity “${name}”`, place: { entityId: id, field: 'definition.expression' } }),
  );
  return [...rules, ...entities];
}

function checkExpression(expression: string, { owner, place }: { owner: string; place: DraftSpot }): DraftProblem[] {
  if (expression === '') return [{ severity: 'error', code: 'expression/missing', message: `${owner} has no regular expression. Enter one.`, place }];
  try {
    // As conversations read them: `(?i)` at the beginning stands for a flag.
    new RegExp(expression.replace(/^\(\?i\)/, ''));
    return [];
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/^Invalid regular expression: /, '') : '';
    return [{ severity: 'error', code: 'expression/broken', message: `${owner}: the regular expression can’t be read: ${reason}.`, place }];
  }
}
