'use client';

import { LoadFailure } from '@/components/studio/frame/load-failure';
import { toCredentialUses } from '@/components/studio/credentials/credential-uses';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { Dialog, DialogContent } from '@/components/ui/dialog';
import { InUseDialog } from '@/components/ui/in-use-dialog';
import { notify } from '@/components/ui/toaster';
import { useCredential, useDeleteCredential } from '@/lib/client/use-credentials';

/** Properties of `DeleteCredentialDialog`. */
export type DeleteCredentialDialogProps = {
  credential: { id: string; name: string };
  onOpenChange: (open: boolean) => void;
  onDeleted?: () => void;
};

/** Deletes a credential once its name is typed, or lists the integrations that use it. Mount it to open it. */
export function DeleteCredentialDialog({ credential, onOpenChange, onDeleted }: DeleteCredentialDialogProps) {
  const detail = useCredential(credential.id);
  const deleteCredential = useDeleteCredential();
  if (detail.isPending) return null;
  if (!detail.data) {
    return (
      <Dialog open onOpenChange={onOpenChange}>
        <DialogContent title={`Delete credential ${credential.name}?`}>
          <LoadFailure error={detail.error} what="The credential" onRetry={() => void detail.refetch()} back={{ label: 'All credentials', href: '/credentials' }} />
        </DialogContent>
      </Dialog>
    );
  }
  const { usedBy } = detail.data;
  if (usedBy.length > 0) {
    return (
      <InUseDialog
        onOpenChange={onOpenChange}
        name={credential.name}
        todo="Choose another credential in them first, then delete it."
        uses={toCredentialUses(usedBy)}
      />
    );
  }
  return (
    <ConfirmDialog
      open
      onOpenChange={onOpenChange}
      title={`Delete credential ${credential.name}?`}
      confirmLabel="Delete credential"
      nameToType={credential.name}
      onConfirm={async () => {
        await deleteCredential.mutateAsync(credential.id);
        notify.success(`Deleted credential ${credential.name}`);
        onDeleted?.();
      }}
    >
      Its secret is erased and can’t be brought back. No integration uses it.
    </ConfirmDialog>
  );
}
