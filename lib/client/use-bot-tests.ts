'use client';

import { useMutation, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';

import { callApi } from '@/lib/client/call-api';
import { queryKeys } from '@/lib/client/query-keys';
import type { RouteRequest, RouteResult } from '@/lib/http/route/route-contract';
import { createBotTest, deleteBotTest, getBotTest, listBotTests, runAllBotTests, runBotTest, updateBotTest } from '@/lib/modules/bot-test/bot-test.contract';
import type { BotTest } from '@/lib/modules/bot-test/bot-test.schema';

type TestList = RouteResult<typeof listBotTests>;
type TestChange = RouteRequest<typeof updateBotTest>['body'] & { testId: string };

/** The tests of a bot by name. */
export function useBotTests(botId: string) {
  return useQuery({
    queryKey: queryKeys.botTests(botId),
    queryFn: ({ signal }) => callApi(listBotTests, { params: { botId } }, { signal }),
    staleTime: 0,
    select: (answer) => answer.tests,
  });
}

/** One test with its latest result; null asks nothing. */
export function useBotTest(botId: string, testId: string | null) {
  return useQuery({
    queryKey: queryKeys.botTest(botId, testId ?? ''),
    queryFn: ({ signal }) => callApi(getBotTest, { params: { botId, testId: testId ?? '' } }, { signal }),
    enabled: testId !== null,
    staleTime: 0,
  });
}

/** Saves a conversation as a test. */
export function useCreateBotTest(botId: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: RouteRequest<typeof createBotTest>['body']) => callApi(createBotTest, { params: { botId }, body }),
    onSuccess: (test) => takeIn(queryClient, test),
  });
}

/** Renames a test, or accepts what the bot says now. */
export function useUpdateBotTest(botId: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ testId, ...body }: TestChange) => callApi(updateBotTest, { params: { botId, testId }, body }),
    onSuccess: (test) => takeIn(queryClient, test),
  });
}

/** Deletes a test. */
export function useDeleteBotTest(botId: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (testId: string) => callApi(deleteBotTest, { params: { botId, testId } }),
    onSuccess(_nothing, testId) {
      queryClient.setQueryData<TestList>(queryKeys.botTests(botId), (list) => list && { tests: list.tests.filter(({ id }) => id !== testId) });
    },
  });
}

/** Runs one test against the draft. */
export function useRunBotTest(botId: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (testId: string) => callApi(runBotTest, { params: { botId, testId } }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: queryKeys.botTests(botId) }),
  });
}

/** Runs all tests of a bot against the draft. */
export function useRunAllBotTests(botId: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: () => callApi(runAllBotTests, { params: { botId } }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: queryKeys.botTests(botId) }),
  });
}

function takeIn(queryClient: QueryClient, test: BotTest): void {
  queryClient.setQueryData(queryKeys.botTest(test.botId, test.id), test);
  void queryClient.invalidateQueries({ queryKey: queryKeys.botTests(test.botId), exact: true });
}
