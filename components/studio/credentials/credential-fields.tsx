'use client';

import { credentialKinds } from '@/components/studio/credentials/credential-kinds';
import { CredentialKindFields } from '@/components/studio/credentials/credential-kind-fields';
import type { CredentialValues } from '@/components/studio/credentials/credential-values';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import type { CredentialKind } from '@/lib/modules/credential/credential.schema';

/** Properties of `CredentialFields`. */
export type CredentialFieldsProps = {
  values: CredentialValues;
  onChange: (change: Partial<CredentialValues>) => void;
  errorAt: (path: string) => string | undefined;
  /** The kind whose secret is stored, and stays when left empty; null when there is none. */
  storedKind?: CredentialKind | null;
  isNameFocused?: boolean;
};

/** Name, kind and the kind's own fields. */
export function CredentialFields({ values, onChange, errorAt, storedKind = null, isNameFocused = false }: CredentialFieldsProps) {
  return (
    <>
      <Field label="Name" isRequired error={errorAt('name')}>
        <Input autoFocus={isNameFocused} autoComplete="off" value={values.name} onChange={(event) => onChange({ name: event.target.value })} />
      </Field>
      <Field label="Type" hint={credentialKinds.find((entry) => entry.kind === values.kind)?.about}>
        <Select
          value={values.kind}
          onChange={(event) => {
            const chosen = credentialKinds.find((entry) => entry.kind === event.target.value);
            // What was typed as a password is no token: a secret belongs to its kind.
            if (chosen) onChange({ kind: chosen.kind, secret: '' });
          }}
        >
          {credentialKinds.map(({ kind, label }) => (
            <option key={kind} value={kind}>
              {label}
            </option>
          ))}
        </Select>
      </Field>
      <CredentialKindFields values={values} onChange={onChange} errorAt={errorAt} hasStoredSecret={storedKind === values.kind} />
    </>
  );
}
