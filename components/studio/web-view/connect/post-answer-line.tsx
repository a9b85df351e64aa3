'use client';

import { TurnLink } from '@/components/studio/web-view/turn-link';
import { describeFate } from '@/components/studio/web-view/post-words';
import { Callout } from '@/components/ui/callout';
import type { PostAnswer } from '@/lib/modules/web-view/web-view-post.schema';

/** What the endpoint answered to a post, in words, with the way to the turn that came of it. */
export function PostAnswerLine({ botId, conversationId, answer }: { botId: string; conversationId: string; answer: PostAnswer }) {
  const count = answer.variables.length;
  return (
    <Callout
      tone={answer.message === 'queued' ? 'info' : 'good'}
      isAnnounced
      what={answer.message === 'queued' ? 'The post is queued' : 'The bot has it'}
      why={`${count === 0 ? 'No variable was set' : count === 1 ? `${answer.variables[0]} was set` : `${count} variables were set`}. ${describeFate(answer.message)}`}
      actions={answer.turn === null ? null : <TurnLink botId={botId} conversationId={conversationId} number={answer.turn} isPreview />}
    />
  );
}
