import { describe, expect, it } from 'vitest';
import type { MessengerSession } from '@/lib/modules/messenger/messenger.schema';
import { firstState, type MessengerState } from './messenger-state';
import { toSessionChange } from './to-session-change';

const session = (id: string, isIdentified: boolean): MessengerSession => ({ token: `t-${id}`, expiresAt: '2030-01-01T00:00:00.000Z', contact: { id, isIdentified, info: {}, customData: {} }, conversations: [] });
const known = (id: string, isIdentified: boolean): Partial<MessengerState> => ({ contact: session(id, isIdentified).contact, keptFor: isIdentified ? id : null });
const written: MessengerState = {
  ...firstState,
  currentId: 'c',
  drafts: { c: 'half-written' },
  pending: [{ messageId: 'm', conversationId: 'c', text: 'not sent yet', payload: null, metadata: [], files: [], status: 'waiting', code: null, tryCount: 0 }],
  acceptedNotice: 'We keep what you write.',
};
const LEFT = { drafts: {}, pending: [], acceptedNotice: null };
const KEPT = { drafts: { new: 'half-written' }, pending: [{ messageId: 'm', conversationId: null }], acceptedNotice: written.acceptedNotice };

describe('what was typed and not sent', () => {
  it.each<[what: string, before: Partial<MessengerState>, next: MessengerSession, after: object]>([
    ['goes when somebody else signs in', known('ada', true), session('bob', true), { ...LEFT, visitCount: 1 }],
    ['goes when somebody else has signed in since the page was left', { keptFor: 'ada' }, session('bob', true), { ...LEFT, visitCount: 1 }],
    ['goes when its writer’s session ended while nobody was here', { keptFor: 'ada' }, session('somebody', false), { drafts: {}, pending: [], keptFor: null }],
    ['stays with somebody anonymous who signs in', known('somebody', false), session('ada', true), { ...KEPT, visitCount: 0, keptFor: 'ada' }],
    ['stays under the hands of somebody whose session ends', known('ada', true), session('somebody', false), { ...KEPT, visitCount: 0, hint: 'session-ended' }],
  ])('%s', (_what, before, next, after) => {
    const state = { ...written, ...before };
    expect({ ...state, ...toSessionChange(state, next) }).toMatchObject(after);
  });

  it.each(['ada', null])('stays as it is for its writer who comes back: %s', (keptFor) => {
    const state = { ...written, keptFor };
    const { drafts, pending, visitCount } = { ...state, ...toSessionChange(state, session('ada', true)) };
    expect([drafts, pending, visitCount]).toEqual([written.drafts, written.pending, 0]);
  });
});
