'use client';

import { useQuery } from '@tanstack/react-query';

import { callApi } from '@/lib/client/call-api';
import { queryKeys } from '@/lib/client/query-keys';
import { getTurn, listTurns } from '@/lib/modules/conversation/conversation.contract';

/** The turns of a conversation in order; null asks nothing. */
export function useTurns(conversationId: string | null) {
  return useQuery({
    queryKey: queryKeys.turns(conversationId ?? ''),
    queryFn: ({ signal }) => callApi(listTurns, { params: { conversationId: conversationId ?? '' } }, { signal }),
    enabled: conversationId !== null,
    staleTime: 0,
    select: (answer) => answer.turns,
  });
}

/** One turn with its trace; null for either asks nothing. */
export function useTurn(conversationId: string | null, number: number | null) {
  return useQuery({
    queryKey: queryKeys.turn(conversationId ?? '', number ?? 0),
    queryFn: ({ signal }) => callApi(getTurn, { params: { conversationId: conversationId ?? '', number: number ?? 0 } }, { signal }),
    enabled: conversationId !== null && number !== null,
    // Big answers of integrations may be in it.
    structuralSharing: false,
  });
}
