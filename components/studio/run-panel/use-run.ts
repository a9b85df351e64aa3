'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';

import { useMarkFirstStep } from '@/components/studio/first-steps/use-first-steps';
import { ApiProblem, callApi } from '@/lib/client/call-api';
import { queryKeys } from '@/lib/client/query-keys';
import { rememberRunResult, useResponseType, useRunRecord, useRuns } from '@/lib/client/use-runs';
import { startRun, type RunResult } from '@/lib/modules/integration-run/integration-run.contract';
import type { IntegrationDefinition } from '@/lib/modules/integration/integration.schema';

/** What is run, and with which test values by reference. */
export interface RunRequest {
  mode: 'live' | 'sample';
  definition: IntegrationDefinition;
  testValues: Record<string, string>;
}

/** The runs of one integration, as its form and its panel share them. */
export interface RunControl {
  isRunning: boolean;
  /** When the run under way began; null while none is. Milliseconds since 1970. */
  startedAtMs: number | null;
  /** The run that is shown: the last one, or one that was opened again. Null before the first. */
  result: RunResult | null;
  /** Whether the run to show is still on its way from the server. */
  isLoading: boolean;
  /** TypeScript text of the type of the last known response. */
  responseType: string | null;
  /** Why the last run could not even be started, or its result not be had. */
  problem: ApiProblem | null;
  /** Whether the last run was cancelled here. */
  wasCancelled: boolean;
  start(request: RunRequest): void;
  /** Gives up the run under way; the server then cancels the call. */
  cancel(): void;
  /** Shows a kept run. */
  show(runId: string): void;
}

type Activity = { kind: 'idle' } | { kind: 'running'; startedAtMs: number } | { kind: 'cancelled' } | { kind: 'failed'; problem: ApiProblem };

/** How long the server has to note a cancelled run before the list is read again. */
const NOTE_CANCELLED_MS = 500;

/**
 * Runs one integration and holds what is shown of its runs; the newest kept run at first. Give the component `key={integrationId}`.
 * What has been run is kept with the other answers of the server, so that it is still there when one comes back to the page.
 */
export function useRun(place: { botId: string; integrationId: string; isSaved: boolean }): RunControl {
  const queryClient = useQueryClient();
  const [activity, setActivity] = useState<Activity>({ kind: 'idle' });
  const [shownRunId, setShownRunId] = useState<string | null>(null);
  const abortRef = useRef<AbortController | null>(null);
  const markFirstStep = useMarkFirstStep();
  const runs = useRuns(place).data;
  const record = useRunRecord(place, shownRunId);
  const known = useResponseType(place, place.isSaved).data;

  // Runs that others start meanwhile must not push away what one looks at.
  const newestRunId = runs?.[0]?.id;
  if (shownRunId === null && newestRunId !== undefined) setShownRunId(newestRunId);

  async function run(request: RunRequest) {
    abortRef.current?.abort();
    const abort = new AbortController();
    abortRef.current = abort;
    setActivity({ kind: 'running', startedAtMs: Date.now() });
    const { botId, integrationId } = place;
    try {
      const result = await callApi(startRun, { params: { botId, integrationId }, body: request }, { signal: abort.signal });
      rememberRunResult(queryClient, place, result);
      markFirstStep('run');
      if (abortRef.current !== abort) return;
      setShownRunId(result.run.id);
      setActivity({ kind: 'idle' });
    } catch (error) {
      if (abortRef.current !== abort) return;
      if (error instanceof ApiProblem) setActivity({ kind: 'failed', problem: error });
      else if (abort.signal.aborted) setActivity({ kind: 'cancelled' });
      else throw error;
    }
  }

  function cancel() {
    abortRef.current?.abort();
    const { botId, integrationId } = place;
    setTimeout(() => void queryClient.invalidateQueries({ queryKey: queryKeys.runs(botId, integrationId), exact: true }), NOTE_CANCELLED_MS);
  }

  const shownRun = record.data ?? null;
  // Only the newest understood response is compared with what was expected.
  const isNewestSuccess = shownRun !== null && runs?.find(({ outcome }) => outcome.kind === 'success')?.id === shownRun.id;
  const loadProblem = record.error instanceof ApiProblem ? record.error : null;
  return {
    isRunning: activity.kind === 'running',
    startedAtMs: activity.kind === 'running' ? activity.startedAtMs : null,
    result: shownRun && { run: shownRun, drift: isNewestSuccess ? (known?.drift ?? []) : [], responseType: known?.responseType ?? null },
    isLoading: runs === undefined || (shownRunId !== null && record.isPending),
    responseType: known?.responseType ?? null,
    problem: activity.kind === 'failed' ? activity.problem : loadProblem,
    // Before the first other run, the cancelled one itself is what there is to show.
    wasCancelled: activity.kind === 'cancelled' && shownRun?.outcome.kind !== 'cancelled',
    start: (request) => void run(request),
    cancel,
    show(runId) {
      setShownRunId(runId);
      if (activity.kind !== 'running') setActivity({ kind: 'idle' });
    },
  };
}
