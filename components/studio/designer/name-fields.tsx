'use client';

import { useState } from 'react';

import { CredentialField, type CredentialFieldProps } from '@/components/studio/designer/credential-field';
import { suggestResponseVariable, withResponseVariable } from '@/components/studio/designer/draft/response-variable';
import type { DesignerForm } from '@/components/studio/designer/draft/use-designer-form';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { responseVariableSchema, toResolvedNames } from '@/lib/modules/integration/integration.schema';

/** Properties of `NameFields`. */
export type NameFieldsProps = { form: DesignerForm; onNewCredential: CredentialFieldProps['onNew'] };

/** Integration name, response data variable name with what it creates, and credential. */
export function NameFields({ form, onNewCredential }: NameFieldsProps) {
  const { draft, edit } = form;
  // Until it is written by hand, the variable of a new integration follows its name.
  const [isFollowing, setIsFollowing] = useState(form.base === null && draft.responseVariable === suggestResponseVariable(draft.name));

  function rename(name: string) {
    edit((now) => {
      const renamed = { ...now, name };
      return isFollowing && form.base === null ? withResponseVariable(renamed, suggestResponseVariable(name)) : renamed;
    });
  }

  return (
    <div className="grid grid-cols-1 gap-x-3 gap-y-2 @md:grid-cols-2 @md:grid-rows-[auto_1fr] @4xl:grid-cols-3 @4xl:grid-rows-1">
      <div data-field="name">
        <Field label="Integration Name" isRequired error={form.errorAt('name')}>
          <Input value={draft.name} placeholder="List accounts" autoComplete="off" onChange={(event) => rename(event.target.value)} />
        </Field>
      </div>
      <div data-field="responseVariable" className="@md:row-span-2 @4xl:row-span-1">
        <Field
          label="Response Data Variable Name"
          isRequired
          error={form.errorAt('responseVariable')}
          hint={<ResolvedNames responseVariable={draft.responseVariable} fieldKey={draft.customDataFields.find(({ key }) => key !== '')?.key} />}
        >
          <Input
            isCode
            value={draft.responseVariable}
            placeholder="ACCOUNTS"
            onChange={(event) => {
              setIsFollowing(false);
              edit((now) => withResponseVariable(now, event.target.value));
            }}
          />
        </Field>
      </div>
      <div data-field="credentialId">
        <CredentialField
          credentialId={draft.credentialId}
          onChange={(credentialId) => edit((now) => ({ ...now, credentialId }))}
          error={form.errorAt('credentialId')}
          onNew={onNewCredential}
        />
      </div>
    </div>
  );
}

/** The variables that the name creates. Source: conversation-builder reference, section 1.4. */
function ResolvedNames({ responseVariable, fieldKey = 'field' }: { responseVariable: string; fieldKey?: string | undefined }) {
  if (!responseVariableSchema.safeParse(responseVariable).success) return <>Names the variable that receives the response.</>;
  const names = toResolvedNames(responseVariable);
  return (
    <span className="flex flex-wrap gap-x-2 gap-y-0.5" aria-label="Creates these variables">
      {[names.response, names.status, names.field(fieldKey), names.fieldCount(fieldKey)].map((name) => (
        <code key={name} className="text-xs break-all">
          {name}
        </code>
      ))}
    </span>
  );
}
