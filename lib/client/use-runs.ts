'use client';

import { useMutation, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';

import { callApi } from '@/lib/client/call-api';
import { queryKeys } from '@/lib/client/query-keys';
import type { RouteResult } from '@/lib/http/route/route-contract';
import { acceptResponseShape, getResponseType, getRun, listRuns, type RunResult } from '@/lib/modules/integration-run/integration-run.contract';
import type { RunRecord, RunSummary } from '@/lib/modules/integration-run/run-record.schema';
import { getSample, saveSample } from '@/lib/modules/integration/integration.contract';

/** Where runs belong. */
export type RunPlace = { botId: string; integrationId: string };

type RunList = RouteResult<typeof listRuns>;
type KnownResponse = RouteResult<typeof getResponseType>;

/** The newest 50 runs, newest first. */
export function useRuns({ botId, integrationId }: RunPlace) {
  return useQuery({
    queryKey: queryKeys.runs(botId, integrationId),
    queryFn: ({ signal }) => callApi(listRuns, { params: { botId, integrationId } }, { signal }),
    staleTime: 0,
    select: (answer) => answer.runs,
  });
}

/** One run; null for none asks nothing. A run never changes, so it is asked for once. */
export function useRunRecord({ botId, integrationId }: RunPlace, runId: string | null) {
  return useQuery({
    queryKey: queryKeys.run(botId, integrationId, runId ?? ''),
    queryFn: ({ signal }) => callApi(getRun, { params: { botId, integrationId, runId: runId ?? '' } }, { signal }),
    enabled: runId !== null,
    staleTime: Infinity,
    // Bodies of megabytes are not compared with themselves.
    structuralSharing: false,
  });
}

/** The type of the last response and what drifted; asked for only once the integration is saved. */
export function useResponseType({ botId, integrationId }: RunPlace, isSaved: boolean) {
  return useQuery({
    queryKey: queryKeys.responseType(botId, integrationId),
    queryFn: ({ signal }) => callApi(getResponseType, { params: { botId, integrationId } }, { signal }),
    enabled: isSaved,
  });
}

/** Takes the newest response as what to expect from now on. */
export function useAcceptResponseShape({ botId, integrationId }: RunPlace) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: () => callApi(acceptResponseShape, { params: { botId, integrationId } }),
    onSuccess: (known) => queryClient.setQueryData<KnownResponse>(queryKeys.responseType(botId, integrationId), known),
  });
}

/** The response kept as the sample; asks nothing without one. */
export function useSample({ botId, integrationId }: RunPlace, hasSample: boolean) {
  return useQuery({
    queryKey: queryKeys.sample(botId, integrationId),
    queryFn: ({ signal }) => callApi(getSample, { params: { botId, integrationId } }, { signal }),
    enabled: hasSample,
  });
}

/** Keeps the response of a run as the sample. */
export function useSaveSample({ botId, integrationId }: RunPlace) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (runId: string) => callApi(saveSample, { params: { botId, integrationId }, body: { runId } }),
    onSuccess(sample) {
      queryClient.setQueryData(queryKeys.sample(botId, integrationId), sample);
      // `hasSample` stands in the integration itself, and in its line of the list.
      return Promise.all([queryKeys.integration(botId, integrationId), queryKeys.integrations(botId)].map((queryKey) => queryClient.invalidateQueries({ queryKey, exact: true })));
    },
  });
}

/** Puts a run that has just ended where the hooks above find it. */
export function rememberRunResult(queryClient: QueryClient, { botId, integrationId }: RunPlace, result: RunResult): void {
  const { run, drift, responseType } = result;
  queryClient.setQueryData<RunRecord>(queryKeys.run(botId, integrationId, run.id), run);
  queryClient.setQueryData<RunList>(queryKeys.runs(botId, integrationId), (list) => ({ runs: [toSummary(run), ...(list?.runs ?? [])] }));
  void queryClient.invalidateQueries({ queryKey: queryKeys.runs(botId, integrationId), exact: true });
  if (run.outcome.kind !== 'success') return;
  queryClient.setQueryData<KnownResponse>(queryKeys.responseType(botId, integrationId), (known) => ({
    responseType: responseType ?? known?.responseType ?? null,
    drift,
  }));
}

function toSummary(run: RunRecord): RunSummary {
  const { id, startedAt, durationMs, mode, outcome } = run;
  return { id, startedAt, durationMs, mode, outcome, attemptCount: run.attempts.length, bodyBytes: run.response?.bodyBytes ?? null };
}
