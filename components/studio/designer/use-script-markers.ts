'use client';

import { useMemo, useState } from 'react';

import type { CodeMarker } from '@/components/studio/editors/monaco/code-marker';
import type { RunRecord } from '@/lib/modules/integration-run/run-record.schema';

/** Where the script failed in the run that is shown, as long as the script is the one that ran. */
export function useScriptMarkers(run: RunRecord | null, script: string): CodeMarker[] {
  // A run doesn't hold its script; what stands in the form when its result comes is it.
  const [ran, setRan] = useState<{ runId: string | null; script: string }>({ runId: null, script });
  const runId = run?.id ?? null;
  if (ran.runId !== runId) setRan({ runId, script });
  const isSame = ran.runId === runId && ran.script === script;
  const failure = run?.script?.failure;
  const lineCount = script.split('\n').length;
  return useMemo(() => {
    // A line that isn't there belongs to a script of an earlier time.
    if (failure?.kind !== 'script-failed' || failure.line === null || !isSame || failure.line > lineCount) return [];
    return [{ line: failure.line, column: failure.column ?? 1, message: failure.message, severity: 'error' }];
  }, [failure, isSame, lineCount]);
}
