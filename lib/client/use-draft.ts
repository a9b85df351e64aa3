'use client';

import { useQuery } from '@tanstack/react-query';

import { callApi } from '@/lib/client/call-api';
import { queryKeys } from '@/lib/client/query-keys';
import { getDraft, getDraftSurroundings } from '@/lib/modules/draft/draft.contract';

/** A bot's draft as it is when it is first needed; later changes come through the draft's session. */
export function useLoadedDraft(botId: string, isNeeded: boolean) {
  return useQuery({
    queryKey: queryKeys.draft(botId),
    queryFn: ({ signal }) => callApi(getDraft, { params: { botId } }, { signal }),
    enabled: isNeeded,
    staleTime: Infinity,
    gcTime: 0,
  });
}

/** The integrations with their definitions, and the environment keys, that a bot's draft can use. */
export function useDraftSurroundings(botId: string) {
  return useQuery({
    queryKey: queryKeys.draftSurroundings(botId),
    queryFn: ({ signal }) => callApi(getDraftSurroundings, { params: { botId } }, { signal }),
  });
}
