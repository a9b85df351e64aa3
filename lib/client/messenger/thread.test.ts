import { describe, expect, it } from 'vitest';
import type { ConsumerMessage, Notice } from '@/lib/modules/messenger/messenger.schema';
import { emptyThread, hasPostedSince, withHistory, withLiveMessage, withMessages, withNotices, withOlder, type Thread } from './thread';

const message = (seq: number, plainText = `${seq}`): ConsumerMessage => ({
  id: `c:${seq}`,
  seq,
  actor: { kind: 'bot', id: 'b' },
  parts: [],
  plainText,
  delayMs: 0,
  inReplyTo: null,
  clientMessageId: null,
  createdAt: '2026-01-01T00:00:00.000Z',
});
const notice = (turnNumber: number, kind: Notice['kind'] = 'web-view-posted'): Notice => ({ kind, turnNumber, afterSeq: turnNumber, at: '2026-01-01T00:00:00.000Z' });
const textsOf = (thread: Thread) => thread.messages.map(({ plainText }) => plainText);
const stretch = (seqs: number[], hasOlder = false) => ({ messages: seqs.map((seq) => message(seq)), notices: [], hasOlder });

describe('withMessages', () => {
  it.each([
    ['in order', [[1], [2, 3]], ['1', '2', '3']],
    ['twice, by two ways', [[1, 2], [2], [1, 2]], ['1', '2']],
    ['out of order', [[5], [1, 3], [2]], ['1', '2', '3', '5']],
    ['in a stretch that is not sorted', [[3, 1]], ['1', '3']],
  ])('shows messages once and in order that come %s', (_, arrivals, expected) => {
    expect(textsOf(arrivals.reduce((thread, seqs) => withMessages(thread, seqs.map((seq) => message(seq))), emptyThread))).toEqual(expected);
  });

  it('takes a newer copy of a message', () => {
    expect(textsOf(withMessages(withMessages(emptyThread, [message(1)]), [message(1, 'newer')]))).toEqual(['newer']);
  });
});

describe('where the connection resumes', () => {
  it('is not moved by the answer to a send, so that what others said meanwhile still comes', () => {
    const opened = withHistory(emptyThread, stretch([1, 2]));
    expect(withMessages(opened, [message(5)]).syncedSeq).toBe(2);
  });

  it('follows the live connection and what the server read', () => {
    expect(withLiveMessage(withHistory(emptyThread, stretch([1, 2])), message(3)).syncedSeq).toBe(3);
  });
});

describe('older messages', () => {
  it('come before, and tell whether there are more', () => {
    const thread = withOlder(withHistory(emptyThread, stretch([5, 6], true)), stretch([3, 4], false));
    expect(textsOf(thread)).toEqual(['3', '4', '5', '6']);
    expect(thread.hasOlder).toBe(false);
    expect(thread.syncedSeq).toBe(6);
  });

  it('are not forgotten when newer ones are read', () => {
    expect(withHistory(withHistory(emptyThread, stretch([5, 6], true)), stretch([7], false)).hasOlder).toBe(true);
  });
});

describe('withNotices', () => {
  it('keeps each once, in order', () => {
    const thread = withNotices(withNotices(emptyThread, [notice(3), notice(1)]), [notice(3), notice(3, 'closed')]);
    expect(thread.notices.map(({ kind, turnNumber }) => `${kind} ${turnNumber}`)).toEqual(['web-view-posted 1', 'web-view-posted 3', 'closed 3']);
  });

  it('tells whether a page has posted since it was opened', () => {
    const thread = withNotices(emptyThread, [notice(2), notice(4, 'handed-over')]);
    expect([hasPostedSince(thread, 1), hasPostedSince(thread, 2)]).toEqual([true, false]);
  });
});
