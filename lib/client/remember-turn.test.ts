import { describe, expect, it } from 'vitest';
import type { Message } from '@/lib/engine/messages/message.schema';
import { mergeMessages } from './remember-turn';

const message = (seq: number, plainText = `${seq}`): Message => ({
  id: `c:${seq}`,
  seq,
  actor: { kind: 'bot', id: 'b' },
  visibility: 'normal',
  parts: [],
  plainText,
  delayMs: 0,
  interactionId: null,
  inReplyTo: null,
  createdAt: '2026-01-01T00:00:00.000Z',
});

describe('mergeMessages', () => {
  it('shows a message once, however often and in whatever order answers come', () => {
    const merged = mergeMessages([message(1), message(3)], [message(3, 'newer'), message(2)]);
    expect(merged.map(({ plainText }) => plainText)).toEqual(['1', '2', 'newer']);
  });
});
