'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

import { callApi } from '@/lib/client/call-api';
import { patchCached } from '@/lib/client/patch-cached';
import { queryKeys } from '@/lib/client/query-keys';
import {
  deleteIntegration,
  duplicateIntegration,
  listIntegrations,
  listIntegrationUses,
  type IntegrationSummary,
} from '@/lib/modules/integration/integration.contract';

type IntegrationList = { integrations: IntegrationSummary[] };

/** All integrations of a bot, by name. */
export function useIntegrations(botId: string) {
  return useQuery({
    queryKey: queryKeys.integrations(botId),
    queryFn: ({ signal }) => callApi(listIntegrations, { params: { botId } }, { signal }),
    select: (answer) => answer.integrations,
  });
}

/** What relies on an integration; null for none asks nothing. */
export function useIntegrationUses(botId: string, integrationId: string | null) {
  return useQuery({
    queryKey: queryKeys.uses(botId, integrationId ?? ''),
    queryFn: ({ signal }) => callApi(listIntegrationUses, { params: { botId, integrationId: integrationId ?? '' } }, { signal }),
    enabled: integrationId !== null,
    staleTime: 0,
    select: (answer) => answer.uses,
  });
}

/** Copies an integration under a free name and response variable. */
export function useDuplicateIntegration(botId: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (integrationId: string) => callApi(duplicateIntegration, { params: { botId, integrationId } }),
    onSuccess(integration) {
      queryClient.setQueryData(queryKeys.integration(botId, integration.id), integration);
      void queryClient.invalidateQueries({ queryKey: queryKeys.bots, exact: true });
      return queryClient.invalidateQueries({ queryKey: queryKeys.integrations(botId), exact: true });
    },
  });
}

/** Deletes an integration that nothing relies on, with its runs. */
export function useDeleteIntegration(botId: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (integrationId: string) => callApi(deleteIntegration, { params: { botId, integrationId } }),
    async onSuccess(_nothing, integrationId) {
      await patchCached<IntegrationList>(queryClient, queryKeys.integrations(botId), ({ integrations }) => ({
        integrations: integrations.filter((integration) => integration.id !== integrationId),
      }));
      queryClient.removeQueries({ queryKey: queryKeys.integration(botId, integrationId) });
      void queryClient.invalidateQueries({ queryKey: queryKeys.bots, exact: true });
      void queryClient.invalidateQueries({ queryKey: queryKeys.integrations(botId), exact: true });
      void queryClient.invalidateQueries({ queryKey: queryKeys.credentials });
    },
  });
}
