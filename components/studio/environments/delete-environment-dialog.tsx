'use client';

import { LoadFailure } from '@/components/studio/frame/load-failure';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { Dialog, DialogContent } from '@/components/ui/dialog';
import { InUseDialog } from '@/components/ui/in-use-dialog';
import { notify } from '@/components/ui/toaster';
import { useDeleteEnvironment, useEnvironment } from '@/lib/client/use-environments';

/** Properties of `DeleteEnvironmentDialog`. */
export type DeleteEnvironmentDialogProps = {
  environment: { id: string; name: string };
  onOpenChange: (open: boolean) => void;
  onDeleted?: () => void;
};

/** Asks before deleting an environment, or lists the bots that use it. Mount it to open it. */
export function DeleteEnvironmentDialog({ environment, onOpenChange, onDeleted }: DeleteEnvironmentDialogProps) {
  const detail = useEnvironment(environment.id);
  const deleteEnvironment = useDeleteEnvironment();
  if (detail.isPending) return null;
  if (!detail.data) {
    return (
      <Dialog open onOpenChange={onOpenChange}>
        <DialogContent title={`Delete environment ${environment.name}?`}>
          <LoadFailure error={detail.error} what="The environment" onRetry={() => void detail.refetch()} back={{ label: 'All environments', href: '/environments' }} />
        </DialogContent>
      </Dialog>
    );
  }
  const { usedBy, variableCount } = detail.data;
  if (usedBy.length > 0) {
    return (
      <InUseDialog
        onOpenChange={onOpenChange}
        name={environment.name}
        todo="Choose another environment in their settings first, then delete it."
        uses={usedBy.map((use) => ({ href: `/bots/${use.botId}/settings`, label: use.botName }))}
      />
    );
  }
  return (
    <ConfirmDialog
      open
      onOpenChange={onOpenChange}
      title={`Delete environment ${environment.name}?`}
      confirmLabel="Delete environment"
      onConfirm={async () => {
        await deleteEnvironment.mutateAsync(environment.id);
        notify.success(`Deleted environment ${environment.name}`);
        onDeleted?.();
      }}
    >
      {variableCount === 0 ? 'It has no variables' : variableCount === 1 ? 'Its 1 variable goes with it, with its value' : `Its ${variableCount} variables go with it, with their values`}
      , and no bot uses it. This can’t be undone.
    </ConfirmDialog>
  );
}
