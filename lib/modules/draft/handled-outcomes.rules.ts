import type { CallOutcomeKind } from '@/lib/engine/program/condition.schema';
import type { Rule } from '@/lib/engine/program/rule.schema';
import type { IntegrationDefinition } from '@/lib/modules/integration/integration.schema';

/** Ways in which a call can end, as far as a designer treats them differently. */
const OUTCOMES = ['success', 'no results', 'too many requests (429)', 'other HTTP errors', 'timeout', 'no connection', 'unusable response', 'not sent or interrupted'] as const;
export type HandledOutcome = (typeof OUTCOMES)[number];

const KINDS_BY_OUTCOME: Record<Exclude<HandledOutcome, 'success' | 'no results'>, readonly CallOutcomeKind[]> = {
  'too many requests (429)': ['http-failure'],
  'other HTTP errors': ['http-failure'],
  timeout: ['timeout'],
  'no connection': ['connection-failed', 'blocked-address', 'too-many-redirects'],
  'unusable response': ['response-too-large', 'invalid-response', 'script-failed', 'script-limit'],
  'not sent or interrupted': ['invalid-request', 'credential-failed', 'cancelled', 'interrupted'],
};

/** How many of the ways in which a call can end are taken care of. */
export interface HandledOutcomes {
  handledCount: number;
  totalCount: number;
  unhandled: HandledOutcome[];
}

/**
 * Which outcomes of an integration interaction its rules are sure to take; rules that ask for more besides aren't sure. Success needs no rule,
 * the next action takes it. “No results” counts only for an integration that captures something.
 */
export function countHandledOutcomes(rules: readonly Rule[], definition: Pick<IntegrationDefinition, 'customDataFields'> | null): HandledOutcomes {
  const outcomes = OUTCOMES.filter((outcome) => outcome !== 'no results' || (definition?.customDataFields.length ?? 0) > 0);
  const unhandled = outcomes.filter((outcome) => outcome !== 'success' && !rules.some((rule) => isSureToTake(rule, outcome)));
  return { handledCount: outcomes.length - unhandled.length, totalCount: outcomes.length, unhandled };
}

function isSureToTake({ conditions, conditionMode, variableConditions }: Rule, outcome: Exclude<HandledOutcome, 'success'>): boolean {
  if (variableConditions.length > 0 || (conditionMode === 'all' && conditions.length > 1)) return false;
  if (outcome === 'no results') return conditions.some(({ kind }) => kind === 'no-results' || kind === 'no-match');
  const kinds = KINDS_BY_OUTCOME[outcome];
  // Several kinds may be spread over a rule's conditions.
  return kinds.every((kind) =>
    conditions.some((condition) => {
      if (condition.kind === 'no-match') return true;
      if (condition.kind === 'api-result') return condition.result === 'failure';
      if (condition.kind !== 'api-outcome') return false;
      const isStatusTaken = condition.statuses.length === 0 || (outcome === 'too many requests (429)' && condition.statuses.includes(429));
      return isStatusTaken && (condition.outcomes.includes(kind) || (condition.outcomes.length === 0 && kind === 'http-failure'));
    }),
  );
}
