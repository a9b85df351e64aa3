'use client';

import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { InUseDialog } from '@/components/ui/in-use-dialog';
import { notify } from '@/components/ui/toaster';
import { useDeleteIntegration, useIntegrationUses } from '@/lib/client/use-integrations';
import type { IntegrationUse } from '@/lib/modules/integration/integration.contract';

/** Properties of `DeleteIntegrationDialog`. */
export type DeleteIntegrationDialogProps = {
  botId: string;
  integration: { id: string; name: string };
  onOpenChange: (open: boolean) => void;
  onDeleted?: () => void;
};

/** Asks before deleting an integration, or lists what still relies on it. Mount it to open it. */
export function DeleteIntegrationDialog({ botId, integration, onOpenChange, onDeleted }: DeleteIntegrationDialogProps) {
  const uses = useIntegrationUses(botId, integration.id);
  const deleteIntegration = useDeleteIntegration(botId);
  // The server has the last word; an answer that doesn't come must not keep the dialog from opening.
  if (uses.isPending) return null;
  if (uses.data?.length) {
    return (
      <InUseDialog
        onOpenChange={onOpenChange}
        name={integration.name}
        todo="Take it out of them first, then delete it."
        uses={uses.data.map((use) => ({
          href: toHref(botId, use),
          label: use.name,
          detail: use.places.join(', '),
        }))}
      />
    );
  }
  return (
    <ConfirmDialog
      open
      onOpenChange={onOpenChange}
      title={`Delete integration ${integration.name}?`}
      confirmLabel="Delete integration"
      onConfirm={async () => {
        await deleteIntegration.mutateAsync(integration.id);
        notify.success(`Deleted integration ${integration.name}`);
        onDeleted?.();
      }}
    >
      Its recorded runs, test values and sample go with it. Nothing else in the bot relies on it. This can’t be undone.
    </ConfirmDialog>
  );
}

/** Where a use is mended. What belongs to neither an integration nor an interaction is found from the bot’s dialogs. */
function toHref(botId: string, { kind, id, dialogId }: IntegrationUse): string {
  if (kind === 'integration') return `/bots/${botId}/integrations/${id}`;
  if (id === 'Global Functions') return `/bots/${botId}/functions`;
  return kind === 'interaction' && dialogId !== undefined ? `/bots/${botId}/dialogs/${dialogId}?interaction=${id}` : `/bots/${botId}/dialogs`;
}
