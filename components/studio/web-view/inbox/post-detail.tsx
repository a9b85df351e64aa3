'use client';

import { ArrowLeft, RotateCw, X } from 'lucide-react';
import { useState, type ReactNode } from 'react';

import { ApplyPostDialog } from '@/components/studio/web-view/inbox/apply-post-dialog';
import { PostVariables } from '@/components/studio/web-view/inbox/post-variables';
import { describeFate, findRemedy, outcomeWords } from '@/components/studio/web-view/post-words';
import { TurnLink } from '@/components/studio/web-view/turn-link';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { CopyButton } from '@/components/ui/copy-button';
import { IconButton } from '@/components/ui/icon-button';
import { RelativeTime } from '@/components/ui/relative-time';
import { useIsNarrow } from '@/components/ui/use-is-narrow';
import { useConversation } from '@/lib/client/use-conversation';
import { POSTS_KEPT_MAX, type WebViewPost } from '@/lib/modules/web-view/web-view-post.schema';

/** Properties of `PostDetail`. */
export type PostDetailProps = {
  botId: string;
  post: WebViewPost;
  /** Whether newer posts have taken its place in the inbox meanwhile. */
  isGone: boolean;
  onClose: () => void;
};

/** One post of the inbox: what it said, what came of it, and the way to the turn. Give it `key={post.id}`. */
export function PostDetail({ botId, post, isGone, onClose }: PostDetailProps) {
  const isNarrow = useIsNarrow(1_024);
  const [isApplying, setIsApplying] = useState(false);
  const conversation = useConversation(post.conversationId === '' ? null : post.conversationId);
  const kind = conversation.data?.kind ?? null;
  const outcome = outcomeWords[post.outcome];
  const isKept = post.canApplyAgain || post.outcome === 'queued';
  return (
    <section aria-label="Post" className="flex min-h-0 flex-1 flex-col bg-surface">
      <header className="flex min-h-10 shrink-0 items-center gap-2 border-b border-line px-3 py-1.5">
        {isNarrow ? (
          <IconButton label="Back to the list" onClick={onClose}>
            <ArrowLeft aria-hidden />
          </IconButton>
        ) : null}
        <Badge tone={outcome.tone}>{outcome.label}</Badge>
        <RelativeTime at={post.receivedAt} className="mr-auto truncate text-muted" />
        {isNarrow ? null : (
          <IconButton label="Close the post" onClick={onClose}>
            <X aria-hidden />
          </IconButton>
        )}
      </header>
      <div className="relative flex min-h-0 flex-1 flex-col gap-4 overflow-y-auto p-3">
        {isGone ? (
          <Callout tone="info" what="Newer posts have taken its place" why={`The inbox keeps the newest ${POSTS_KEPT_MAX.toLocaleString('en')}. What is shown here is gone once you close it.`} />
        ) : null}
        {post.reason ? (
          <Callout tone="bad" what={post.count > 1 ? `Refused ${post.count.toLocaleString('en')} times` : 'Refused'} why={post.reason.detail} todo={findRemedy(post.reason.code)}>
            <code className="text-xs text-muted">{post.reason.code}</code>
          </Callout>
        ) : (
          <p className="text-muted">{outcome.about}</p>
        )}
        <dl className="flex flex-col gap-2">
          <Fact term="Message">
            {post.message === null ? <span className="text-muted">{isKept ? 'None' : 'Not kept'}</span> : <span className="break-words whitespace-pre-wrap">“<bdi>{post.message}</bdi>”</span>}
            {post.messageFate === null || post.message === null ? null : <span className="text-xs text-muted">{describeFate(post.messageFate)}</span>}
          </Fact>
          <Fact term="Conversation">
            {post.conversationId === '' ? (
              <span className="text-muted">Several, or none that was named</span>
            ) : (
              <span className="flex min-w-0 items-center gap-1">
                <code className="min-w-0 text-xs break-all">{post.conversationId}</code>
                <CopyButton label="Copy the conversation id" value={post.conversationId} />
              </span>
            )}
            {conversation.isError ? <span className="text-xs text-muted">There is no such conversation now.</span> : null}
            {conversation.data ? <span className="text-xs text-muted">{kind === 'live' ? 'Live' : 'Preview'}{statusWords[conversation.data.status]}</span> : null}
          </Fact>
          {post.eventId === null ? null : (
            <Fact term="Event id">
              <span className="flex min-w-0 items-center gap-1">
                <code className="min-w-0 text-xs break-all">{post.eventId}</code>
                <CopyButton label="Copy the event id" value={post.eventId} />
              </span>
            </Fact>
          )}
        </dl>
        <PostVariables botId={botId} post={post} />
        <div className="flex flex-wrap gap-2">
          {post.turnNumber === null || kind === null ? null : <TurnLink botId={botId} conversationId={post.conversationId} number={post.turnNumber} isPreview={kind === 'preview'} />}
          {post.canApplyAgain && !isGone ? (
            <Button size="sm" onClick={() => setIsApplying(true)}>
              <RotateCw aria-hidden />
              Apply again…
            </Button>
          ) : null}
        </div>
        {post.canApplyAgain ? null : <p className="text-xs text-muted">{post.outcome === 'queued' ? 'It can be applied again once it has had its turn.' : 'It can’t be applied: values are kept only of posts that were let in.'}</p>}
      </div>
      {isApplying ? <ApplyPostDialog botId={botId} post={post} kind={kind} onClose={() => setIsApplying(false)} /> : null}
    </section>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="flex flex-col">
      <dt className="text-xs font-medium text-muted">{term}</dt>
      <dd className="flex min-w-0 flex-col">{children}</dd>
    </div>
  );
}

const statusWords = { open: '', 'handed-over': ', with a person', closed: ', closed' };
