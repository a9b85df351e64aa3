'use client';

import { describeAnswer, describeFate } from '@/components/studio/web-view/post-words';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { notify } from '@/components/ui/toaster';
import { useApplyWebViewPost } from '@/lib/client/use-web-view';
import type { WebViewPost } from '@/lib/modules/web-view/web-view-post.schema';

/** Properties of `ApplyPostDialog`. */
export type ApplyPostDialogProps = {
  botId: string;
  post: WebViewPost;
  /** Of the conversation; null while that is not known. */
  kind: 'live' | 'preview' | null;
  onClose: () => void;
};

/** Says what applying a post again does, and does it. Mount it to open it. */
export function ApplyPostDialog({ botId, post, kind, onClose }: ApplyPostDialogProps) {
  const apply = useApplyWebViewPost(botId);
  const { message, variableNames } = post;
  const deeds = [
    ...(variableNames.length > 0 ? [`sets ${describeNames(variableNames)}`] : []),
    ...(message === null ? [] : [`says “${shorten(message)}” for the consumer, and the bot answers`]),
  ];
  return (
    <ConfirmDialog
      open
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
      title="Apply this post again?"
      confirmLabel="Apply again"
      tone="primary"
      onConfirm={async () => {
        const answer = await apply.mutateAsync(post.id);
        if (answer.turn === null) notify.success('The post is queued', describeAnswer(answer).why);
        else notify.success('Applied the post again', describeFate(answer.message));
      }}
    >
      <p>
        As a new post, in conversation <code>{post.conversationId.slice(0, 8)}</code>: it {deeds.length === 0 ? 'lets a web view question go on' : deeds.join(' and ')}. The 24-hour rule and the list of allowed variables don’t hold for it.
      </p>
      {kind === 'live' ? <p>The conversation is live: its consumer sees what comes of it. It can’t be taken back.</p> : null}
    </ConfirmDialog>
  );
}

const NAMES_SHOWN = 5;
const LETTERS_SHOWN = 120;

/** All of them stand beside the question. */
function describeNames(names: readonly string[]): string {
  const shown = names.slice(0, NAMES_SHOWN).map(shorten).join(', ');
  return names.length > NAMES_SHOWN ? `${shown} and ${names.length - NAMES_SHOWN} more` : shown;
}

function shorten(text: string): string {
  return text.length > LETTERS_SHOWN ? `${text.slice(0, LETTERS_SHOWN)}…` : text;
}
