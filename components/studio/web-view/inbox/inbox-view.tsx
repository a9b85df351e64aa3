'use client';

import { Inbox } from 'lucide-react';
import { useSearchParams } from 'next/navigation';

import { LoadFailure } from '@/components/studio/frame/load-failure';
import { PostDetail } from '@/components/studio/web-view/inbox/post-detail';
import { PostList } from '@/components/studio/web-view/inbox/post-list';
import { toWebViewHref } from '@/components/studio/web-view/web-view-tab';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { SkeletonRows } from '@/components/ui/skeleton';
import { Pane, SplitHandle, SplitPane } from '@/components/ui/split-pane';
import { useIsNarrow } from '@/components/ui/use-is-narrow';
import type { useWebViewPosts } from '@/lib/client/use-web-view';

/** What pages have posted: the list, and beside it the post that is chosen. In narrow windows one of the two. */
export function InboxView({ botId, posts }: { botId: string; posts: ReturnType<typeof useWebViewPosts> }) {
  const postId = useSearchParams().get('post');
  const isNarrow = useIsNarrow(1_024);
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
  const chosen = posts.data.find(({ id }) => id === postId) ?? null;
  const close = () => show(toWebViewHref(botId, { tab: 'inbox' }));
  const list = <PostList botId={botId} posts={posts.data} chosenId={chosen?.id ?? null} />;
  const detail = chosen ? <PostDetail key={chosen.id} botId={botId} post={chosen} onClose={close} /> : null;
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
