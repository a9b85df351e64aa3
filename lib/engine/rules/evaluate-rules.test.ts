import { expect, test } from 'vitest';
import type { z } from 'zod';
import { programSchema } from '@/lib/engine/program/program.schema';
import { ruleSchema } from '@/lib/engine/program/rule.schema';
import { buildFacts, type AnswerFacts } from './answer-facts';
import { evaluateRules, listRuleExpressions } from './evaluate-rules';

const program = programSchema.parse({ botId: 'bot', releaseNumber: null, integrations: {}, intents: { pay: { id: 'pay', name: 'pay' } } });
const noMatch = { kind: 'no-match' } as const;
const equals = (value: string) => ({ kind: 'equals', value }) as const;
const pay = { kind: 'intent', intentId: 'pay' } as const;
const variable = { variable: 'v', operator: 'equals', value: '1' } as const;

function evaluate(rules: (Partial<z.input<typeof ruleSchema>> & { id: string })[], facts: Partial<AnswerFacts>) {
  const { rule, attempts } = evaluateRules({ program, rules: rules.map((rule) => ruleSchema.parse(rule)), facts: buildFacts(facts) });
  return { id: rule?.id ?? null, tried: attempts.map(({ ruleId, matched, reason }) => `${ruleId} ${matched ? 'yes' : 'no'}: ${reason}`) };
}

test('intents come first, No Match last, wherever they stand; the first that matches ends the search', () => {
  const rules = [
    { id: 'none', conditions: [noMatch] },
    { id: 'text', conditions: [equals('a')] },
    { id: 'intent', conditions: [pay] },
    { id: 'other', conditions: [equals('b')] },
  ];
  expect(evaluate(rules, { text: 'b' }).tried.map((line) => line.split(':')[0])).toEqual(['intent no', 'text no', 'other yes']);
  expect(evaluate(rules, { text: 'a', intents: [{ intentId: 'pay', score: 80, band: 'very-good' }] })).toMatchObject({ id: 'intent', tried: { length: 1 } });
  expect(evaluate(rules, { text: 'z' })).toMatchObject({ id: 'none', tried: { length: 4 } });
});

test('without No Match an answer may match nothing', () => {
  expect(evaluate([{ id: 'text', conditions: [equals('a')] }], { text: 'z' })).toEqual({ id: null, tried: ['text no: “z” does not equal “a”'] });
  expect(evaluate([], { text: 'z' })).toEqual({ id: null, tried: [] });
});

test('one condition is enough, or all are needed, as the rule says', () => {
  const conditions = [equals('a'), { kind: 'contains' as const, value: 'b' }];
  expect(evaluate([{ id: 'r', conditions, conditionMode: 'any' }], { text: 'abc' })).toEqual({ id: 'r', tried: ['r yes: “abc” contains “b”'] });
  expect(evaluate([{ id: 'r', conditions, conditionMode: 'all' }], { text: 'abc' })).toEqual({ id: null, tried: ['r no: “abc” does not equal “a”'] });
  expect(evaluate([{ id: 'r', conditions, conditionMode: 'any' }], { text: 'x' }).tried).toEqual(['r no: “x” does not equal “a”; “x” does not contain “b”']);
});

test('variable conditions must all hold besides', () => {
  const rule = { id: 'r', conditions: [equals('a'), equals('b')], conditionMode: 'any' as const, variableConditions: [variable, { ...variable, operator: 'is-set' as const }] };
  expect(evaluate([rule], { text: 'b', readVariable: () => 1 })).toEqual({ id: 'r', tried: ['r yes: “b” equals “b”; v is 1, equal to 1; v is 1, so it is set'] });
  expect(evaluate([rule], { text: 'b', readVariable: () => 2 })).toEqual({ id: null, tried: ['r no: “b” equals “b”, but v is 2, not 1'] });
});

test('variable conditions alone make a rule; nothing at all makes none', () => {
  expect(evaluate([{ id: 'r', variableConditions: [variable] }], { readVariable: () => '1' }).id).toBe('r');
  expect(evaluate([{ id: 'r' }], { text: 'x' })).toEqual({ id: null, tried: ['r no: the rule has no condition'] });
});

test('No Match with a variable condition leaves the answer to the next No Match', () => {
  const rules = [
    { id: 'when', conditions: [noMatch], variableConditions: [variable] },
    { id: 'else', conditions: [noMatch] },
  ];
  expect(evaluate(rules, { text: 'x', readVariable: () => 1 }).id).toBe('when');
  expect(evaluate(rules, { text: 'x' }).id).toBe('else');
});

test('expressions are listed once each', () => {
  const expression = (text: string) => ({ kind: 'regular-expression', expression: text }) as const;
  const rules = [{ id: 'a', conditions: [expression('x'), equals('z')] }, { id: 'b', conditions: [expression('x'), expression(''), expression('y')] }];
  expect(listRuleExpressions(rules.map((rule) => ruleSchema.parse(rule)))).toEqual(['x', 'y']);
});
