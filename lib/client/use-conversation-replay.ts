'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

import { callApi } from '@/lib/client/call-api';
import { queryKeys } from '@/lib/client/query-keys';
import type { RouteRequest } from '@/lib/http/route/route-contract';
import { branchConversation, replayConversation } from '@/lib/modules/replay/replay.contract';

/** From which turn a branch goes on, and what differs in it. */
export type BranchInput = RouteRequest<typeof branchConversation>['body'];

/** Goes back to a turn of a conversation and continues from there in a new preview. */
export function useBranchConversation(botId: string, conversationId: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: BranchInput) => callApi(branchConversation, { params: { conversationId }, body }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: queryKeys.conversations(botId) }),
  });
}

/** A recorded conversation run again with the draft as it is now, compared turn by turn; asked for anew each time. */
export function useReplay(conversationId: string) {
  return useQuery({
    queryKey: ['replay', conversationId],
    queryFn: ({ signal }) => callApi(replayConversation, { params: { conversationId } }, { signal }),
    staleTime: 0,
    gcTime: 0,
    retry: false,
  });
}
