'use client';

import Link from 'next/link';

import { credentialKindLabel } from '@/components/studio/credentials/credential-kinds';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { useCredentials } from '@/lib/client/use-credentials';

/** Properties of `CredentialField`. */
export type CredentialFieldProps = {
  credentialId: string | null;
  onChange: (credentialId: string | null) => void;
  error?: string | undefined;
  /** Opens the dialog that makes a credential. */
  onNew: () => void;
};

/** The credential that signs the call in, or none. */
export function CredentialField({ credentialId, onChange, error, onNew }: CredentialFieldProps) {
  const credentials = useCredentials();
  const isMissing = credentialId !== null && credentials.data !== undefined && !credentials.data.some(({ id }) => id === credentialId);
  return (
    <Field
      label="Credential"
      error={error ?? (isMissing ? 'This credential was deleted. Choose another one, or none.' : credentials.error?.message)}
      aside={
        <span className="flex gap-3">
          {credentialId !== null && !isMissing ? (
            <Link href={`/credentials/${credentialId}`} className="rounded-sm text-accent hover:underline">
              Open
            </Link>
          ) : null}
          <button type="button" onClick={onNew} className="rounded-sm text-accent hover:underline">
            New credential…
          </button>
        </span>
      }
    >
      <Select value={credentialId ?? ''} onChange={(event) => onChange(event.target.value || null)}>
        <option value="">None</option>
        {credentialId !== null && (isMissing || !credentials.data) ? <option value={credentialId}>{isMissing ? 'Deleted credential' : '…'}</option> : null}
        {credentials.data?.map((credential) => (
          <option key={credential.id} value={credential.id}>
            {credential.name} ({credentialKindLabel(credential.settings.kind)})
          </option>
        ))}
      </Select>
    </Field>
  );
}
