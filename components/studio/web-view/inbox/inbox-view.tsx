'use client';

import { Inbox } from 'lucide-react';
import { useSearchParams } from 'next/navigation';
import { useState } from 'react';

import { LoadFailure } from '@/components/studio/frame/load-failure';
import { GonePost } from '@/components/studio/web-view/inbox/gone-post';
import { PostDetail } from '@/components/studio/web-view/inbox/post-detail';
import { PostList } from '@/components/studio/web-view/inbox/post-list';
import { toWebViewHref } from '@/components/studio/web-view/web-view-tab';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { SkeletonRows } from '@/components/ui/skeleton';
import { Pane, SplitHandle, SplitPane } from '@/components/ui/split-pane';
import { useIsNarrow } from '@/components/ui/use-is-narrow';
import type { useWebViewPosts } from '@/lib/client/use-web-view';
import type { WebViewPost } from '@/lib/modules/web-view/web-view-post.schema';

/** What pages have posted: the list, and beside it the post that is chosen. In narrow windows one of the two. */
export function InboxView({ botId, posts }: { botId: string; posts: ReturnType<typeof useWebViewPosts> }) {
  const postId = useSearchParams().get('post');
  const isNarrow = useIsNarrow(1_024);
  const [held, setHeld] = useState<readonly WebViewPost[] | null>(null);
  const chosen = useChosenPost({ postId, newest: posts.data ?? [], held: held ?? [] });
  const show = (href: string) => window.history.pushState(null, '', href);
  if (!posts.data) {
    return posts.isError ? (
      <LoadFailure error={posts.error} what="The inbox" onRetry={() => void posts.refetch()} back={{ label: 'Go to your bots', href: '/bots' }} />
    ) : (
      <SkeletonRows label="Loading the inbox" />
    );
  }
  if (posts.data.length === 0) {
    return (
      <EmptyState icon={Inbox} title="No page has posted yet" action={<Button onClick={() => show(toWebViewHref(botId, { tab: 'connect' }))}>Get the code for a page</Button>}>
        Every post lands here within a second, also refused ones with their reason. Send a test post, or write a page.
      </EmptyState>
    );
  }
  const close = () => show(toWebViewHref(botId, { tab: 'inbox' }));
  const newest = posts.data;
  const list = <PostList botId={botId} posts={held ?? newest} chosenId={postId} hold={{ newCount: held && countNewer(newest, held), toggle: () => setHeld(held ? null : newest) }} />;
  const detail = chosen ? <PostDetail key={chosen.post.id} botId={botId} post={chosen.post} isGone={chosen.isGone} onClose={close} /> : postId === null ? null : <GonePost onClose={close} />;
  if (isNarrow) return detail ?? list;
  return (
    <SplitPane id="web-view-inbox" paneIds={detail ? ['list', 'post'] : ['list']} className="flex-1">
      <Pane id="list" minSize={360}>
        {list}
      </Pane>
      {detail ? <SplitHandle label="Resize the post" /> : null}
      {detail ? (
        <Pane id="post" defaultSize={400} minSize={320} groupResizeBehavior="preserve-pixel-size">
          {detail}
        </Pane>
      ) : null}
    </SplitPane>
  );
}

/** The chosen post; also when newer ones have driven it out of the inbox while somebody reads it. */
function useChosenPost({ postId, newest, held }: { postId: string | null; newest: readonly WebViewPost[]; held: readonly WebViewPost[] }): { post: WebViewPost; isGone: boolean } | null {
  const isChosen = ({ id }: WebViewPost) => id === postId;
  const kept = newest.find(isChosen);
  const listed = kept ?? held.find(isChosen);
  const [seen, setSeen] = useState(listed);
  if (listed && listed !== seen) setSeen(listed);
  const post = listed ?? (seen && isChosen(seen) ? seen : null);
  return post && { post, isGone: !kept };
}

/** How many posts came since the list is held; all, when none of it is left. */
function countNewer(newest: readonly WebViewPost[], held: readonly WebViewPost[]): number {
  const index = newest.findIndex(({ id }) => id === held[0]?.id);
  return index === -1 ? newest.length : index;
}
