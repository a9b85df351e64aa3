import type { ComparedPair } from '@/components/studio/run-panel/compare-headers';
import { bytesText, msText } from '@/components/studio/run-panel/measure-text';
import { lookByPhase, phasesOf } from '@/components/studio/run-panel/phase-look';
import { buildTimelineRows, sumPhases } from '@/components/studio/run-panel/timeline-rows';
import { describeOutcome } from '@/lib/modules/integration-run/run-outcome.rules';
import type { RunRecord } from '@/lib/modules/integration-run/run-record.schema';

/** Outcome, size and times of two runs beside each other, phases added up over all tries. */
export function compareFacts(before: RunRecord, after: RunRecord): ComparedPair[] {
  const runs = [before, after] as const;
  const [leftRows, rightRows] = [buildTimelineRows(before), buildTimelineRows(after)];
  const [leftSums, rightSums] = [sumPhases(leftRows), sumPhases(rightRows)];
  const pair = (name: string, [left, right]: readonly [string | null, string | null]): ComparedPair => ({ name, before: left, after: right, isEqual: left === right });
  const each = (toText: (run: RunRecord) => string | null) => [toText(runs[0]), toText(runs[1])] as const;
  return [
    pair('Started', each((run) => new Date(run.startedAt).toLocaleString('en-GB'))),
    pair('Mode', each((run) => run.mode)),
    pair('Outcome', each((run) => describeOutcome(run.outcome).title)),
    pair('URL', each((run) => run.request && `${run.request.method} ${run.request.url}`)),
    pair('Size', each((run) => run.response && bytesText(run.response.bodyBytes))),
    pair('Tries', each((run) => String(run.attempts.length))),
    pair('In all', each((run) => msText(run.durationMs))),
    ...phasesOf([...leftRows, ...rightRows]).map((phase) => pair(lookByPhase[phase].label, [toText(leftSums.get(phase)), toText(rightSums.get(phase))])),
  ];
}

function toText(durationMs: number | undefined): string | null {
  return durationMs === undefined ? null : msText(durationMs);
}
