'use client';

import { useMutation, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';

import { callApi } from '@/lib/client/call-api';
import { queryKeys } from '@/lib/client/query-keys';
import { getRelease, listReleases, publishRelease, restoreRelease, setLiveRelease } from '@/lib/modules/release/release.contract';

/** A bot's releases, newest first. */
export function useReleases(botId: string) {
  return useQuery({
    queryKey: queryKeys.releases(botId),
    queryFn: ({ signal }) => callApi(listReleases, { params: { botId } }, { signal }),
    select: (answer) => answer.releases,
  });
}

/** One release with everything that runs; null asks nothing. What a release says never changes. */
export function useRelease(botId: string, releaseId: string | null) {
  return useQuery({
    queryKey: queryKeys.release(botId, releaseId ?? ''),
    queryFn: ({ signal }) => callApi(getRelease, { params: { botId, releaseId: releaseId ?? '' } }, { signal }),
    enabled: releaseId !== null,
    staleTime: Infinity,
  });
}

/** Publishes the draft that is at the version named, and makes it live. */
export function usePublishRelease(botId: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: { note: string; draftVersion: number }) => callApi(publishRelease, { params: { botId }, body }),
    onSuccess: () => refreshList(queryClient, botId),
  });
}

/** Makes a release the one that new conversations begin on. */
export function useSetLiveRelease(botId: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (releaseId: string) => callApi(setLiveRelease, { params: { botId }, body: { releaseId } }),
    onSuccess: () => refreshList(queryClient, botId),
  });
}

/** Makes the draft and its integrations what a release was; the draft's session has to follow afterwards. */
export function useRestoreRelease(botId: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (releaseId: string) => callApi(restoreRelease, { params: { botId, releaseId } }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: queryKeys.integrations(botId) }),
  });
}

function refreshList(queryClient: QueryClient, botId: string): Promise<void> {
  return queryClient.invalidateQueries({ queryKey: queryKeys.releases(botId), exact: true });
}
