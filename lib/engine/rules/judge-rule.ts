import type { Program } from '@/lib/engine/program/program.schema';
import type { Rule } from '@/lib/engine/program/rule.schema';
import type { AnswerFacts } from './answer-facts';
import { compareVariable } from './compare-variable';
import { judgeCondition } from './judge-condition';
import { met, unmet, type Verdict } from './verdict';

/** Whether a rule matches: one of its conditions or all, by its mode, and all of its variable conditions. A rule without any never matches. */
export function judgeRule(rule: Rule, facts: AnswerFacts, program: Program): Verdict {
  if (rule.conditions.length + rule.variableConditions.length === 0) return unmet('the rule has no condition');
  const answer = rule.conditions.length === 0 ? null : judgeConditions(rule, facts, program);
  if (answer && !answer.matched) return answer;
  const reasons = answer ? [answer.reason] : [];
  for (const condition of rule.variableConditions) {
    const verdict = compareVariable(condition, facts);
    if (!verdict.matched) return unmet([...reasons, verdict.reason].join(', but '));
    reasons.push(verdict.reason);
  }
  return met(reasons.join('; '));
}

function judgeConditions({ conditions, conditionMode }: Rule, facts: AnswerFacts, program: Program): Verdict {
  const reasons: string[] = [];
  for (const condition of conditions) {
    const verdict = judgeCondition(condition, facts, program);
    if (verdict.matched === (conditionMode === 'any')) return verdict;
    reasons.push(verdict.reason);
  }
  // All said the same: all missed in mode `any`, all held in mode `all`.
  return { matched: conditionMode === 'all', reason: reasons.join('; ') };
}
