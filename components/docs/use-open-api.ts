'use client';

import { useQuery } from '@tanstack/react-query';

import { openApiSchema, type OpenApi } from '@/components/docs/openapi.schema';

/** The OpenAPI document of this server. */
export function useOpenApi() {
  return useQuery({ queryKey: ['openapi'], queryFn: ({ signal }) => fetchOpenApi(signal), staleTime: Infinity });
}

async function fetchOpenApi(signal: AbortSignal): Promise<OpenApi> {
  const response = await fetch('/api/openapi.json', { signal });
  if (!response.ok) throw new Error(`The server answered with status ${response.status}. Look at its log, then try again.`);
  return openApiSchema.parse(await response.json());
}
