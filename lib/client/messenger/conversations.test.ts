import { describe, expect, it } from 'vitest';
import type { ConsumerConversation } from '@/lib/modules/messenger/messenger.schema';
import { countUnread, findOpen, withConversation, withConversations, withRead } from './conversations';

const conversation = (id: string, change: Partial<ConsumerConversation> = {}): ConsumerConversation => ({
  id,
  status: 'open',
  createdAt: '2026-01-01T00:00:00.000Z',
  updatedAt: '2026-01-01T00:00:00.000Z',
  lastSeq: 2,
  readSeq: 2,
  unreadCount: 0,
  latest: null,
  isAnswering: false,
  ...change,
});
const later = '2026-01-02T00:00:00.000Z';

describe('withConversation', () => {
  it('puts the most recently active one first', () => {
    const list = withConversation([conversation('a'), conversation('b')], conversation('b', { updatedAt: later }));
    expect(list.map(({ id }) => id)).toEqual(['b', 'a']);
  });

  it('never goes back to an older state that came late', () => {
    const [kept] = withConversation([conversation('a', { lastSeq: 5, updatedAt: later })], conversation('a', { lastSeq: 4 }));
    expect(kept?.lastSeq).toBe(5);
  });

  it('does not call unread again what this device has just shown', () => {
    const read = withRead([conversation('a', { lastSeq: 4, readSeq: 2, unreadCount: 2 })], 'a', 4);
    const [kept] = withConversation(read, conversation('a', { lastSeq: 4, readSeq: 2, unreadCount: 2, updatedAt: later }));
    expect(kept?.unreadCount).toBe(0);
  });

  it('counts what another device has read', () => {
    const [kept] = withConversation([conversation('a', { lastSeq: 4, readSeq: 2, unreadCount: 2 })], conversation('a', { lastSeq: 4, readSeq: 4, unreadCount: 0, updatedAt: later }));
    expect(kept?.unreadCount).toBe(0);
  });
});

describe('the list', () => {
  it('keeps conversations that a shorter list leaves out', () => {
    expect(withConversations([conversation('a'), conversation('b')], [conversation('b')])).toHaveLength(2);
  });

  it('counts unread messages, also without the conversation on screen', () => {
    const list = [conversation('a', { unreadCount: 2 }), conversation('b', { unreadCount: 3 })];
    expect([countUnread(list), countUnread(list, 'a')]).toEqual([5, 3]);
  });

  it('goes on with the newest that is not closed', () => {
    expect(findOpen([conversation('a', { status: 'closed' }), conversation('b', { status: 'handed-over' })])?.id).toBe('b');
    expect(findOpen([])).toBeNull();
  });

  it('does not take a mark back', () => {
    const list = [conversation('a', { readSeq: 2 })];
    expect(withRead(list, 'a', 1)).toBe(list);
  });
});
