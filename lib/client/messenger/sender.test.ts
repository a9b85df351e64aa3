import { describe, expect, it, vi } from 'vitest';
import { createStore } from './create-store';
import { MessengerProblem } from './messenger-problem';
import { firstState, type MessengerState } from './messenger-state';
import type { PendingSend } from './pending-send';
import { createSender } from './sender';
import type { SessionKeeper } from './session-keeper';

const send: PendingSend = { messageId: 'm', conversationId: 'c', text: 'hi', payload: null, metadata: [], files: [], status: 'waiting', code: null, tryCount: 0 };
const taken = { conversation: { id: 'c', status: 'open', createdAt: '2026-01-01T00:00:00.000Z', updatedAt: '2026-01-01T00:00:00.000Z', lastSeq: 1, readSeq: 1, unreadCount: 0, latest: null, isAnswering: false }, messages: [] };

/** A sender whose calls end as the test says, one after another. */
function prepare(...answers: (() => Promise<unknown>)[]) {
  const store = createStore<MessengerState>({ ...firstState, currentId: 'c', pending: [send] });
  // Of the session it needs nothing else.
  const session = { with: () => (answers.shift() ?? (() => Promise.resolve(taken)))() } as unknown as SessionKeeper;
  const delivered: string[] = [];
  const sender = createSender({ store, session, newId: () => 'id' }, { begin: () => Promise.reject(new Error('nothing begins here')), onDelivered: () => delivered.push('delivered') });
  return { store, sender, delivered };
}

describe('what the consumer says', () => {
  it('tells once it got through that the server can be reached, and not before', async () => {
    const { store, sender, delivered } = prepare(() => Promise.reject(new MessengerProblem(0, 'client/unreachable', 'Nobody answered.')));
    sender.pump();
    await vi.waitFor(() => expect(store.get().pending[0]).toMatchObject({ status: 'waiting', tryCount: 1 }));
    expect(delivered).toEqual([]);
    sender.pump();
    await vi.waitFor(() => expect(delivered).toEqual(['delivered']));
    expect(store.get().pending).toEqual([]);
  });

  it('goes out again at once when its writer’s session ended under it', async () => {
    const { store, sender } = prepare(() => Promise.reject(new MessengerProblem(409, 'client/visitor-left', 'Another one.')));
    sender.pump();
    await vi.waitFor(() => expect(store.get().pending).toEqual([]));
  });
});
