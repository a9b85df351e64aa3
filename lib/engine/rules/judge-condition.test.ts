import { describe, expect, test } from 'vitest';
import type { CallResult } from '@/lib/engine/call-result.schema';
import { conditionSchema } from '@/lib/engine/program/condition.schema';
import { programSchema } from '@/lib/engine/program/program.schema';
import { buildFacts, type AnswerFacts } from './answer-facts';
import { judgeCondition } from './judge-condition';

const program = programSchema.parse({
  botId: 'bot',
  releaseNumber: null,
  integrations: {},
  intents: { pay: { id: 'pay', name: 'Pay a bill' } },
  entities: { city: { id: 'city', name: 'city', definition: { kind: 'value-set', values: ['London'] } } },
});

const call: CallResult = { outcome: 'success', summary: '', status: 200, fields: {}, variables: [], runId: null, durationMs: 1 };
const choices = [{ label: 'Yes, please', payload: 'yes' }, { label: 'No', payload: '' }, { label: '7', payload: 'seven' }];

function judge(condition: unknown, facts: Partial<AnswerFacts>) {
  return judgeCondition(conditionSchema.parse(condition), buildFacts(facts), program);
}

describe('each kind of condition says yes or no, and why', () => {
  test.each<[string, unknown, Partial<AnswerFacts>, boolean, string]>([
    ['no match', { kind: 'no-match' }, { text: 'x' }, true, 'nothing else matched'],

    ['exact value', { kind: 'exact-value', value: 'Yes' }, { text: ' Yes ' }, true, '“ Yes ” is the value'],
    ['exact value, other case', { kind: 'exact-value', value: 'Yes' }, { text: 'yes' }, false, '“yes” differs from “Yes” in capital letters or blanks'],
    ['exact value, other text', { kind: 'exact-value', value: 'Yes' }, { text: 'no' }, false, '“no” is not “Yes”'],
    ['equals', { kind: 'equals', value: 'New York' }, { text: ' new   york' }, true, '“ new   york” equals “New York”'],
    ['equals not', { kind: 'equals', value: 'yes' }, { text: 'yes!' }, false, '“yes!” does not equal “yes”'],
    ['contains', { kind: 'contains', value: 'CARD' }, { text: 'my card' }, true, '“my card” contains “CARD”'],
    ['contains not', { kind: 'contains', value: 'card' }, { text: 'my loan' }, false, '“my loan” does not contain “card”'],
    ['contains nothing', { kind: 'contains', value: ' ' }, { text: 'my loan' }, false, 'the condition has no value to compare with'],
    ['starts with', { kind: 'starts-with', value: 'my' }, { text: 'My loan' }, true, '“My loan” starts with “my”'],
    ['starts with not', { kind: 'starts-with', value: 'loan' }, { text: 'My loan' }, false, '“My loan” does not start with “loan”'],
    ['ends with', { kind: 'ends-with', value: 'LOAN' }, { text: 'My loan' }, true, '“My loan” ends with “LOAN”'],
    ['ends with not', { kind: 'ends-with', value: 'my' }, { text: 'My loan' }, false, '“My loan” does not end with “my”'],
    ['text without an answer', { kind: 'equals', value: '' }, {}, false, 'there is no answer to compare'],

    ['pattern', { kind: 'pattern', patterns: ['x', 'hello|hi'] }, { text: 'Hi!' }, true, '“Hi!” fits the pattern “hello|hi”'],
    ['pattern not', { kind: 'pattern', patterns: ['hello|hi'] }, { text: 'helo' }, false, '“helo” does not fit the pattern “hello|hi”'],
    ['patterns not', { kind: 'pattern', patterns: ['hello', 'hi'] }, { text: 'helo' }, false, '“helo” fits none of the 2 patterns'],
    ['pattern excluded', { kind: 'pattern', patterns: ['*card*'], excludeKeywords: ['lost'] }, { text: 'I lost my card' }, false, '“I lost my card” fits the pattern “*card*”, but the exclude keyword “lost” too'],
    ['broken pattern', { kind: 'pattern', patterns: ['(hello'] }, { text: '(hello' }, false, 'the pattern “(hello” can’t be used: An opening parenthesis is never closed. Add ) or remove it.'],
    ['no pattern', { kind: 'pattern', patterns: [] }, { text: 'hello' }, false, 'there is no pattern'],

    ['expression', { kind: 'regular-expression', expression: '\\d+' }, { text: 'order 12', expressionMatches: { '\\d+': { found: '12' } } }, true, '“12” matches the regular expression “\\d+”'],
    ['expression not', { kind: 'regular-expression', expression: '\\d+' }, { text: 'order', expressionMatches: { '\\d+': { found: null } } }, false, '“order” does not match the regular expression “\\d+”'],
    ['expression too slow', { kind: 'regular-expression', expression: '(a+)+$' }, { text: 'aaa', expressionMatches: { '(a+)+$': { problem: 'it took more than 50 ms' } } }, false, 'the regular expression “(a+)+$” can’t be used: it took more than 50 ms'],
    ['expression untried', { kind: 'regular-expression', expression: 'constructor' }, { text: 'x' }, false, 'the regular expression “constructor” was not tried'],

    ['intent', { kind: 'intent', intentId: 'pay' }, { text: 'pay it', intents: [{ intentId: 'pay', score: 60, band: 'good' }] }, true, '“pay it” scores 60 for the intent “Pay a bill”'],
    ['intent too low', { kind: 'intent', intentId: 'pay' }, { text: 'pay it', intents: [{ intentId: 'pay', score: 59.9, band: 'fair-plus' }] }, false, '“pay it” scores 59.9 for the intent “Pay a bill”, less than the 60 of GOOD'],
    ['intent unscored', { kind: 'intent', intentId: 'pay' }, { text: 'x' }, false, '“x” scores 0 for the intent “Pay a bill”, less than the 60 of GOOD'],
    ['intent gone', { kind: 'intent', intentId: 'toString' }, { text: 'x' }, false, 'the intent of the condition does not exist'],
    ['entity', { kind: 'entity', entityId: 'city' }, { text: 'to London', entities: { city: [{ phrase: 'London', dataValue: 'LDN' }] } }, true, '“London” is a “@city”'],
    ['entity not', { kind: 'entity', entityId: 'city' }, { text: 'to Rome' }, false, '“to Rome” names no “@city”'],
    ['entity gone', { kind: 'entity', entityId: 'gone' }, { text: 'x' }, false, 'the entity of the condition does not exist'],

    ['tap', { kind: 'choice', value: 'Yes, please' }, { text: 'Yes, please', payload: 'yes', choices }, true, '“Yes, please” is the choice'],
    ['tap by payload', { kind: 'choice', value: 'yes' }, { text: 'Yes, please', payload: 'yes', choices }, true, '“Yes, please” is the choice'],
    ['typed label', { kind: 'choice', value: 'yes' }, { text: 'yes, PLEASE!', choices }, true, '“Yes, please” is the choice'],
    ['other choice', { kind: 'choice', value: 'yes' }, { text: 'no', choices }, false, '“No” was chosen, not “yes”'],
    ['no choice', { kind: 'choice', value: 'yes' }, { text: 'perhaps', choices }, false, '“perhaps” is none of the choices, wanted “yes”'],
    ['number in a list', { kind: 'choice', value: 'No' }, { text: '2.', choices, isTextOnly: true }, true, '“No” (by its number, “2.”) is the choice'],
    ['number where there are buttons', { kind: 'choice', value: 'No' }, { text: '2', choices }, false, '“2” is none of the choices, wanted “No”'],
    ['tap on an older message', { kind: 'choice', value: 'old' }, { text: 'Old one', payload: 'OLD', choices: [] }, true, '“OLD” is the value'],
    ['choice without an answer', { kind: 'choice', value: 'old' }, { choices }, false, 'there is no answer to compare'],

    ['success', { kind: 'api-result', result: 'success' }, { call }, true, 'the call ended as success with status 200'],
    ['failure', { kind: 'api-result', result: 'failure' }, { call: { ...call, outcome: 'timeout', status: null } }, true, 'the call ended as timeout'],
    ['success wanted', { kind: 'api-result', result: 'success' }, { call: { ...call, outcome: 'http-failure', status: 500 } }, false, 'the call ended as http-failure with status 500, wanted success'],
    ['failure wanted', { kind: 'api-result', result: 'failure' }, { call }, false, 'the call ended as success with status 200, wanted failure'],
    ['no call', { kind: 'api-result', result: 'failure' }, {}, false, 'no integration was called'],
    ['outcome', { kind: 'api-outcome', outcomes: ['timeout', 'connection-failed'] }, { call: { ...call, outcome: 'timeout', status: null } }, true, 'the call ended as timeout'],
    ['other outcome', { kind: 'api-outcome', outcomes: ['timeout'] }, { call: { ...call, outcome: 'http-failure', status: 429 } }, false, 'the call ended as http-failure with status 429, wanted timeout'],
    ['outcome with status', { kind: 'api-outcome', outcomes: ['http-failure'], statuses: [429] }, { call: { ...call, outcome: 'http-failure', status: 429 } }, true, 'the call ended as http-failure with status 429'],
    ['other status', { kind: 'api-outcome', outcomes: ['http-failure'], statuses: [429, 503] }, { call: { ...call, outcome: 'http-failure', status: 500 } }, false, 'the call ended as http-failure with status 500, wanted status 429 or 503'],
    ['status alone', { kind: 'api-outcome', outcomes: [], statuses: [404] }, { call: { ...call, outcome: 'http-failure', status: 404 } }, true, 'the call ended as http-failure with status 404'],
    ['no outcome named', { kind: 'api-outcome', outcomes: [] }, { call }, false, 'the condition names no outcome'],
    ['no results', { kind: 'no-results' }, { call: { ...call, fields: { title: [], price: [] } } }, true, 'no custom data field has a value'],
    ['results', { kind: 'no-results' }, { call: { ...call, fields: { title: [], price: [1] } } }, false, '“price” has 1 value'],
    ['no results in a field', { kind: 'no-results', fieldKey: 'title' }, { call: { ...call, fields: { title: [], price: [1] } } }, true, '“title” has no value'],
    ['no results of a failure', { kind: 'no-results' }, { call: { ...call, outcome: 'timeout', status: null } }, false, 'the call ended as timeout, so it says nothing about results'],

    ['transfer', { kind: 'transfer-failed' }, { transfer: 'failed' }, true, 'the transfer failed'],
    ['no transfer', { kind: 'transfer-failed' }, {}, false, 'no transfer failed'],
    ['file', { kind: 'file-upload', result: 'invalid-type' }, { file: 'invalid-type' }, true, 'the file upload ended as invalid-type'],
    ['other file', { kind: 'file-upload', result: 'success' }, { file: 'failure' }, false, 'the file upload ended as failure, wanted success'],
    ['no file', { kind: 'file-upload', result: 'success' }, { text: 'here' }, false, 'no file was sent'],
    ['web view', { kind: 'web-view', result: 'posted' }, { webView: 'posted' }, true, 'the web view posted'],
    ['web view too late', { kind: 'web-view', result: 'posted' }, { webView: 'timed-out' }, false, 'the time for the web view is over, wanted posted'],
    ['no web view', { kind: 'web-view', result: 'posted' }, {}, false, 'no web view posted or timed out'],
  ])('%s', (_, condition, facts, matched, reason) => {
    expect(judge(condition, facts)).toEqual({ matched, reason });
  });

  test('a long text is shortened in the reason', () => {
    expect(judge({ kind: 'equals', value: 'b' }, { text: 'a'.repeat(5_000) }).reason).toBe(`“${'a'.repeat(80)}…” does not equal “b”`);
  });
});
