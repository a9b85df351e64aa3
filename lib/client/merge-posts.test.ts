import { describe, expect, it } from 'vitest';

import { mergePosts } from '@/lib/client/merge-posts';
import type { WebViewPost } from '@/lib/modules/web-view/web-view-post.schema';

const post = (number: number, outcome: WebViewPost['outcome'] = 'applied'): WebViewPost => ({
  id: `p${number}`, conversationId: 'c', receivedAt: new Date(number).toISOString(), outcome, eventId: null, reason: null, message: null, messageFate: null, variableNames: [], canApplyAgain: true, turnNumber: null, count: 1,
});
const posts = (from: number, to: number) => Array.from({ length: from - to + 1 }, (_, index) => post(from - index));

describe('posts that came since', () => {
  it('stand before those that are known', () => {
    expect(mergePosts(posts(10, 1), posts(12, 8))).toEqual(posts(12, 1));
  });

  it('replace what has changed', () => {
    expect(mergePosts([post(3, 'queued'), post(2), post(1)], [post(3), post(2)])).toEqual(posts(3, 1));
  });

  it('are not put before a gap: all are read then', () => {
    expect(mergePosts(posts(10, 1), posts(20, 15))).toBeNull();
  });

  it('don’t hide that an older one still waits', () => {
    expect(mergePosts([post(3), post(2), post(1, 'queued')], [post(4), post(3)])).toBeNull();
  });

  it('drive out the oldest', () => {
    const merged = mergePosts(posts(1_000, 1), posts(1_002, 990));
    expect(merged).toHaveLength(1_000);
    expect(merged?.at(-1)).toEqual(post(3));
  });

  it('are all there is, when nothing is known', () => {
    expect(mergePosts([], posts(2, 1))).toEqual(posts(2, 1));
    expect(mergePosts(posts(2, 1), [])).toBeNull();
  });
});
