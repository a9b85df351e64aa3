import { readRunDocuments } from '@/components/studio/run-panel/run-documents';
import { evaluateFields } from '@/lib/modules/integration/custom-data-field.rules';
import type { IntegrationDefinition } from '@/lib/modules/integration/integration.schema';
import type { FieldResult, RunRecord } from '@/lib/modules/integration-run/run-record.schema';

/** The values of custom data fields. */
export type LiveFields = {
  fields: readonly FieldResult[];
  /** The form's fields are other ones than the run's: the values were taken here, from the run's result. */
  isRecaptured: boolean;
};

/** The form's custom data fields on a run's result, so that a field shows its values as soon as it is mapped. */
export function readLiveFields(run: RunRecord, definition: IntegrationDefinition | null): LiveFields {
  const wanted = definition?.customDataFields;
  if (!definition || !wanted || isSame(wanted, run.fields)) return { fields: run.fields, isRecaptured: false };
  const { result } = readRunDocuments(run);
  return { fields: evaluateFields(wanted, definition.responseVariable, run.script?.failure ? undefined : result), isRecaptured: true };
}

function isSame(wanted: IntegrationDefinition['customDataFields'], captured: readonly FieldResult[]): boolean {
  return wanted.length === captured.length && wanted.every(({ key, path }, index) => key === captured[index]?.key && path === captured[index]?.path);
}
