import type { JsonValue } from '@/lib/engine/json';
import { toDocumentText, toResultText } from '@/lib/modules/integration-run/run-record.rules';
import type { RunRecord } from '@/lib/modules/integration-run/run-record.schema';

/** The documents of a run; undefined where there is none. */
export type RunDocuments = {
  /** Before the script. */
  response: JsonValue | undefined;
  /** After the script: what the custom data fields are taken from. The same object as `response` when the script changed nothing. */
  result: JsonValue | undefined;
};

/** A body of megabytes is parsed once, however many views show it. */
const documentsByRun = new WeakMap<RunRecord, RunDocuments>();

/** Parses a run's documents, once per run. */
export function readRunDocuments(run: RunRecord): RunDocuments {
  const known = documentsByRun.get(run);
  if (known) return known;
  const [responseText, resultText] = [toDocumentText(run), toResultText(run)];
  const response = parse(responseText);
  const documents = { response, result: resultText === responseText ? response : parse(resultText) };
  documentsByRun.set(run, documents);
  return documents;
}

function parse(text: string | null): JsonValue | undefined {
  if (text === null) return undefined;
  try {
    const value: JsonValue = JSON.parse(text);
    return value;
  } catch {
    // A body that calls itself JSON and isn't; it is shown raw.
    return undefined;
  }
}
