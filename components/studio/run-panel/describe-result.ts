import { bytesText, countText, msText } from '@/components/studio/run-panel/measure-text';
import { describeOutcome } from '@/lib/modules/integration-run/run-outcome.rules';
import type { RunRecord } from '@/lib/modules/integration-run/run-record.schema';

/** How a run went, at a glance. */
export type ResultTone = 'good' | 'warn' | 'bad';

/** A run in one line. */
export type ResultLine = {
  tone: ResultTone;
  /** The tone as a word, since colour never speaks alone. */
  word: 'Success' | 'Success with a warning' | 'Failure' | 'Cancelled';
  /** `200 OK`, `Timed out`. */
  title: string;
  /** `143 ms`, `2.3 KB`, `10 items`, `try 1 of 1`. */
  facts: string[];
};

/** Sums up a run: green, amber when the response drifted, took several tries or the request looked wrong, red when it failed. */
export function describeResult(run: RunRecord, { driftCount, itemCount }: { driftCount: number; itemCount: number | null }): ResultLine {
  const { outcome, response, attempts } = run;
  const isSuccess = outcome.kind === 'success';
  const hasWarning = driftCount > 0 || attempts.length > 1 || run.warnings.length > 0;
  const isCancelled = outcome.kind === 'cancelled';
  return {
    tone: isSuccess ? (hasWarning ? 'warn' : 'good') : isCancelled ? 'warn' : 'bad',
    word: isSuccess ? (hasWarning ? 'Success with a warning' : 'Success') : isCancelled ? 'Cancelled' : 'Failure',
    title: toTitle(run),
    facts: [
      msText(run.durationMs),
      ...(response && response.format !== 'empty' ? [bytesText(response.bodyBytes)] : []),
      ...(itemCount === null ? [] : [countText(itemCount, 'item')]),
      ...(driftCount > 0 ? [countText(driftCount, 'change') + ' in the response'] : []),
      ...(run.mode === 'sample' ? ['on the sample'] : attempts.length > 0 ? [`try ${attempts.length} of ${attempts.length}`] : []),
    ],
  };
}

function toTitle({ outcome, response }: RunRecord): string {
  const status = response ? `${response.status} ${response.statusText}`.trim() : '';
  if (outcome.kind === 'success' || outcome.kind === 'http-failure') {
    return response?.statusText ? status : describeOutcome(outcome).title;
  }
  const { title } = describeOutcome(outcome);
  return status === '' ? title : `${title} (${status})`;
}
