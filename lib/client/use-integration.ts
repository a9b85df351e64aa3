'use client';

import { useMutation, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';

import { callApi } from '@/lib/client/call-api';
import { queryKeys } from '@/lib/client/query-keys';
import type { RouteRequest } from '@/lib/http/route/route-contract';
import {
  createIntegration,
  getIntegration,
  saveTestValues,
  updateIntegration,
  type Integration,
  type TestValues,
} from '@/lib/modules/integration/integration.contract';

/** One integration; null asks nothing, for one that was never saved. */
export function useIntegration(botId: string, integrationId: string | null) {
  return useQuery({
    queryKey: queryKeys.integration(botId, integrationId ?? ''),
    queryFn: ({ signal }) => callApi(getIntegration, { params: { botId, integrationId: integrationId ?? '' } }, { signal }),
    enabled: integrationId !== null,
  });
}

/** Makes an integration, under an id chosen here so that earlier runs stay with it. */
export function useCreateIntegration(botId: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: RouteRequest<typeof createIntegration>['body']) => callApi(createIntegration, { params: { botId }, body }),
    onSuccess(integration) {
      takeIn(queryClient, integration);
      void queryClient.invalidateQueries({ queryKey: queryKeys.bots, exact: true });
    },
  });
}

/** Saves an integration that is still at the version named. */
export function useUpdateIntegration(botId: string, integrationId: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: RouteRequest<typeof updateIntegration>['body']) => callApi(updateIntegration, { params: { botId, integrationId }, body }),
    onSuccess: (integration) => takeIn(queryClient, integration),
  });
}

/** Remembers the test values of a saved integration. */
export function useSaveTestValues(botId: string, integrationId: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (testValues: TestValues) => callApi(saveTestValues, { params: { botId, integrationId }, body: { testValues } }),
    onSuccess(_nothing, testValues) {
      queryClient.setQueryData<Integration>(queryKeys.integration(botId, integrationId), (integration) => integration && { ...integration, testValues });
    },
  });
}

function takeIn(queryClient: QueryClient, integration: Integration): void {
  queryClient.setQueryData(queryKeys.integration(integration.botId, integration.id), integration);
  void queryClient.invalidateQueries({ queryKey: queryKeys.integrations(integration.botId), exact: true });
  void queryClient.invalidateQueries({ queryKey: queryKeys.credentials });
}
