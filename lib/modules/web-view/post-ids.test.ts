import { describe, expect, it } from 'vitest';
import { createPostIds, SAME_POST_MS } from './post-ids';

const input = { botId: 'b', conversationId: 'c', userId: 'u', message: 'hi', variables: { a: '1' } };
const sighting = { input, grant: null, isSingleUse: true, idempotencyKey: null };

function start({ isOnlyWriter = true, atMs = 1_000_000 } = {}) {
  const clock = { atMs, nowMs: () => clock.atMs };
  return { clock, ids: createPostIds({ clock, isOnlyWriter }) };
}

describe('the same body', () => {
  it('is the same post for ten seconds, then another one', () => {
    const { clock, ids } = start({ atMs: 1_004_000 });
    const first = ids.identify(sighting).postId;
    clock.atMs += SAME_POST_MS - 1;
    expect(ids.identify(sighting).postId).toBe(first);
    clock.atMs += 1;
    expect(ids.identify(sighting).postId).not.toBe(first);
  });

  it('is another post for another user, message, value or link', () => {
    const { ids } = start();
    const grant = { botId: 'b', conversationId: 'c', turnNumber: 3, expiresAtMs: 0 };
    const others = [
      sighting,
      { ...sighting, input: { ...input, userId: 'v' } },
      { ...sighting, input: { ...input, message: null } },
      { ...sighting, input: { ...input, variables: { a: '2' } } },
      { ...sighting, grant, isSingleUse: false },
      { ...sighting, grant: { ...grant, turnNumber: 4 }, isSingleUse: false },
    ];
    expect(new Set(others.map((each) => ids.identify(each).postId)).size).toBe(others.length);
  });

  it.each([
    ['shortly after the start', { isOnlyWriter: true }, 4_000, true],
    ['later, alone', { isOnlyWriter: true }, 20_000, false],
    ['later, beside other processes', { isOnlyWriter: false }, 20_000, true],
  ])('may have come to another process %s: its earlier id is told', (_, options, afterMs, isTold) => {
    const before = start({ ...options, atMs: 1_008_000 });
    const first = before.ids.identify(sighting).postId;
    // Another process, a moment later and in the next slot.
    const { clock, ids } = start({ ...options, atMs: 1_011_000 - afterMs });
    clock.atMs += afterMs;
    expect(ids.identify(sighting).earlierPostId).toBe(isTold ? first : null);
  });
});

it('a single-use link has one id, whatever comes over it', () => {
  const { ids } = start();
  const grant = { botId: 'b', conversationId: 'c', turnNumber: 3, expiresAtMs: 0 };
  const first = ids.identify({ ...sighting, grant });
  expect(ids.identify({ ...sighting, grant, input: { ...input, message: 'other' }, idempotencyKey: 'k' })).toEqual(first);
});
