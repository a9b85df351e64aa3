'use client';

import type { ClipboardEvent } from 'react';

import type { DesignerPartProps } from '@/components/studio/designer/designer-parts';
import { RunButton, type RunButtonProps } from '@/components/studio/designer/run-button';
import { SecretWarnings } from '@/components/studio/designer/secret-warnings';
import { TemplateInput } from '@/components/studio/editors/template-input';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { httpMethodSchema } from '@/lib/modules/integration/integration.schema';

/** Properties of `RequestLine`. */
export type RequestLineProps = DesignerPartProps & {
  run: RunButtonProps;
  /** Takes pasted text that is a cURL command; false leaves it to the field. */
  onPasteCurl: (text: string) => boolean;
};

/** Method, URL and the button that runs the integration. */
export function RequestLine({ form, variables, secrets, onMakeCredential, run, onPasteCurl }: RequestLineProps) {
  const { draft, edit } = form;

  function takeCurl(event: ClipboardEvent) {
    if (onPasteCurl(event.clipboardData.getData('text/plain'))) event.preventDefault();
  }

  return (
    <div className="flex flex-col gap-1">
      <div className="flex flex-wrap items-start gap-2">
        <div data-field="method" className="w-24">
          <Field label="Method" isRequired error={form.errorAt('method')}>
            <Select isCode value={draft.method} onChange={(event) => edit((now) => ({ ...now, method: httpMethodSchema.parse(event.target.value) }))}>
              {httpMethodSchema.options.map((method) => (
                <option key={method}>{method}</option>
              ))}
            </Select>
          </Field>
        </div>
        <div data-field="url" className="min-w-0 flex-1 basis-44">
          <Field label="URL" isRequired error={form.errorAt('url')}>
            <TemplateInput
              value={draft.url}
              onChange={(url) => edit((now) => ({ ...now, url }))}
              variables={variables.options}
              findUnknown={variables.findUnknown}
              placeholder="https://api.example.com/accounts, or paste a cURL command"
              onPaste={takeCurl}
            />
          </Field>
        </div>
        {/* Beside the fields, not their labels. */}
        <div className="@md:pt-5">
          <RunButton {...run} />
        </div>
      </div>
      <SecretWarnings secrets={secrets} field="url" onMakeCredential={onMakeCredential} />
    </div>
  );
}
