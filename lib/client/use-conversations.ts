'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

import { callApi } from '@/lib/client/call-api';
import { rememberConversation } from '@/lib/client/remember-turn';
import { queryKeys } from '@/lib/client/query-keys';
import type { RouteRequest } from '@/lib/http/route/route-contract';
import { listConversations, startConversation } from '@/lib/modules/conversation/conversation.contract';

/** How a conversation begins. */
export type ConversationStart = RouteRequest<typeof startConversation>['body'];

/** The newest conversations of a bot, live ones and previews, most recently active first; asks nothing while `isWanted` is false. */
export function useConversations(botId: string, isWanted = true) {
  return useQuery({
    queryKey: queryKeys.conversations(botId),
    queryFn: ({ signal }) => callApi(listConversations, { params: { botId }, query: { limit: 100 } }, { signal }),
    enabled: isWanted,
    staleTime: 0,
    select: (answer) => answer.conversations,
  });
}

/** Begins a conversation; its first messages are then known already. */
export function useStartConversation(botId: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: ConversationStart) => callApi(startConversation, { params: { botId }, body }),
    onSuccess({ conversation, messages }) {
      rememberConversation(queryClient, conversation.id, messages);
      void queryClient.invalidateQueries({ queryKey: queryKeys.conversations(botId) });
    },
  });
}
