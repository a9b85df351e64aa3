'use client';

import { useEffect, useEffectEvent, useRef, useState } from 'react';

import type { PreviewSession, PreviewSetup } from '@/components/studio/preview/preview-session';
import type { PreviewDraft } from '@/components/studio/preview/use-preview-draft';
import { openPreviewSession, usePreviewSession } from '@/components/studio/preview/use-preview-session';
import { ApiProblem } from '@/lib/client/call-api';
import { useConversation } from '@/lib/client/use-conversation';
import { useStartConversation } from '@/lib/client/use-conversations';
import type { ConversationDetail } from '@/lib/modules/conversation/conversation.schema';

/** The preview of a bot: which conversation is shown, and how another one begins. */
export type Preview = {
  botId: string;
  session: PreviewSession;
  /** Null while none is known. */
  conversation: ConversationDetail | null;
  isStarting: boolean;
  /** Why no conversation could be begun or loaded. */
  problem: Error | null;
  /** Whether the conversation began on this page just now, so that its first messages take their time. */
  isFresh: boolean;
  update: (change: (session: PreviewSession) => Partial<PreviewSession>) => void;
  /** Begins anew, with another setup where one is given. */
  restart: (setup?: PreviewSetup) => void;
  /** Saves the draft, so that the next turn runs what is seen. */
  flush: () => Promise<void>;
  /** Shows another conversation: a branch. */
  open: (conversationId: string) => void;
};

/**
 * Talks to the draft of a bot: goes on with the conversation of this browser tab, or begins one at once. What was just changed in the
 * draft is saved before anything is said.
 */
export function usePreview(botId: string, draft: PreviewDraft): Preview {
  const session = usePreviewSession(botId);
  const { update } = openPreviewSession(botId);
  const start = useStartConversation(botId);
  const conversation = useConversation(session.conversationId);
  const [freshId, setFreshId] = useState<string | null>(null);
  const isBeginning = useRef(false);
  const isGone = conversation.error instanceof ApiProblem && conversation.error.problem.status === 404;
  const isDraftKnown = draft.version !== null;
  // What can't be saved says so in the builder; the preview then talks to what the server has.
  const flush = () => draft.flush().catch(() => undefined);

  async function restart(setup: PreviewSetup) {
    if (isBeginning.current) return;
    isBeginning.current = true;
    await flush();
    const answer = await start.mutateAsync(toStart(setup)).catch(() => null);
    isBeginning.current = false;
    if (answer === null) return;
    setFreshId(answer.conversation.id);
    update(() => ({ conversationId: answer.conversation.id, draftVersion: null, setup, pending: [] }));
  }

  const begin = useEffectEvent(() => void restart(session.setup));
  const isMissing = session.conversationId === null || isGone;
  useEffect(() => {
    if (isMissing && isDraftKnown) begin();
  }, [isMissing, isDraftKnown]);

  const noteVersion = useEffectEvent((draftVersion: number) => update(() => ({ draftVersion })));
  const isVersionUnknown = session.conversationId !== null && session.draftVersion === null;
  useEffect(() => {
    if (isVersionUnknown && draft.version !== null) noteVersion(draft.version);
  }, [isVersionUnknown, draft.version]);

  return {
    botId,
    session,
    conversation: conversation.data ?? null,
    isStarting: start.isPending,
    // What is known stays on screen while the server can't be asked.
    problem: start.error ?? (isGone || conversation.data ? null : conversation.error),
    isFresh: freshId !== null && freshId === session.conversationId,
    update,
    restart: (setup = session.setup) => void restart(setup),
    flush,
    open: (conversationId) => update(() => ({ conversationId, draftVersion: null, pending: [] })),
  };
}

function toStart({ consumer, dialogId, variables, calls }: PreviewSetup) {
  return {
    kind: 'preview' as const,
    consumer: { ...(consumer.id ? { id: consumer.id } : null), name: consumer.name, language: consumer.language, channel: consumer.channel || 'lp_web' },
    ...(dialogId === null ? null : { dialogId }),
    variables,
    options: { calls },
  };
}
