'use client';

import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { notify } from '@/components/ui/toaster';
import { useDeleteChannel } from '@/lib/client/use-channels';
import type { Channel } from '@/lib/modules/channel/channel.schema';

/** Properties of `DeleteChannelDialog`. */
export type DeleteChannelDialogProps = { channel: Pick<Channel, 'id' | 'name' | 'botName' | 'hasIdentitySecret' | 'settings'>; onOpenChange: (open: boolean) => void; onDeleted?: () => void };

/** Says what deleting a channel loses, and does it. Mount it to open it. */
export function DeleteChannelDialog({ channel, onOpenChange, onDeleted }: DeleteChannelDialogProps) {
  const deleteChannel = useDeleteChannel();
  const { allowedOrigins } = channel.settings;
  return (
    <ConfirmDialog
      open
      onOpenChange={onOpenChange}
      title={`Delete channel ${channel.name}?`}
      confirmLabel="Delete channel"
      onConfirm={async () => {
        await deleteChannel.mutateAsync(channel.id);
        notify.success(`Deleted channel ${channel.name}`);
        onDeleted?.();
      }}
    >
      <p>
        {allowedOrigins.length === 0 ? 'Every site that embeds it' : allowedOrigins.join(', ')} shows no messenger any more, and consumers can’t go on with their conversations.
      </p>
      <p>
        Its contacts are deleted{channel.hasIdentitySecret ? ', and the secret that sites sign identities with' : ''}. The conversations stay with {channel.botName}. This can’t be undone.
      </p>
    </ConfirmDialog>
  );
}
