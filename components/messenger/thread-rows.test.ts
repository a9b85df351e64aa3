import { describe, expect, it } from 'vitest';
import type { ShownMessage } from './group-messages';
import { buildThreadRows, type ThreadExtras, type ThreadRow } from './thread-rows';

const today = new Date(2026, 4, 5, 12);
const message = (seq: number, change: Partial<ShownMessage> = {}): ShownMessage => ({
  id: `m${seq}`,
  seq,
  actor: { kind: 'bot', id: 'b' },
  parts: [],
  plainText: '',
  delayMs: 0,
  inReplyTo: null,
  createdAt: new Date(2026, 4, 5, 10, 0, seq).toISOString(),
  ...change,
});
const own = { actor: { kind: 'consumer', id: 'u' } } as const;
const notice = (afterSeq: number) => ({ kind: 'web-view-posted', turnNumber: afterSeq + 1, afterSeq, at: today.toISOString() }) as const;
const none: ThreadExtras = { notices: [], unreadAfterSeq: null };

/** Rows in short: the numbers of a group, else the kind. */
const inShort = (rows: ThreadRow[]) => rows.map((row) => (row.kind === 'group' ? row.group.messages.map(({ seq }) => seq) : row.kind));

describe('buildThreadRows', () => {
  it.each<[string, ShownMessage[], ThreadExtras, unknown]>([
    ['keeps one sender together and parts at the next one', [message(1), message(2), message(3, own), message(4)], none, [[1, 2], [3], [4]]],
    ['parts where more than five minutes passed', [message(1), message(301), message(602)], none, [[1, 301], [602]]],
    ['never mixes private messages with those that the consumer sees', [message(1), message(2, { visibility: 'private' }), message(3)], none, [[1], [2], [3]]],
    ['names a day that is not today', [message(1, { createdAt: new Date(2026, 4, 4, 23, 59, 59).toISOString() }), message(2, { createdAt: new Date(2026, 4, 5, 0, 0, 1).toISOString() })], none, ['day', [1], 'day', [2]]],
    ['says nothing about today', [message(1)], none, [[1]]],
    ['puts a notice behind its message', [message(1), message(2)], { ...none, notices: [notice(1)] }, [[1], 'notice', [2]]],
    ['puts notices of the beginning and the end where they belong', [message(1)], { ...none, notices: [notice(0), notice(1)] }, ['notice', [1], 'notice']],
    ['keeps a notice whose message is not here yet', [], { ...none, notices: [notice(7)] }, ['notice']],
    ['begins what is unread', [message(1), message(2), message(3)], { ...none, unreadAfterSeq: 2 }, [[1, 2], 'unread', [3]]],
    ['has no divider when everything is read', [message(1)], { ...none, unreadAfterSeq: 1 }, [[1]]],
  ])('%s', (_, messages, extras, expected) => {
    expect(inShort(buildThreadRows(messages, extras, today))).toEqual(expected);
  });
});
