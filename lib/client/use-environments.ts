'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

import { callApi } from '@/lib/client/call-api';
import { patchCached } from '@/lib/client/patch-cached';
import { queryKeys } from '@/lib/client/query-keys';
import type { RouteRequest } from '@/lib/http/route/route-contract';
import {
  createEnvironment,
  deleteEnvironment,
  getEnvironment,
  listEnvironments,
  updateEnvironment,
} from '@/lib/modules/environment/environment.contract';
import type { EnvironmentSummary } from '@/lib/modules/environment/environment.schema';

type EnvironmentList = { environments: EnvironmentSummary[] };

/** All environments, by name. */
export function useEnvironments() {
  return useQuery({
    queryKey: queryKeys.environments,
    queryFn: ({ signal }) => callApi(listEnvironments, {}, { signal }),
    select: (answer) => answer.environments,
  });
}

/** One environment with its variables and the bots that use it; null asks nothing. */
export function useEnvironment(environmentId: string | null) {
  return useQuery({
    queryKey: queryKeys.environment(environmentId ?? ''),
    queryFn: ({ signal }) => callApi(getEnvironment, { params: { environmentId: environmentId ?? '' } }, { signal }),
    enabled: environmentId !== null,
  });
}

/** Makes an environment. */
export function useCreateEnvironment() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: RouteRequest<typeof createEnvironment>['body']) => callApi(createEnvironment, { body }),
    onSuccess(environment) {
      queryClient.setQueryData(queryKeys.environment(environment.id), environment);
      return queryClient.invalidateQueries({ queryKey: queryKeys.environments, exact: true });
    },
  });
}

/** Saves an environment with its whole list of variables. */
export function useUpdateEnvironment(environmentId: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: RouteRequest<typeof updateEnvironment>['body']) => callApi(updateEnvironment, { params: { environmentId }, body }),
    onSuccess(environment) {
      queryClient.setQueryData(queryKeys.environment(environmentId), environment);
      void queryClient.invalidateQueries({ queryKey: queryKeys.environments, exact: true });
    },
  });
}

/** Deletes an environment that no bot uses. */
export function useDeleteEnvironment() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (environmentId: string) => callApi(deleteEnvironment, { params: { environmentId } }),
    async onSuccess(_nothing, environmentId) {
      await patchCached<EnvironmentList>(queryClient, queryKeys.environments, ({ environments }) => ({
        environments: environments.filter((environment) => environment.id !== environmentId),
      }));
      void queryClient.invalidateQueries({ queryKey: queryKeys.environments, exact: true });
    },
  });
}
