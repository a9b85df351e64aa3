'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

import { callApi } from '@/lib/client/call-api';
import { patchCached } from '@/lib/client/patch-cached';
import { queryKeys } from '@/lib/client/query-keys';
import type { RouteRequest } from '@/lib/http/route/route-contract';
import { createChannel, deleteChannel, getChannel, listChannels, renewIdentitySecret, saveChannel } from '@/lib/modules/channel/channel.contract';
import type { Channel } from '@/lib/modules/channel/channel.schema';

type ChannelList = { channels: Channel[] };

/** All messengers, by name. */
export function useChannels() {
  return useQuery({
    queryKey: queryKeys.channels,
    queryFn: ({ signal }) => callApi(listChannels, {}, { signal }),
    select: (answer) => answer.channels,
  });
}

/** One messenger. */
export function useChannel(channelId: string) {
  return useQuery({
    queryKey: queryKeys.channel(channelId),
    queryFn: ({ signal }) => callApi(getChannel, { params: { channelId } }, { signal }),
  });
}

/** Makes a messenger. */
export function useCreateChannel() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: RouteRequest<typeof createChannel>['body']) => callApi(createChannel, { body }),
    onSuccess(channel) {
      queryClient.setQueryData(queryKeys.channel(channel.id), channel);
      return queryClient.invalidateQueries({ queryKey: queryKeys.channels, exact: true });
    },
  });
}

/** Changes a messenger. */
export function useSaveChannel(channelId: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: RouteRequest<typeof saveChannel>['body']) => callApi(saveChannel, { params: { channelId }, body }),
    onSuccess(channel) {
      queryClient.setQueryData(queryKeys.channel(channelId), channel);
      void queryClient.invalidateQueries({ queryKey: queryKeys.channels, exact: true });
    },
  });
}

/** Deletes a messenger. */
export function useDeleteChannel() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (channelId: string) => callApi(deleteChannel, { params: { channelId } }),
    async onSuccess(_nothing, channelId) {
      await patchCached<ChannelList>(queryClient, queryKeys.channels, ({ channels }) => ({ channels: channels.filter(({ id }) => id !== channelId) }));
      void queryClient.invalidateQueries({ queryKey: queryKeys.channels, exact: true });
    },
  });
}

/** Makes the secret that sites sign identities with; it can't be read again. */
export function useRenewIdentitySecret(channelId: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: () => callApi(renewIdentitySecret, { params: { channelId } }),
    // The answer is shown once and not kept.
    gcTime: 0,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: queryKeys.channel(channelId) }),
  });
}
