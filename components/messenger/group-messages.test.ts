import { describe, expect, it } from 'vitest';
import type { Message } from '@/lib/engine/messages/message.schema';
import { groupMessages } from './group-messages';

const message = (seq: number, change: Partial<Message> = {}): Message => ({
  id: `c:${seq}`,
  seq,
  actor: { kind: 'bot', id: 'b' },
  visibility: 'normal',
  parts: [{ kind: 'text', html: 'x' }],
  plainText: 'x',
  delayMs: 0,
  interactionId: null,
  inReplyTo: null,
  createdAt: new Date(seq * 1_000).toISOString(),
  ...change,
});

const seqsOf = (messages: Message[]) => groupMessages(messages).map((group) => group.messages.map(({ seq }) => seq));

describe('groupMessages', () => {
  it('keeps one sender together and parts at the next one', () => {
    expect(seqsOf([message(1), message(2), message(3, { actor: { kind: 'consumer', id: 'u' } }), message(4)])).toEqual([[1, 2], [3], [4]]);
  });

  it('parts where five minutes passed', () => {
    expect(seqsOf([message(1), message(302)])).toEqual([[1], [302]]);
    expect(seqsOf([message(1), message(301)])).toEqual([[1, 301]]);
  });

  it('never mixes private messages with those that the consumer sees', () => {
    expect(seqsOf([message(1), message(2, { visibility: 'private' }), message(3)])).toEqual([[1], [2], [3]]);
  });
});
