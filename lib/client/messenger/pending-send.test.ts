import { describe, expect, it } from 'vitest';
import type { ConsumerMessage } from '@/lib/modules/messenger/messenger.schema';
import { afterFailure, changePending, dropArrived, nextToSend, reviveSends, type PendingSend } from './pending-send';

const send = (messageId: string, change: Partial<PendingSend> = {}): PendingSend => ({ messageId, conversationId: 'c', text: messageId, payload: null, metadata: [], files: [], status: 'waiting', code: null, tryCount: 0, ...change });
const arrived = (clientMessageId: string | null) => ({ clientMessageId }) as ConsumerMessage;

describe('what goes out', () => {
  it.each([
    ['in the order in which it was said', [send('a'), send('b')], 'a'],
    ['past what was refused', [send('a', { status: 'failed' }), send('b')], 'b'],
    ['nothing when nothing waits', [send('a', { status: 'failed' })], undefined],
  ])('%s', (_, pending, expected) => {
    expect(nextToSend(pending)?.messageId).toBe(expected);
  });

  it('changes one message only', () => {
    expect(changePending([send('a'), send('b')], 'b', { status: 'failed' }).map(({ status }) => status)).toEqual(['waiting', 'failed']);
  });
});

describe('dropArrived', () => {
  it('takes away what has come as a message, by whatever way', () => {
    expect(dropArrived([send('a'), send('b')], [arrived(null), arrived('a')]).map(({ messageId }) => messageId)).toEqual(['b']);
  });

  it('leaves the same list when nothing of it has come', () => {
    const pending = [send('a')];
    expect(dropArrived(pending, [arrived('x')])).toBe(pending);
  });
});

describe('afterFailure', () => {
  it.each([
    ['nobody answered', 0, { status: 0, code: 'client/unreachable', isPassing: true }, 'waiting'],
    ['it was too much at once', 40, { status: 429, code: 'messenger/too-many-messages', isPassing: true }, 'waiting'],
    ['the server broke down once', 0, { status: 500, code: 'conversation/turn-failed', isPassing: false }, 'waiting'],
    ['the server broke down three times', 2, { status: 500, code: 'conversation/turn-failed', isPassing: false }, 'failed'],
    ['the conversation is closed', 0, { status: 409, code: 'conversation/closed', isPassing: false }, 'failed'],
  ])('when %s', (_, tryCount, problem, status) => {
    expect(afterFailure({ tryCount }, problem)).toEqual({ status, code: problem.code, tryCount: tryCount + 1 });
  });
});

describe('reviveSends', () => {
  it('lets what was under way go out again and leaves what failed', () => {
    expect(reviveSends([send('a', { status: 'sending' }), send('b', { status: 'failed' })]).map(({ status }) => status)).toEqual(['waiting', 'failed']);
  });
});
