'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

import { callApi } from '@/lib/client/call-api';
import { patchCached } from '@/lib/client/patch-cached';
import { queryKeys } from '@/lib/client/query-keys';
import type { RouteRequest } from '@/lib/http/route/route-contract';
import { createBot, deleteBot, duplicateBot, getBot, listBots, updateBot } from '@/lib/modules/bot/bot.contract';
import type { Bot, BotSummary } from '@/lib/modules/bot/bot.schema';

type BotList = { bots: BotSummary[] };
type BotChange = RouteRequest<typeof updateBot>['body'] & { botId: string };

/** All bots, most recently changed first. */
export function useBots() {
  return useQuery({
    queryKey: queryKeys.bots,
    queryFn: ({ signal }) => callApi(listBots, {}, { signal }),
    select: (answer) => answer.bots,
  });
}

/** One bot; shown from the list while its own answer is on the way. */
export function useBot(botId: string) {
  const queryClient = useQueryClient();
  return useQuery({
    queryKey: queryKeys.bot(botId),
    queryFn: ({ signal }) => callApi(getBot, { params: { botId } }, { signal }),
    placeholderData: queryClient.getQueryData<BotList>(queryKeys.bots)?.bots.find((bot) => bot.id === botId),
  });
}

/** Makes a bot. */
export function useCreateBot() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: RouteRequest<typeof createBot>['body']) => callApi(createBot, { body }),
    onSuccess(bot) {
      queryClient.setQueryData(queryKeys.bot(bot.id), bot);
      return queryClient.invalidateQueries({ queryKey: queryKeys.bots, exact: true });
    },
  });
}

/** Renames or describes a bot or gives it another environment; on screen at once, taken back when refused. */
export function useUpdateBot() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ botId, ...body }: BotChange) => callApi(updateBot, { params: { botId }, body }),
    async onMutate({ botId, version: _version, ...change }) {
      const undoList = await patchCached<BotList>(queryClient, queryKeys.bots, ({ bots }) => ({
        bots: bots.map((bot) => (bot.id === botId ? { ...bot, ...change } : bot)),
      }));
      const undoBot = await patchCached<Bot>(queryClient, queryKeys.bot(botId), (bot) => ({ ...bot, ...change }));
      return { undo: [undoList, undoBot] };
    },
    onError: (_error, _change, context) => context?.undo.forEach((undo) => undo()),
    onSuccess: (bot) => queryClient.setQueryData(queryKeys.bot(bot.id), bot),
    onSettled() {
      void queryClient.invalidateQueries({ queryKey: queryKeys.bots, exact: true });
      // Environments tell which bots use them.
      void queryClient.invalidateQueries({ queryKey: queryKeys.environments });
    },
  });
}

/** Copies a bot with its integrations. */
export function useDuplicateBot() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (botId: string) => callApi(duplicateBot, { params: { botId } }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: queryKeys.bots, exact: true }),
  });
}

/** Deletes a bot; it leaves the list once the server has agreed, since the dialog that asks waits for it. */
export function useDeleteBot() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ botId, confirmName }: { botId: string; confirmName: string }) =>
      callApi(deleteBot, { params: { botId }, query: { confirmName } }),
    async onSuccess(_nothing, { botId }) {
      await patchCached<BotList>(queryClient, queryKeys.bots, ({ bots }) => ({ bots: bots.filter((bot) => bot.id !== botId) }));
      void queryClient.invalidateQueries({ queryKey: queryKeys.bots, exact: true });
      void queryClient.invalidateQueries({ queryKey: queryKeys.environments });
      void queryClient.invalidateQueries({ queryKey: queryKeys.credentials });
    },
  });
}
