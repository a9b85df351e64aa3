import { describe, expect, it } from 'vitest';
import type { CallResult } from '@/lib/engine/call-result.schema';
import type { JsonValue } from '@/lib/engine/json';
import type { JournalEntry } from '@/lib/modules/conversation/conversation.schema';
import { chooseOutcome, readAnswers, toAnswerDrafts } from './edited-answer';

const result: CallResult = { outcome: 'success', summary: '200', status: 200, document: { a: 1 }, fields: {}, variables: [], runId: null, durationMs: 1 };
const journal: JournalEntry[] = [
  { key: 'k1', kind: 'run-script', integrationId: null, startedAtMs: 0, result: null },
  { key: 'k2', kind: 'call-integration', integrationId: 'i', startedAtMs: 0, result: { kind: 'call-finished', key: 'k2', atMs: 0, result } },
  { key: 'k3', kind: 'call-integration', integrationId: 'i', startedAtMs: 0, result: null },
];
const [draft] = toAnswerDrafts(journal);
if (!draft) throw new Error('The journal has one recorded call.');

const capture = (integrationId: string, document: JsonValue) => ({ [integrationId]: [document] });

describe('edited answers', () => {
  it('offer the calls that were answered', () => {
    expect(toAnswerDrafts(journal)).toEqual([{ key: 'k2', integrationId: 'i', outcome: 'success', status: '200', documentText: '{\n  "a": 1\n}' }]);
  });

  it.each([
    ['timeout', { status: '200', documentText: '{}' }, { status: '', documentText: '' }],
    ['http-failure', { status: '200', documentText: '{}' }, { status: '500', documentText: '{}' }],
    ['http-failure', { status: '422', documentText: '{}' }, { status: '422', documentText: '{}' }],
    ['success', { status: '', documentText: '' }, { status: '200', documentText: '' }],
    ['script-failed', { status: '201', documentText: '{}' }, { status: '201', documentText: '{}' }],
  ] as const)('that end as %s have a status and a result that can go with it', (outcome, before, after) => {
    expect(chooseOutcome({ ...draft, ...before }, outcome)).toEqual({ ...draft, outcome, ...after });
  });

  it('send only what was changed, with the fields captured anew', () => {
    expect(readAnswers([draft], [draft], capture)).toEqual({ ok: true, calls: [] });
    expect(readAnswers([{ ...draft, outcome: 'timeout', status: '', documentText: '' }], [draft], capture)).toEqual({
      ok: true,
      calls: [{ key: 'k2', result: { outcome: 'timeout', status: null, summary: 'Edited in the preview', document: null, fields: { i: [null] } } }],
    });
  });

  it.each([{ status: '42' }, { status: 'x' }, { documentText: '{' }])('refuse %j', (change) => {
    expect(readAnswers([{ ...draft, ...change }], [draft], capture)).toMatchObject({ ok: false });
  });
});
