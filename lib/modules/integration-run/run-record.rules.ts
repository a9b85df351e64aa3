import type { RunRecord } from './run-record.schema';

/** The response document before the script, as JSON text; null when the response has none. */
export function toDocumentText(run: RunRecord): string | null {
  return run.documentText ?? (run.response?.format === 'json' ? run.response.bodyText : null);
}

/** The document that custom data fields were taken from: after the script, if it changed it. */
export function toResultText(run: RunRecord): string | null {
  return run.script?.transformedText ?? toDocumentText(run);
}
