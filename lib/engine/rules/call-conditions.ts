import type { CallResult } from '@/lib/engine/call-result.schema';
import type { Condition } from '@/lib/engine/program/condition.schema';
import type { AnswerFacts } from './answer-facts';
import { met, quote, unmet, type Verdict } from './verdict';

type ConditionOf<Kind extends Condition['kind']> = Extract<Condition, { kind: Kind }>;

const NO_CALL = unmet('no integration was called');

/** Success or failure as a whole. Source: conversation-builder reference, section 2.2. */
export function judgeApiResult({ result }: ConditionOf<'api-result'>, { call }: AnswerFacts): Verdict {
  if (!call) return NO_CALL;
  const isMet = (call.outcome === 'success') === (result === 'success');
  return isMet ? met(describe(call)) : unmet(`${describe(call)}, wanted ${result}`);
}

/** One of several outcomes, and where statuses are named one of those. Without outcomes the statuses alone decide. */
export function judgeApiOutcome({ outcomes, statuses }: ConditionOf<'api-outcome'>, { call }: AnswerFacts): Verdict {
  if (!call) return NO_CALL;
  if (outcomes.length === 0 && statuses.length === 0) return unmet('the condition names no outcome');
  if (outcomes.length > 0 && !outcomes.includes(call.outcome)) return unmet(`${describe(call)}, wanted ${joinWords(outcomes)}`);
  if (statuses.length > 0 && (call.status === null || !statuses.includes(call.status))) return unmet(`${describe(call)}, wanted status ${joinWords(statuses)}`);
  return met(describe(call));
}

/** The call went well and captured nothing. */
export function judgeNoResults({ fieldKey }: ConditionOf<'no-results'>, { call }: AnswerFacts): Verdict {
  if (!call) return NO_CALL;
  if (call.outcome !== 'success') return unmet(`${describe(call)}, so it says nothing about results`);
  const counted = fieldKey === '' ? call.fields : { [fieldKey]: Object.hasOwn(call.fields, fieldKey) ? (call.fields[fieldKey] ?? []) : [] };
  const filled = Object.entries(counted).find(([, values]) => values.length > 0);
  if (filled) return unmet(`${quote(filled[0])} has ${filled[1].length === 1 ? '1 value' : `${filled[1].length} values`}`);
  return met(fieldKey === '' ? 'no custom data field has a value' : `${quote(fieldKey)} has no value`);
}

function describe({ outcome, status }: CallResult): string {
  return `the call ended as ${outcome}${status === null ? '' : ` with status ${status}`}`;
}

function joinWords(words: readonly (string | number)[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${String(words.at(-1))}`;
}
