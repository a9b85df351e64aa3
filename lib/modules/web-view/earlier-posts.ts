import { createSharedReads } from '@/lib/platform/shared-reads';
import type { EveryPostStore } from './web-view-post.store';

/** Keeps a conversation's posts in order when another process accepted some of them and has not come to them, or never will. */
export interface EarlierPosts {
  /** Resolves once all posts that a conversation accepted before stand in its line. */
  resume(conversationId: string): Promise<void>;
  /** Whatever an earlier process left stands in the lines now. */
  started(): void;
}

interface EarlierPostsDeps {
  posts: Pick<EveryPostStore, 'listWaitingConversationIds'>;
  /** Whether no other process accepts posts; then only what was left before the start is out of this one's sight. */
  isOnlyWriter: boolean;
  /** Puts a conversation's waiting posts into its line. */
  resume(conversationId: string): Promise<void>;
}

/** Makes it for one process. Posts that wait are few, so all conversations that have some are read at once, for all posts that come together. */
export function createEarlierPosts({ posts, isOnlyWriter, resume }: EarlierPostsDeps): EarlierPosts {
  const reads = createSharedReads();
  let isStarted = false;
  return {
    async resume(conversationId) {
      if (isOnlyWriter && isStarted) return;
      const waiting = await reads.read('waiting', () => posts.listWaitingConversationIds());
      if (waiting.has(conversationId)) await resume(conversationId);
    },
    started() {
      isStarted = true;
    },
  };
}
