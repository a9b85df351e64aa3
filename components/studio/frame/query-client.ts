import { QueryClient } from '@tanstack/react-query';

import { ApiProblem } from '@/lib/client/call-api';

/**
 * Server data as the studio wants it: shown at once from memory and asked for again when older than 10 s; an answer of
 * the server that says "no" is not asked for again, a failed connection once; and requests go out even when
 * the browser believes to be offline, because Parley may run on the same machine.
 */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        networkMode: 'always',
        retry: (failureCount, error) => failureCount < 1 && !isRefusal(error),
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}

/** Whether the server itself answered with 4xx, so that asking again gives the same. */
function isRefusal(error: unknown): boolean {
  return error instanceof ApiProblem && error.problem.status >= 400 && error.problem.status < 500;
}
