'use client';

import { useMutation, useQuery } from '@tanstack/react-query';

import { callApi } from '@/lib/client/call-api';
import { queryKeys } from '@/lib/client/query-keys';
import { changePassword, createOwner, getAccount, getSetup, type OwnerInput } from '@/lib/modules/workspace/workspace.contract';

/** Who is signed in. */
export function useAccount() {
  return useQuery({ queryKey: queryKeys.account, queryFn: ({ signal }) => callApi(getAccount, {}, { signal }), staleTime: 60_000 });
}

/** Whether this installation has its owner yet. */
export function useSetup() {
  return useQuery({ queryKey: queryKeys.setup, queryFn: ({ signal }) => callApi(getSetup, {}, { signal }), staleTime: 0 });
}

/** Makes the owner account and signs in. */
export function useCreateOwner() {
  return useMutation({ mutationFn: (body: OwnerInput) => callApi(createOwner, { body }) });
}

/** Changes the password of the signed-in person. */
export function useChangePassword() {
  return useMutation({ mutationFn: (body: { currentPassword: string; newPassword: string }) => callApi(changePassword, { body }) });
}
