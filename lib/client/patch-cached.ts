import type { QueryClient, QueryKey } from '@tanstack/react-query';

/**
 * Shows a change at once, before the server has answered; nothing happens to what isn't cached.
 * @returns how to bring back what was there, for when the server refuses
 */
export async function patchCached<Data>(queryClient: QueryClient, queryKey: QueryKey, patch: (data: Data) => Data): Promise<() => void> {
  // An answer still under way would undo the change on screen.
  await queryClient.cancelQueries({ queryKey, exact: true });
  const before = queryClient.getQueryData<Data>(queryKey);
  if (before !== undefined) queryClient.setQueryData<Data>(queryKey, patch(before));
  return () => queryClient.setQueryData<Data>(queryKey, before);
}
