import type { BotNames } from '@/components/studio/builder/model/bot-names';
import type { CallOutcomeKind, ComparisonOperator, Condition, VariableCondition } from '@/lib/engine/program/condition.schema';
import type { Rule } from '@/lib/engine/program/rule.schema';

/** How outcomes of a call are called. */
export const outcomeWords: Record<CallOutcomeKind, string> = {
  success: 'Success',
  'http-failure': 'HTTP error',
  timeout: 'Timeout',
  'connection-failed': 'No connection',
  'blocked-address': 'Address not allowed',
  'too-many-redirects': 'Too many redirects',
  'response-too-large': 'Response too large',
  'invalid-response': 'Unreadable response',
  'script-failed': 'Script failed',
  'script-limit': 'Script over a limit',
  'invalid-request': 'Invalid request',
  'credential-failed': 'Credential failed',
  cancelled: 'Cancelled',
  interrupted: 'Interrupted',
};

/** How comparisons are called. */
export const operatorWords: Record<ComparisonOperator, string> = {
  equals: 'equals',
  'not-equals': 'does not equal',
  contains: 'contains',
  'not-contains': 'does not contain',
  'starts-with': 'starts with',
  'ends-with': 'ends with',
  'matches-pattern': 'matches the pattern',
  'greater-than': 'is greater than',
  'greater-or-equal': 'is at least',
  'less-than': 'is less than',
  'less-or-equal': 'is at most',
  'is-one-of': 'is one of',
  'is-set': 'is set',
  'is-not-set': 'is not set',
  'is-empty': 'is empty',
  'is-not-empty': 'is not empty',
};

/** Names that conditions refer to by id. */
export type ConditionNames = Pick<BotNames, 'intents' | 'entities'>;

/** A rule’s conditions in one line: its name when it has one, else what it asks. */
export function describeRule(rule: Rule, names: ConditionNames): string {
  if (rule.name.trim() !== '') return rule.name;
  const answers = rule.conditions.map((condition) => describeCondition(condition, names)).join(rule.conditionMode === 'any' ? ' or ' : ' and ');
  const variables = rule.variableConditions.map(describeVariableCondition);
  return [...(answers ? [answers] : []), ...variables].join(', ') || 'No condition yet';
}

/** What one condition asks. */
export function describeCondition(condition: Condition, { intents, entities }: ConditionNames): string {
  switch (condition.kind) {
    case 'no-match':
      return 'No Match';
    case 'exact-value':
      return `exactly “${condition.value}”`;
    case 'equals':
      return `“${condition.value}”`;
    case 'contains':
      return `contains “${condition.value}”`;
    case 'starts-with':
      return `starts with “${condition.value}”`;
    case 'ends-with':
      return `ends with “${condition.value}”`;
    case 'pattern':
      return condition.patterns.length > 0 ? condition.patterns.join(' or ') : 'no pattern';
    case 'regular-expression':
      return `/${condition.expression}/`;
    case 'intent':
      return `intent ${intents[condition.intentId]?.name ?? 'missing'}`;
    case 'entity':
      return `@${entities[condition.entityId]?.name ?? 'missing'}`;
    case 'choice':
      return `chose “${condition.value}”`;
    case 'api-result':
      return condition.result === 'success' ? 'Success' : 'Failure';
    case 'api-outcome':
      return describeOutcomes(condition.outcomes, condition.statuses);
    case 'no-results':
      return condition.fieldKey === '' ? 'No results' : `No ${condition.fieldKey}`;
    case 'transfer-failed':
      return 'Transfer failed';
    case 'file-upload':
      return { success: 'File taken', failure: 'Upload failed', 'invalid-type': 'Wrong type of file' }[condition.result];
    case 'web-view':
      return condition.result === 'posted' ? 'Page posted' : 'Timed out';
  }
}

function describeOutcomes(outcomes: readonly CallOutcomeKind[], statuses: readonly number[]): string {
  const named = statuses.length > 0 ? outcomes.filter((outcome) => outcome !== 'http-failure') : outcomes;
  const words = [...named.map((outcome) => outcomeWords[outcome]), ...(statuses.length > 0 ? [`HTTP ${statuses.join(', ')}`] : [])];
  if (words.length === 0) return 'no outcome';
  return words.length > 3 ? `${words.slice(0, 2).join(', ')} and ${words.length - 2} more` : words.join(', ');
}

function describeVariableCondition({ variable, operator, value }: VariableCondition): string {
  const isUnary = /set$|empty$/.test(operator);
  return `${variable || 'a variable'} ${operatorWords[operator]}${isUnary ? '' : ` “${value}”`}`;
}
