import { compilePattern, findPatternProblem, toPatternInput } from '@/lib/engine/patterns/match-pattern';
import { fitsExcludeKeyword } from '@/lib/engine/patterns/exclude-keyword';
import type { Condition } from '@/lib/engine/program/condition.schema';
import { normalizeText } from '@/lib/engine/text/normalize-text';
import type { AnswerFacts } from './answer-facts';
import { met, quote, unmet, type Verdict } from './verdict';

type ConditionOf<Kind extends Condition['kind']> = Extract<Condition, { kind: Kind }>;

const NO_TEXT = unmet('there is no answer to compare');

/** As typed but for outer blanks. */
export function judgeExactValue({ value }: ConditionOf<'exact-value'>, { text }: AnswerFacts): Verdict {
  if (text === null) return NO_TEXT;
  if (text.trim() === value.trim()) return met(`${quote(text)} is the value`);
  if (normalizeText(text) === normalizeText(value)) return unmet(`${quote(text)} differs from ${quote(value)} in capital letters or blanks`);
  return unmet(`${quote(text)} is not ${quote(value)}`);
}

export function judgeEquals({ value }: ConditionOf<'equals'>, facts: AnswerFacts): Verdict {
  return compare(value, facts, { isMet: (said, wanted) => said === wanted, yes: 'equals', no: 'does not equal' });
}

export function judgeContains({ value }: ConditionOf<'contains'>, facts: AnswerFacts): Verdict {
  return compare(value, facts, { isMet: (said, wanted) => said.includes(wanted), yes: 'contains', no: 'does not contain' });
}

export function judgeStartsWith({ value }: ConditionOf<'starts-with'>, facts: AnswerFacts): Verdict {
  return compare(value, facts, { isMet: (said, wanted) => said.startsWith(wanted), yes: 'starts with', no: 'does not start with' });
}

export function judgeEndsWith({ value }: ConditionOf<'ends-with'>, facts: AnswerFacts): Verdict {
  return compare(value, facts, { isMet: (said, wanted) => said.endsWith(wanted), yes: 'ends with', no: 'does not end with' });
}

interface Comparison {
  isMet: (said: string, wanted: string) => boolean;
  yes: string;
  no: string;
}

/** An empty value equals an empty answer only; every text contains it, which nobody means. */
function compare(value: string, { text }: AnswerFacts, { isMet, yes, no }: Comparison): Verdict {
  if (text === null) return NO_TEXT;
  const said = normalizeText(text);
  const wanted = normalizeText(value);
  if (wanted === '' && said !== '') return unmet('the condition has no value to compare with');
  return isMet(said, wanted) ? met(`${quote(text)} ${yes} ${quote(value)}`) : unmet(`${quote(text)} ${no} ${quote(value)}`);
}

export function judgePattern({ patterns, excludeKeywords }: ConditionOf<'pattern'>, { text }: AnswerFacts): Verdict {
  if (text === null) return NO_TEXT;
  const input = toPatternInput(text);
  const fitting = patterns.find((pattern) => compilePattern(pattern)?.matches(input));
  if (fitting === undefined) return unmet(explainMisfit(text, patterns));
  const excluding = excludeKeywords.find((keyword) => fitsExcludeKeyword(keyword, input));
  if (excluding !== undefined) return unmet(`${quote(text)} fits the pattern ${quote(fitting)}, but the exclude keyword ${quote(excluding)} too`);
  return met(`${quote(text)} fits the pattern ${quote(fitting)}`);
}

/** Why a text fits none of the patterns. */
export function explainMisfit(text: string, patterns: readonly string[]): string {
  const [only] = patterns;
  if (only === undefined) return 'there is no pattern';
  if (patterns.length > 1) return `${quote(text)} fits none of the ${patterns.length} patterns`;
  const problem = findPatternProblem(only);
  return problem === null ? `${quote(text)} does not fit the pattern ${quote(only)}` : `the pattern ${quote(only)} can’t be used: ${problem}`;
}

export function judgeRegularExpression({ expression }: ConditionOf<'regular-expression'>, { text, expressionMatches }: AnswerFacts): Verdict {
  if (text === null) return NO_TEXT;
  const match = Object.hasOwn(expressionMatches, expression) ? expressionMatches[expression] : undefined;
  if (match === undefined) return unmet(expression === '' ? 'the regular expression is empty' : `the regular expression ${quote(expression)} was not tried`);
  if ('problem' in match) return unmet(`the regular expression ${quote(expression)} can’t be used: ${match.problem}`);
  if (match.found === null) return unmet(`${quote(text)} does not match the regular expression ${quote(expression)}`);
  return met(`${quote(match.found)} matches the regular expression ${quote(expression)}`);
}
