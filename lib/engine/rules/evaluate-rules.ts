import type { Program } from '@/lib/engine/program/program.schema';
import type { Rule } from '@/lib/engine/program/rule.schema';
import type { AnswerFacts } from './answer-facts';
import { judgeRule } from './judge-rule';

/** One rule that was tried. */
export interface RuleAttempt {
  ruleId: string;
  matched: boolean;
  reason: string;
}

/** The rule that matched, null for none, and every rule that was tried until then, in the order of trying. */
export interface RuleEvaluation {
  rule: Rule | null;
  attempts: RuleAttempt[];
}

/**
 * Finds the rule to follow: rules with an intent first, then the others, then those with No Match, each in list order.
 * The first that matches ends the search. Source: conversation-builder reference, section 7.6.
 */
export function evaluateRules({ program, rules, facts }: { program: Program; rules: readonly Rule[]; facts: AnswerFacts }): RuleEvaluation {
  const attempts: RuleAttempt[] = [];
  for (const rule of toOrder(rules)) {
    const { matched, reason } = judgeRule(rule, facts, program);
    attempts.push({ ruleId: rule.id, matched, reason });
    if (matched) return { rule, attempts };
  }
  return { rule: null, attempts };
}

function toOrder(rules: readonly Rule[]): Rule[] {
  const isLast = (rule: Rule) => rule.conditions.some(({ kind }) => kind === 'no-match');
  const isFirst = (rule: Rule) => !isLast(rule) && rule.conditions.some(({ kind }) => kind === 'intent');
  return [...rules.filter(isFirst), ...rules.filter((rule) => !isFirst(rule) && !isLast(rule)), ...rules.filter(isLast)];
}

/** The regular expressions of the rules, each once: to be matched outside before `evaluateRules`. */
export function listRuleExpressions(rules: readonly Rule[]): string[] {
  const expressions = rules.flatMap(({ conditions }) => conditions.map((condition) => (condition.kind === 'regular-expression' ? condition.expression : '')));
  return [...new Set(expressions)].filter((expression) => expression !== '');
}
