import { callOutcomeKindSchema, type CallOutcomeKind } from '@/lib/engine/program/condition.schema';
import type { Rule } from '@/lib/engine/program/rule.schema';

/** Every way in which a call can fail. */
export const FAILURE_OUTCOMES: readonly CallOutcomeKind[] = callOutcomeKindSchema.options.filter((outcome) => outcome !== 'success');

/**
 * The failures of a call that no rule is sure to take; the default text answers them. A rule that asks for more besides, or for
 * certain statuses only, isn't sure.
 */
export function listUnhandledOutcomes(rules: readonly Rule[]): CallOutcomeKind[] {
  return FAILURE_OUTCOMES.filter((outcome) => !rules.some((rule) => isSureToTake(rule, outcome)));
}

function isSureToTake({ conditions, conditionMode, variableConditions }: Rule, outcome: CallOutcomeKind): boolean {
  if (variableConditions.length > 0) return false;
  const takes = conditions.map((condition) => {
    if (condition.kind === 'no-match') return true;
    if (condition.kind === 'api-result') return condition.result === 'failure';
    return condition.kind === 'api-outcome' && condition.statuses.length === 0 && condition.outcomes.includes(outcome);
  });
  return conditionMode === 'any' ? takes.includes(true) : takes.length > 0 && takes.every(Boolean);
}
