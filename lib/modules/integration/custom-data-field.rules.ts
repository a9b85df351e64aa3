import type { JsonValue } from '@/lib/engine/json';
import type { FieldResult } from '@/lib/modules/integration-run/run-record.schema';
import { parseFieldPath } from './field-path.rules';
import type { CustomDataField } from './integration.schema';

/** Values that one field captures at most. */
export const FIELD_VALUE_COUNT_MAX = 10_000;

/**
 * Takes the custom data fields out of a response, in the fields' order.
 * @param document after the transform script; undefined when there is no response, which leaves every field empty
 * Source: conversation-builder reference, section 1.6.
 */
export function evaluateFields(fields: readonly CustomDataField[], responseVariable: string, document: JsonValue | undefined): FieldResult[] {
  return fields.map((field) => evaluateField(field, responseVariable, document));
}

function evaluateField({ key, path }: CustomDataField, responseVariable: string, document: JsonValue | undefined): FieldResult {
  const parsed = parseFieldPath(path, responseVariable);
  if (parsed.kind === 'problem') return { key, path, values: [], count: 0, problem: parsed.message };
  if (document === undefined) return { key, path, values: [], count: 0, problem: null };
  // One more than allowed tells a full field from one that was cut.
  const { values, problem } = parsed.evaluate(document, FIELD_VALUE_COUNT_MAX + 1);
  if (values.length <= FIELD_VALUE_COUNT_MAX) return { key, path, values, count: values.length, problem };
  const kept = values.slice(0, FIELD_VALUE_COUNT_MAX);
  return { key, path, values: kept, count: kept.length, problem: 'The path gives more than 10,000 values; the first 10,000 were kept. Make the path more precise.' };
}
