import { describe, expect, it } from 'vitest';
import type { ConsumerConversation, ConsumerMessage } from '@/lib/modules/messenger/messenger.schema';
import { applyAnswer, applyEvent } from './apply-event';
import { firstState, type MessengerState } from './messenger-state';
import { emptyThread } from './thread';

const conversation: ConsumerConversation = { id: 'c', status: 'open', createdAt: '2026-01-01T00:00:00.000Z', updatedAt: '2026-01-01T00:00:00.000Z', lastSeq: 1, readSeq: 0, unreadCount: 1, latest: null, isAnswering: true };
const message = (seq: number, clientMessageId: string | null = null): ConsumerMessage => ({
  id: `c:${seq}`,
  seq,
  actor: { kind: clientMessageId === null ? 'bot' : 'consumer', id: 'x' },
  parts: [],
  plainText: '',
  delayMs: 0,
  inReplyTo: null,
  clientMessageId,
  createdAt: '2026-01-01T00:00:00.000Z',
});
const state: MessengerState = {
  ...firstState,
  conversations: [conversation],
  threads: { c: emptyThread },
  pending: [{ messageId: 'mine', conversationId: 'c', text: 'hi', payload: null, metadata: [], files: [], status: 'sending', code: null, tryCount: 0 }],
};

describe('applyEvent', () => {
  it('shows a message, and takes away the bubble of what was being sent', () => {
    const change = applyEvent(state, { kind: 'message', conversationId: 'c', message: message(1, 'mine') });
    expect(change.threads?.['c']?.messages.map(({ seq }) => seq)).toEqual([1]);
    expect(change.pending).toEqual([]);
  });

  it('does not count the greeting of a conversation that is just beginning here as unread elsewhere', () => {
    const fresh = { ...conversation, id: 'new' };
    const beginning = { ...state, isBeginning: true };
    expect(applyEvent(beginning, { kind: 'conversation', conversation: fresh }).conversations ?? beginning.conversations).toEqual([conversation]);
    expect(applyEvent(beginning, { kind: 'hello', conversations: [conversation, fresh] }).conversations).toEqual([conversation]);
    expect(applyEvent(state, { kind: 'conversation', conversation: fresh }).conversations).toHaveLength(2);
  });

  it('leaves a conversation alone that is not shown', () => {
    expect(applyEvent(state, { kind: 'message', conversationId: 'other', message: message(1) }).threads).toBe(state.threads);
  });

  it.each([true, false])('knows whether somebody works on an answer: %s', (isAnswering) => {
    expect(applyEvent(state, { kind: 'activity', conversationId: 'c', isAnswering }).threads?.['c']?.isAnswering).toBe(isAnswering);
    expect(applyEvent(state, { kind: 'conversation', conversation: { ...conversation, isAnswering } }).threads?.['c']?.isAnswering).toBe(isAnswering);
  });

  it('learns of all conversations at hello', () => {
    const change = applyEvent(state, { kind: 'hello', conversations: [conversation, { ...conversation, id: 'd' }] });
    expect(change.conversations?.map(({ id }) => id).sort()).toEqual(['c', 'd']);
  });
});

describe('applyAnswer', () => {
  it('shows once what has come by the live connection too', () => {
    const live = { ...state, ...applyEvent(state, { kind: 'message', conversationId: 'c', message: message(1, 'mine') }) };
    const change = applyAnswer(live, { conversation: { ...conversation, isAnswering: false, lastSeq: 2 }, messages: [message(1, 'mine'), message(2)] });
    expect(change.threads?.['c']?.messages.map(({ seq }) => seq)).toEqual([1, 2]);
    expect(change.threads?.['c']?.isAnswering).toBe(false);
  });
});
