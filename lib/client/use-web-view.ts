'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

import { callApi } from '@/lib/client/call-api';
import { mergePosts } from '@/lib/client/merge-posts';
import { queryKeys } from '@/lib/client/query-keys';
import type { RouteRequest } from '@/lib/http/route/route-contract';
import { POSTS_KEPT_MAX, type WebViewPost } from '@/lib/modules/web-view/web-view-post.schema';
import { applyWebViewPost, getWebViewPost, getWebViewSettings, listWebViewPosts, saveWebViewSettings, sendTestPost } from '@/lib/modules/web-view/web-view.contract';

/** How pages may write into the bot's conversations. */
export function useWebViewSettings(botId: string) {
  return useQuery({
    queryKey: queryKeys.webViewSettings(botId),
    queryFn: ({ signal }) => callApi(getWebViewSettings, { params: { botId } }, { signal }),
  });
}

/** Changes how pages may write. */
export function useSaveWebViewSettings(botId: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: RouteRequest<typeof saveWebViewSettings>['body']) => callApi(saveWebViewSettings, { params: { botId }, body }),
    onSuccess(stored) {
      queryClient.setQueryData(queryKeys.webViewSettings(botId), stored);
      // Problems of the draft depend on whether there is a page.
      return queryClient.invalidateQueries({ queryKey: queryKeys.draftSurroundings(botId) });
    },
  });
}

const POLL_MS = 3_000;
const NEWEST_COUNT = 50;

/** The bot's inbox, newest first, kept current. Only the newest are asked for again, as long as that tells everything. */
export function useWebViewPosts(botId: string) {
  const queryClient = useQueryClient();
  const queryKey = queryKeys.webViewPosts(botId);
  return useQuery({
    queryKey,
    async queryFn({ signal }) {
      const read = async (limit: number) => (await callApi(listWebViewPosts, { params: { botId }, query: { limit } }, { signal })).posts;
      const known = queryClient.getQueryData<WebViewPost[]>(queryKey) ?? [];
      const merged = known.length > 0 ? mergePosts(known, await read(NEWEST_COUNT)) : null;
      return merged ?? read(POSTS_KEPT_MAX);
    },
    refetchInterval: POLL_MS,
    staleTime: 0,
  });
}

/** One post with the values of its variables; asks nothing until they are wanted. */
export function useWebViewPost(botId: string, postId: string, isWanted: boolean) {
  return useQuery({
    queryKey: queryKeys.webViewPost(botId, postId),
    queryFn: ({ signal }) => callApi(getWebViewPost, { params: { botId, postId } }, { signal }),
    enabled: isWanted,
    // Values may be anybody's details: they are forgotten as soon as nobody looks.
    gcTime: 0,
  });
}

/** Applies a post again, as a new one. */
export function useApplyWebViewPost(botId: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (postId: string) => callApi(applyWebViewPost, { params: { botId, postId } }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: queryKeys.webViewPosts(botId), exact: true }),
  });
}

/** Posts into a preview as a page would. */
export function useSendTestPost(botId: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: RouteRequest<typeof sendTestPost>['body']) => callApi(sendTestPost, { params: { botId }, body }),
    onSuccess(_answer, { conversationId }) {
      void queryClient.invalidateQueries({ queryKey: queryKeys.conversation(conversationId) });
      void queryClient.invalidateQueries({ queryKey: queryKeys.conversations(botId) });
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: queryKeys.webViewPosts(botId), exact: true }),
  });
}
