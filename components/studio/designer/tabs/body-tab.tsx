'use client';

import type { DesignerPartProps } from '@/components/studio/designer/designer-parts';
import type { BodyKind, IntegrationDraft } from '@/components/studio/designer/draft/integration-draft';
import { SecretWarnings } from '@/components/studio/designer/secret-warnings';
import { Segmented } from '@/components/studio/designer/segmented';
import { toRowErrors } from '@/components/studio/designer/tabs/rows-errors';
import { CodeEditor } from '@/components/studio/editors/code-editor';
import { KeyValueEditor, MultipartEditor } from '@/components/studio/editors/key-value-editor';
import { TemplateInput } from '@/components/studio/editors/template-input';
import { Field } from '@/components/ui/field';

/** Properties of `BodyTab`. */
export type BodyTabProps = DesignerPartProps & { onRun: () => void; onSave: () => void };

/** What is sent as the request's body. */
export function BodyTab(props: BodyTabProps) {
  const { form, secrets, onMakeCredential } = props;
  const { postBody, method } = form.draft;
  return (
    <div data-field="postBody" className="flex h-full min-h-0 flex-col gap-2 p-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Segmented label="Post Body" value={postBody.kind} options={kindOptions} onChange={(kind) => setBody(form, { kind })} />
        <p className="text-xs text-muted">{explain(postBody.kind, method)}</p>
      </div>
      <BodyContent {...props} />
      <SecretWarnings secrets={secrets} field="postBody" onMakeCredential={onMakeCredential} />
    </div>
  );
}

function BodyContent({ form, variables, onRun, onSave }: BodyTabProps) {
  const { postBody } = form.draft;
  const shared = { variables: variables.options, findUnknown: variables.findUnknown };
  const rowsProps = { ...shared, errorOf: toRowErrors(form, 'postBody.rows'), rowNoun: 'part' };
  const codeProps = { ...shared, onRun, onSave, height: '100%', className: 'min-h-60 flex-1', isInvalid: form.errorAt('postBody.text') !== undefined };
  switch (postBody.kind) {
    case 'none':
      return null;
    case 'json':
      return <CodeEditor {...codeProps} language="json" ariaLabel="Post Body, JSON" value={postBody.json} onChange={(json) => setBody(form, { json })} />;
    case 'form':
      return <KeyValueEditor {...rowsProps} label="Form fields" rowNoun="field" rows={postBody.formRows} onChange={(formRows) => setBody(form, { formRows })} />;
    case 'multipart':
      return <MultipartEditor {...rowsProps} label="Parts" rows={postBody.parts} onChange={(parts) => setBody(form, { parts })} />;
    case 'raw':
      return (
        <>
          <div data-field="postBody.contentType" className="max-w-100">
            <Field label="Content type" error={form.errorAt('postBody.contentType')}>
              <TemplateInput {...shared} value={postBody.rawContentType} onChange={(rawContentType) => setBody(form, { rawContentType })} placeholder="text/plain;charset=UTF-8" />
            </Field>
          </div>
          <CodeEditor {...codeProps} language="plaintext" ariaLabel="Post Body, raw" value={postBody.raw} onChange={(raw) => setBody(form, { raw })} />
        </>
      );
  }
}

const kindOptions: readonly { value: BodyKind; label: string }[] = [
  { value: 'none', label: 'None' },
  { value: 'json', label: 'JSON' },
  { value: 'form', label: 'Form' },
  { value: 'multipart', label: 'Multipart' },
  { value: 'raw', label: 'Raw' },
];

function explain(kind: BodyKind, method: IntegrationDraft['method']): string {
  if (kind === 'none') return 'Nothing is sent after the headers.';
  if (method === 'HEAD') return 'HEAD requests carry no body: this is kept, but not sent.';
  if (method === 'GET') return 'Few servers read the body of a GET request. POST may be meant.';
  return aboutByKind[kind];
}

const aboutByKind: Record<Exclude<BodyKind, 'none'>, string> = {
  json: 'Variables inside of strings are escaped for JSON.',
  form: 'Sent as application/x-www-form-urlencoded.',
  multipart: 'Sent as multipart/form-data; a part with a file name is sent as a file.',
  raw: 'Sent as it is written, with variables replaced.',
};

function setBody(form: DesignerPartProps['form'], change: Partial<IntegrationDraft['postBody']>): void {
  form.edit((now) => ({ ...now, postBody: { ...now.postBody, ...change } }));
}
