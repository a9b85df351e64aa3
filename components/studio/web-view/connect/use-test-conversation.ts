'use client';

import { useState } from 'react';

import { usePreviewSession } from '@/components/studio/preview/use-preview-session';
import { useConversations, useStartConversation } from '@/lib/client/use-conversations';
import type { Conversation } from '@/lib/modules/conversation/conversation.schema';

/** Into which preview test posts go. */
export type TestConversation = {
  /** Open previews, the most recently active first. */
  list: readonly Conversation[];
  /** Null: a new one is begun. */
  chosenId: string | null;
  choose: (conversationId: string | null) => void;
  /** The one that the preview shows. */
  shownId: string | null;
  /** Why the list is not there. */
  problem: string | undefined;
  /** The chosen one, or a new one, which is chosen from then on. Rejects when none can be begun. */
  open: () => Promise<string>;
};

/** Chooses a preview for test posts: at first the one that is on screen. */
export function useTestConversation(botId: string): TestConversation {
  const conversations = useConversations(botId);
  const start = useStartConversation(botId);
  const shownId = usePreviewSession(botId).conversationId;
  const [chosen, setChosen] = useState<string | null | undefined>(undefined);
  const list = conversations.data?.filter(({ kind, status }) => kind === 'preview' && status !== 'closed') ?? [];
  const wanted = chosen === undefined ? shownId : chosen;
  const chosenId = list.some(({ id }) => id === wanted) ? wanted : null;
  return {
    list,
    chosenId,
    choose: setChosen,
    shownId,
    problem: conversations.error?.message,
    async open() {
      if (chosenId !== null) return chosenId;
      const { conversation } = await start.mutateAsync({ kind: 'preview' });
      setChosen(conversation.id);
      return conversation.id;
    },
  };
}
