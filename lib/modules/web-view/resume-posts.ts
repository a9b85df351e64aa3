import { finishQueued, type DeliverPostDeps } from './deliver-post';
import { takePost } from './take-post';
import type { EveryPostStore, WaitingPosts } from './web-view-post.store';

interface ResumePostsDeps extends DeliverPostDeps {
  posts: Pick<EveryPostStore, 'insert' | 'end' | 'listQueued'>;
}

/**
 * Goes on with posts that were accepted and still wait for their turn, in the order in which they came. Once it resolves, they stand in
 * their conversations' lines before whatever comes then.
 */
export async function resumePosts(deps: ResumePostsDeps, which: WaitingPosts): Promise<void> {
  const waiting = (await deps.posts.listQueued(which)).filter(({ id }) => !deps.underWay.has(id));
  if (waiting.length > 0) deps.log.info({ postCount: waiting.length }, 'web view posts that waited go on');
  for (const { id, ...post } of waiting) {
    // Who sent it and how old its message may be was checked when it was accepted.
    const order = { ...post, userId: null, isForPreviews: false, earlierPostId: null, by: 'key' as const, messageWithinHours: null };
    void finishQueued(deps, id, takePost(deps, order));
  }
}
