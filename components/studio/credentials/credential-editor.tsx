'use client';

import { Trash2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';

import { CredentialFields } from '@/components/studio/credentials/credential-fields';
import { credentialKindLabel, describeCredential } from '@/components/studio/credentials/credential-kinds';
import { CredentialTestPanel } from '@/components/studio/credentials/credential-test-panel';
import { toCredentialUses } from '@/components/studio/credentials/credential-uses';
import { toCredentialSettings, toCredentialValues } from '@/components/studio/credentials/credential-values';
import { DeleteCredentialDialog } from '@/components/studio/credentials/delete-credential-dialog';
import { Page } from '@/components/studio/frame/page';
import { SaveActions, UnsavedSign } from '@/components/studio/frame/save-actions';
import { Button } from '@/components/ui/button';
import { ConflictDialog } from '@/components/ui/conflict-dialog';
import { FormFailure } from '@/components/ui/form-failure';
import { UseList } from '@/components/ui/in-use-dialog';
import { Section } from '@/components/ui/section';
import { notify } from '@/components/ui/toaster';
import { useUpdateCredential } from '@/lib/client/use-credentials';
import { useEditForm } from '@/lib/client/use-edit-form';
import {
  credentialDetailSchema,
  credentialPublicSettingsSchema,
  credentialUpdateSchema,
  type CredentialDetail,
} from '@/lib/modules/credential/credential.schema';

/** A credential's settings, who uses it, and a test for OAuth. */
export function CredentialEditor({ credential }: { credential: CredentialDetail }) {
  const router = useRouter();
  const updateCredential = useUpdateCredential(credential.id);
  const [isDeleting, setIsDeleting] = useState(false);
  const form = useEditForm({
    thing: credential,
    thingSchema: credentialDetailSchema,
    schema: editSchema,
    toValues: toCredentialValues,
    toInput: (values) => ({ name: values.name, settings: toCredentialSettings(values) }),
    save: (input, version) => updateCredential.mutateAsync({ ...input, version }),
    onSaved: (saved) => notify.success(`Saved credential ${saved.name}`),
  });
  const { conflict } = form;

  return (
    <Page
      title={credential.name}
      breadcrumbs={[{ label: 'Credentials', href: '/credentials' }]}
      status={<UnsavedSign isDirty={form.isDirty} />}
      actions={
        <SaveActions
          isDirty={form.isDirty}
          isBusy={form.isBusy}
          onSave={() => void form.submit()}
          onDiscard={() => form.reset(toCredentialValues(form.base))}
        />
      }
    >
      <div className="flex max-w-160 flex-col gap-8 p-4 md:p-6">
        <form ref={form.formRef} noValidate autoComplete="off" onSubmit={(event) => void form.submit(event)} className="flex flex-col gap-4">
          <FormFailure what="The credential was not saved" failure={form.failure} />
          <CredentialFields
            values={form.values}
            onChange={form.set}
            errorAt={form.errorAt}
            storedKind={form.base.hasSecret ? form.base.settings.kind : null}
          />
          {/* Enter in a field saves. */}
          <button type="submit" hidden />
        </form>
        {form.base.settings.kind === 'oauth-client-credentials' ? (
          <CredentialTestPanel credentialId={credential.id} isDirty={form.isDirty} />
        ) : null}
        <Section title="Used by" lead={credential.usedBy.length === 0 ? 'No integration uses this credential. Choose it in an integration.' : null}>
          {credential.usedBy.length > 0 ? <UseList uses={toCredentialUses(credential.usedBy)} /> : null}
        </Section>
        <Section title="Delete" lead="Only a credential that no integration uses can be deleted.">
          <div>
            <Button className="text-bad" onClick={() => setIsDeleting(true)}>
              <Trash2 aria-hidden />
              Delete credential…
            </Button>
          </div>
        </Section>
      </div>
      {isDeleting ? (
        <DeleteCredentialDialog credential={credential} onOpenChange={setIsDeleting} onDeleted={() => router.replace('/credentials')} />
      ) : null}
      {conflict ? (
        <ConflictDialog
          open
          onOpenChange={form.closeConflict}
          what="this credential"
          rows={[
            { label: 'Name', mine: form.values.name, theirs: conflict.name },
            { label: 'Type', mine: credentialKindLabel(form.values.kind), theirs: credentialKindLabel(conflict.settings.kind) },
            { label: 'Settings', mine: describeMine(form.values), theirs: describeCredential(conflict.settings) },
            { label: 'Secret', mine: form.values.secret ? 'a new one' : 'the stored one', theirs: 'the stored one' },
          ]}
          onKeepMine={form.keepMine}
          onTakeTheirs={form.takeTheirs}
        />
      ) : null}
    </Page>
  );
}

const editSchema = credentialUpdateSchema.omit({ version: true });

function describeMine(values: Parameters<typeof toCredentialSettings>[0]): string {
  const parsed = credentialPublicSettingsSchema.safeParse(toCredentialSettings(values));
  return parsed.success ? describeCredential(parsed.data) : 'not complete';
}
