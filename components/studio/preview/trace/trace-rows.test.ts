import { describe, expect, it } from 'vitest';
import { buildBotNames } from '@/components/studio/preview/bot-names';
import { buildTraceRows, findTurnEndMs } from '@/components/studio/preview/trace/build-trace-rows';
import { passesFilter } from '@/components/studio/preview/trace/trace-row';
import { botContentSchema } from '@/lib/engine/program/bot-content.schema';
import type { TraceEntry } from '@/lib/engine/trace.schema';
import type { JournalEntry } from '@/lib/modules/conversation/conversation.schema';

const content = botContentSchema.parse({
  dialogIds: ['d'],
  dialogs: { d: { id: 'd', name: 'Balance', interactionIds: ['q', 'call'] } },
  interactions: {
    q: { kind: 'text-question', id: 'q', name: 'Ask city', text: 'Where?', rules: [{ id: 'r1', name: '' }, { id: 'r2', name: 'Berlin' }] },
    call: { kind: 'integration', id: 'call', name: 'Get balance', integrationId: 'i' },
  },
});
const names = buildBotNames(content, [{ id: 'i', name: 'Balance API' }]);
const startedAt = '2026-01-01T00:00:00.000Z';
const startMs = Date.parse(startedAt);
const said = { kind: 'message-received', atMs: startMs, messageId: 'm', text: 'hi', payload: null, metadata: [], attachments: [] } as const;
const build = (trace: TraceEntry[], journal: JournalEntry[] = []) => buildTraceRows({ trace, journal, startedAt, event: { ...said, metadata: [], attachments: [] }, messageSeqs: [7, 8] }, names);

describe('the timeline of a turn', () => {
  it('tells why each rule matched or not, by its name or place', () => {
    const rows = build([
      { kind: 'rule-tried', interactionId: 'q', ruleId: 'r1', matched: false, reason: 'the input ‘Berlin’ is not ‘Rome’' },
      { kind: 'rule-tried', interactionId: 'q', ruleId: 'r2', matched: true, reason: 'the input is ‘Berlin’' },
    ]);
    expect(rows).toMatchObject([
      { title: 'Rule 1 of Ask city', detail: 'the input ‘Berlin’ is not ‘Rome’', tone: 'quiet', dialogId: 'd', interactionId: 'q' },
      { title: '“Berlin” of Ask city', detail: 'the input is ‘Berlin’', tone: 'good' },
    ]);
  });

  it('places calls and scripts in time by the journal', () => {
    const call = { kind: 'call-finished', interactionId: 'call', integrationId: 'i', outcome: 'timeout', summary: 'No answer in 20 s', status: null, runId: 'run', durationMs: 200, wasReplayed: false } as const;
    const rows = build(
      [{ ...call }, { ...call, durationMs: 50, outcome: 'success', status: 200 }],
      [
        { key: 'a', kind: 'call-integration', integrationId: 'i', startedAtMs: startMs + 5, result: null },
        { key: 'b', kind: 'match-expressions', integrationId: null, startedAtMs: startMs + 1, result: null },
        { key: 'c', kind: 'call-integration', integrationId: 'i', startedAtMs: startMs + 300, result: null },
      ],
    );
    expect(rows.map(({ time }) => time)).toEqual([
      { offsetMs: 5, durationMs: 200 },
      { offsetMs: 300, durationMs: 50 },
    ]);
    expect(rows[0]).toMatchObject({ tone: 'bad', isProblem: true, run: { integrationId: 'i', runId: 'run' } });
    expect(findTurnEndMs(rows, 320)).toBe(350);
  });

  it('shows values before and after, and tells nothing from empty', () => {
    const [row] = build([{ kind: 'variable-set', name: 'city', scope: 'session', before: null, after: '', by: 'rule' }]);
    expect(row).toMatchObject({ title: 'city', values: { before: null, after: '“”' } });
  });

  it('indents what happens in a dialog, and ends it with the dialog', () => {
    const rows = build([
      { kind: 'dialog-entered', dialogId: 'd', reason: 'starter' },
      { kind: 'interaction-entered', interactionId: 'q' },
      { kind: 'dialog-left', dialogId: 'd', reason: 'completed' },
      { kind: 'dialog-left', dialogId: 'd', reason: 'completed' },
    ]);
    expect(rows.map(({ depth }) => depth)).toEqual([0, 1, 0, 0]);
  });

  it('counts failed scripts, errors they printed, unmatched answers and faults as problems', () => {
    const script = { kind: 'script-ran', interactionId: 'q', phase: 'pre-process', durationMs: 1, console: [] } as const;
    const rows = build([
      { ...script, console: [], end: { kind: 'finished' } },
      { ...script, end: { kind: 'failed', message: 'x is not defined', line: 3, column: 1, place: 'script' }, console: [] },
      { ...script, end: { kind: 'finished' }, console: [{ level: 'error', text: 'oh', atMs: 0 }] },
      { kind: 'unmatched', text: 'hm', count: 2 },
      { kind: 'fault', code: 'engine/too-many-interactions', message: 'More than 10 in a row', interactionId: 'gone' },
      { kind: 'waiting', interactionId: 'q', reason: 'answer' },
    ]);
    expect(rows.map((row) => passesFilter(row, 'problems'))).toEqual([false, true, true, true, true, false]);
    expect(rows[1]?.detail).toBe('Line 3: x is not defined');
  });

  it('tells the consumer’s message from the bot’s', () => {
    const rows = build([{ kind: 'message-sent', seq: 7, interactionId: null }, { kind: 'message-sent', seq: 8, interactionId: null }]);
    expect(rows.map(({ title }) => title)).toEqual(['Message 7 received', 'Message 8 sent']);
  });

  it('names what was deleted meanwhile instead of failing', () => {
    const rows = build([{ kind: 'rule-tried', interactionId: 'gone', ruleId: 'r', matched: true, reason: '' }, { kind: 'dialog-entered', dialogId: 'gone', reason: 'resumed' }]);
    expect(rows.map(({ title }) => title)).toEqual(['A deleted rule of a deleted interaction', 'Dialog a deleted dialog']);
  });
});
