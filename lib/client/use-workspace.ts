'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

import { callApi } from '@/lib/client/call-api';
import { queryKeys } from '@/lib/client/query-keys';
import type { RouteRequest } from '@/lib/http/route/route-contract';
import { getWorkspaceSettings, updateWorkspaceSettings } from '@/lib/modules/workspace/workspace.contract';

/** The workspace's settings. */
export function useWorkspaceSettings() {
  return useQuery({ queryKey: queryKeys.workspace, queryFn: ({ signal }) => callApi(getWorkspaceSettings, {}, { signal }) });
}

/** Saves the workspace's settings; the account shows the workspace's name too. */
export function useUpdateWorkspaceSettings() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: RouteRequest<typeof updateWorkspaceSettings>['body']) => callApi(updateWorkspaceSettings, { body }),
    onSuccess(settings) {
      queryClient.setQueryData(queryKeys.workspace, settings);
      void queryClient.invalidateQueries({ queryKey: queryKeys.account });
    },
  });
}
