'use client';

import type { DesignerPartProps } from '@/components/studio/designer/designer-parts';
import { SecretWarnings } from '@/components/studio/designer/secret-warnings';
import { toRowErrors } from '@/components/studio/designer/tabs/rows-errors';
import { KeyValueEditor } from '@/components/studio/editors/key-value-editor';

/** Request parameters: what is appended to the URL's query. */
export function ParametersTab({ form, variables, secrets, onMakeCredential }: DesignerPartProps) {
  const rows = form.draft.parameters;
  return (
    <div data-field="parameters" className="flex flex-col gap-2 p-3">
      <p className="text-xs text-muted">Request Parameters become the URL’s query string. Names and values may hold variables; they are encoded for you.</p>
      <KeyValueEditor
        rows={rows}
        onChange={(parameters) => form.edit((now) => ({ ...now, parameters }))}
        label="Request Parameters"
        rowNoun="parameter"
        variables={variables.options}
        findUnknown={variables.findUnknown}
        errorOf={toRowErrors(form, 'parameters')}
      />
      <SecretWarnings secrets={secrets} field="parameters" nameOfRow={(index) => rows[index]?.name} onMakeCredential={onMakeCredential} />
    </div>
  );
}
