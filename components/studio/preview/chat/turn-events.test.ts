import { describe, expect, it } from 'vitest';
import type { TurnEvent } from '@/lib/engine/event.schema';
import type { ConversationTurn } from '@/lib/modules/conversation/conversation.schema';
import { placeTurnEvents } from './turn-events';

const said: TurnEvent = { kind: 'message-received', atMs: 0, messageId: 'm', text: 'x', payload: null, metadata: [], attachments: [] };
const accepted: TurnEvent = { kind: 'hand-over-finished', atMs: 0, result: 'accepted', reason: '' };
const posted: TurnEvent = { kind: 'web-view-posted', atMs: 0, messageId: 'w', variables: {}, message: null };
const turn = (number: number, event: TurnEvent, messageSeqs: number[]): ConversationTurn => ({ number, event, messageSeqs, status: 'done', startedAt: '2026-01-01T00:00:00.000Z', durationMs: 1 });

describe('placeTurnEvents', () => {
  it('tells what nobody said, before the answer to it or after the last message', () => {
    const placed = placeTurnEvents([turn(1, said, [1, 2]), turn(2, accepted, []), turn(3, accepted, []), turn(4, posted, [3]), turn(5, said, [4])]);
    expect([...placed].map(([seq, { before, after }]) => [seq, before?.number ?? null, after.map(({ number }) => number)])).toEqual([
      [2, null, [2, 3]],
      [3, 4, []],
    ]);
  });
});
