'use client';

import { CredentialFields } from '@/components/studio/credentials/credential-fields';
import { toCredentialSettings, toCredentialValues, type CredentialPrefill } from '@/components/studio/credentials/credential-values';
import { Button } from '@/components/ui/button';
import { Dialog, DialogClose, DialogContent, DialogFooter } from '@/components/ui/dialog';
import { FormFailure } from '@/components/ui/form-failure';
import { useCreateCredential } from '@/lib/client/use-credentials';
import { useForm } from '@/lib/client/use-form';
import { credentialInputSchema, type CredentialDetail } from '@/lib/modules/credential/credential.schema';

/** Properties of `CredentialDialog`. */
export type CredentialDialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** What is known beforehand, for example a token found in a header. Read when the dialog opens. */
  initial?: CredentialPrefill;
  onCreated: (credential: CredentialDetail) => void;
};

/** Makes a credential, from wherever one is needed. */
export function CredentialDialog({ open, onOpenChange, initial, onCreated }: CredentialDialogProps) {
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent title="New credential" description="Proves to an API who is calling. Any integration of this workspace can use it.">
        <CredentialForm
          initial={initial}
          onCreated={(credential) => {
            onOpenChange(false);
            onCreated(credential);
          }}
        />
      </DialogContent>
    </Dialog>
  );
}

function CredentialForm({ initial, onCreated }: Pick<CredentialDialogProps, 'initial' | 'onCreated'>) {
  const createCredential = useCreateCredential();
  const form = useForm({
    schema: credentialInputSchema,
    initial: toCredentialValues(initial ?? {}),
    toInput: (values) => ({ name: values.name, settings: toCredentialSettings(values) }),
    onSubmit: async (credential) => onCreated(await createCredential.mutateAsync(credential)),
  });
  return (
    <form ref={form.formRef} noValidate autoComplete="off" onSubmit={(event) => void form.submit(event)} className="flex flex-col gap-4">
      <CredentialFields
        values={form.values}
        onChange={form.set}
        errorAt={form.errorAt}
        isNameFocused
      />
      <FormFailure what="The credential was not created" failure={form.failure} />
      <DialogFooter>
        <DialogClose asChild>
          <Button>Cancel</Button>
        </DialogClose>
        <Button type="submit" variant="primary" isBusy={form.isBusy}>
          Create credential
        </Button>
      </DialogFooter>
    </form>
  );
}
