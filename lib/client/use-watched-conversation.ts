'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';

import { queryKeys } from '@/lib/client/query-keys';

const LOOK_EVERY_MS = 800;

/** Looks often at everything of a conversation, as long as something is about to happen that nobody here causes. */
export function useWatchedConversation(conversationId: string, isWatched: boolean): void {
  const queryClient = useQueryClient();
  useEffect(() => {
    if (!isWatched) return undefined;
    const timer = setInterval(() => void queryClient.invalidateQueries({ queryKey: queryKeys.conversation(conversationId) }), LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [queryClient, conversationId, isWatched]);
}
