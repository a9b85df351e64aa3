'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

import { callApi } from '@/lib/client/call-api';
import { patchCached } from '@/lib/client/patch-cached';
import { queryKeys } from '@/lib/client/query-keys';
import type { RouteRequest } from '@/lib/http/route/route-contract';
import {
  createCredential,
  deleteCredential,
  getCredential,
  listCredentials,
  testCredential,
  updateCredential,
} from '@/lib/modules/credential/credential.contract';
import type { CredentialView } from '@/lib/modules/credential/credential.schema';

type CredentialList = { credentials: CredentialView[] };

/** All credentials, by name, without their secrets. */
export function useCredentials() {
  return useQuery({
    queryKey: queryKeys.credentials,
    queryFn: ({ signal }) => callApi(listCredentials, {}, { signal }),
    select: (answer) => answer.credentials,
  });
}

/** One credential with the integrations that use it. */
export function useCredential(credentialId: string) {
  return useQuery({
    queryKey: queryKeys.credential(credentialId),
    queryFn: ({ signal }) => callApi(getCredential, { params: { credentialId } }, { signal }),
  });
}

/** Makes a credential. */
export function useCreateCredential() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: RouteRequest<typeof createCredential>['body']) => callApi(createCredential, { body }),
    onSuccess(credential) {
      queryClient.setQueryData(queryKeys.credential(credential.id), credential);
      return queryClient.invalidateQueries({ queryKey: queryKeys.credentials, exact: true });
    },
  });
}

/** Saves a credential; an empty secret stays as it was. */
export function useUpdateCredential(credentialId: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: RouteRequest<typeof updateCredential>['body']) => callApi(updateCredential, { params: { credentialId }, body }),
    onSuccess(credential) {
      queryClient.setQueryData(queryKeys.credential(credentialId), credential);
      void queryClient.invalidateQueries({ queryKey: queryKeys.credentials, exact: true });
    },
  });
}

/** Deletes a credential that nothing uses. */
export function useDeleteCredential() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (credentialId: string) => callApi(deleteCredential, { params: { credentialId } }),
    async onSuccess(_nothing, credentialId) {
      await patchCached<CredentialList>(queryClient, queryKeys.credentials, ({ credentials }) => ({
        credentials: credentials.filter((credential) => credential.id !== credentialId),
      }));
      void queryClient.invalidateQueries({ queryKey: queryKeys.credentials, exact: true });
    },
  });
}

/** Fetches a token with a saved OAuth credential. */
export function useTestCredential(credentialId: string) {
  return useMutation({ mutationFn: () => callApi(testCredential, { params: { credentialId } }) });
}
