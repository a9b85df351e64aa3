'use client';

import { TurnLink } from '@/components/studio/web-view/turn-link';
import { describeAnswer } from '@/components/studio/web-view/post-words';
import { Callout } from '@/components/ui/callout';
import type { PostAnswer } from '@/lib/modules/web-view/web-view-post.schema';

/** What the endpoint answered to a post, in words, with the way to the turn that came of it. */
export function PostAnswerLine({ botId, conversationId, answer }: { botId: string; conversationId: string; answer: PostAnswer }) {
  return (
    <Callout
      tone={answer.turn === null ? 'info' : 'good'}
      isAnnounced
      {...describeAnswer(answer)}
      actions={answer.turn === null ? null : <TurnLink botId={botId} conversationId={conversationId} number={answer.turn} isPreview />}
    />
  );
}
