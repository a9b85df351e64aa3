'use client';

import { toChannelUses } from '@/components/studio/channels/channel-uses';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { InUseDialog } from '@/components/ui/in-use-dialog';
import { notify } from '@/components/ui/toaster';
import { useDeleteBot } from '@/lib/client/use-bots';
import { useChannels } from '@/lib/client/use-channels';
import { useIntegrations } from '@/lib/client/use-integrations';
import type { Bot } from '@/lib/modules/bot/bot.schema';

/** Properties of `DeleteBotDialog`. */
export type DeleteBotDialogProps = { bot: Bot; open: boolean; onOpenChange: (open: boolean) => void; onDeleted?: () => void };

/** Deletes a bot once its name is typed and says what goes with it, or lists the channels in which it talks. */
export function DeleteBotDialog({ bot, open, onOpenChange, onDeleted }: DeleteBotDialogProps) {
  const deleteBot = useDeleteBot();
  const integrations = useIntegrations(bot.id);
  const channels = useChannels().data?.filter(({ botId }) => botId === bot.id) ?? [];
  const count = integrations.data?.length ?? 0;
  if (open && channels.length > 0) {
    return <InUseDialog onOpenChange={onOpenChange} name={bot.name} todo="Choose another bot in these channels, or delete them, first." uses={toChannelUses(channels)} />;
  }
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={onOpenChange}
      title={`Delete bot ${bot.name}?`}
      confirmLabel="Delete bot"
      nameToType={bot.name}
      onConfirm={async () => {
        await deleteBot.mutateAsync({ botId: bot.id, confirmName: bot.name });
        notify.success(`Deleted bot ${bot.name}`);
        onDeleted?.();
      }}
    >
      <p>
        {count === 0 ? 'It has no integrations.' : count === 1 ? 'Its 1 integration goes with it, with its recorded runs and sample.' : `Its ${count} integrations go with it, with their recorded runs and samples.`}{' '}
        This can’t be undone.
      </p>
      <p>Credentials and environments stay.</p>
    </ConfirmDialog>
  );
}
