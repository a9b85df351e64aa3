import type { JsonValue } from '@/lib/engine/json';
import { toVariableText } from '@/lib/engine/variables/read-variable';
import { matchesPattern } from '@/lib/engine/patterns/match-pattern';
import type { ComparisonOperator, VariableCondition } from '@/lib/engine/program/condition.schema';
import type { AnswerFacts } from './answer-facts';
import { toNumber } from './read-number';
import { met, quote, unmet, type Verdict } from './verdict';

/** Both sides of a comparison. */
interface Sides {
  /** Null when unset. */
  value: JsonValue;
  text: string;
  wanted: string;
  /** Only when both sides are numbers. */
  numbers: { value: number; wanted: number } | null;
}

interface Operator {
  isMet: (sides: Sides) => boolean;
  /** Words for a condition that holds and one that doesn't; the wanted value follows where there is one. */
  yes: string;
  no: string;
  isUnary?: true;
}

/**
 * Numbers compare as numbers when both sides are numbers, else everything compares as text, where case counts; greater and
 * less then go by the order of characters, which is right for dates such as 2024-05-31. A list contains its elements.
 */
const OPERATORS: Record<ComparisonOperator, Operator> = {
  equals: { isMet: isEqual, yes: 'equal to', no: 'not' },
  'not-equals': { isMet: (sides) => !isEqual(sides), yes: 'not', no: 'which is' },
  contains: { isMet: contains, yes: 'which contains', no: 'which does not contain' },
  'not-contains': { isMet: (sides) => !contains(sides), yes: 'which does not contain', no: 'which contains' },
  'starts-with': { isMet: ({ text, wanted }) => wanted !== '' && text.startsWith(wanted), yes: 'which starts with', no: 'which does not start with' },
  'ends-with': { isMet: ({ text, wanted }) => wanted !== '' && text.endsWith(wanted), yes: 'which ends with', no: 'which does not end with' },
  'matches-pattern': { isMet: ({ text, wanted }) => matchesPattern(wanted, text), yes: 'which fits the pattern', no: 'which does not fit the pattern' },
  'greater-than': { isMet: (sides) => isOrdered(sides, (sign) => sign > 0), yes: 'greater than', no: 'not greater than' },
  'greater-or-equal': { isMet: (sides) => isOrdered(sides, (sign) => sign >= 0), yes: 'at least', no: 'not at least' },
  'less-than': { isMet: (sides) => isOrdered(sides, (sign) => sign < 0), yes: 'less than', no: 'not less than' },
  'less-or-equal': { isMet: (sides) => isOrdered(sides, (sign) => sign <= 0), yes: 'at most', no: 'not at most' },
  'is-one-of': { isMet: isOneOf, yes: 'one of', no: 'none of' },
  'is-set': { isMet: ({ value }) => value !== null, yes: 'so it is set', no: 'wanted a value', isUnary: true },
  'is-not-set': { isMet: ({ value }) => value === null, yes: 'as wanted', no: 'wanted none', isUnary: true },
  'is-empty': { isMet: ({ value }) => isEmpty(value), yes: 'so it is empty', no: 'not empty', isUnary: true },
  'is-not-empty': { isMet: ({ value }) => !isEmpty(value), yes: 'so it is not empty', no: 'so it is empty', isUnary: true },
};

/** Whether a variable condition holds. An unset variable is an empty text to every operator but `is-set` and `is-not-set`. */
export function compareVariable({ variable, operator, value: template }: VariableCondition, facts: AnswerFacts): Verdict {
  const value = facts.readVariable(variable) ?? null;
  const wanted = facts.expandText(template);
  const { isMet, yes, no, isUnary } = OPERATORS[operator];
  const isHeld = isMet({ value, text: toVariableText([value]), wanted, numbers: toNumbers(value, wanted) });
  const reason = `${variable} is ${describe(value)}, ${isHeld ? yes : no}${isUnary ? '' : ` ${describeWanted(operator, wanted)}`}`;
  return isHeld ? met(reason) : unmet(reason);
}

function toNumbers(value: JsonValue, wanted: string): Sides['numbers'] {
  const left = toNumber(value);
  const right = toNumber(wanted);
  return left === null || right === null ? null : { value: left, wanted: right };
}

function isEqual({ text, wanted, numbers }: Sides): boolean {
  return numbers ? numbers.value === numbers.wanted : text === wanted;
}

function contains({ value, text, wanted }: Sides): boolean {
  if (wanted === '') return false;
  if (Array.isArray(value) && value.some((element) => toVariableText([element]) === wanted)) return true;
  return text.includes(wanted);
}

/** A value that is no number is neither greater nor less than a number; an unset or empty one than nothing at all. */
function isOrdered({ text, wanted, numbers }: Sides, accepts: (sign: number) => boolean): boolean {
  if (numbers) return accepts(Math.sign(numbers.value - numbers.wanted));
  if (text === '' || wanted === '' || toNumber(wanted) !== null || toNumber(text) !== null) return false;
  return accepts(text < wanted ? -1 : text > wanted ? 1 : 0);
}

function isOneOf({ value, text, wanted }: Sides): boolean {
  return toLines(wanted).some((line) => isEqual({ value, text, wanted: line, numbers: toNumbers(value, line) }));
}

function toLines(wanted: string): string[] {
  return wanted.split('\n').map((line) => line.trim()).filter((line) => line !== '');
}

function isEmpty(value: JsonValue): boolean {
  if (value === null || (typeof value === 'string' && value.trim() === '')) return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}

function describe(value: JsonValue): string {
  if (value === null) return 'not set';
  return toNumber(value) === null ? quote(toVariableText([value])) : toVariableText([value]);
}

function describeWanted(operator: ComparisonOperator, wanted: string): string {
  if (operator === 'is-one-of') return toLines(wanted).map(describe).join(', ');
  return describe(wanted);
}
