'use client';

import { useDeferredValue, useMemo } from 'react';

import type { IntegrationDraft } from '@/components/studio/designer/draft/integration-draft';
import { readRunDocuments } from '@/components/studio/run-panel/run-documents';
import type { JsonValue } from '@/lib/engine/json';
import { evaluateFields } from '@/lib/modules/integration/custom-data-field.rules';
import type { FieldResult, RunRecord } from '@/lib/modules/integration-run/run-record.schema';

/** What a row of the custom data fields shows of the last run. */
export type LiveField = Pick<FieldResult, 'values' | 'count' | 'problem'>;

/** The custom data fields as they are written now, taken out of the run that is shown; in the order of the rows. */
export function useLiveFields({ customDataFields, responseVariable }: IntegrationDraft, run: RunRecord | null): { fields: LiveField[]; hasDocument: boolean } {
  const document = run ? readRunDocuments(run).result : undefined;
  const fields = useDeferredValue(customDataFields);
  return useMemo(
    () => ({ fields: evaluateFields(fields, responseVariable, document), hasDocument: document !== undefined }),
    [fields, responseVariable, document],
  );
}

/** The first few values of a field in one line, shortened. */
export function toPreview(values: readonly JsonValue[]): string {
  const shown = values.slice(0, 5).map((value) => {
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    return text.length > 60 ? `${text.slice(0, 60)}…` : text;
  });
  return values.length > shown.length ? `${shown.join(', ')}, …` : shown.join(', ');
}
