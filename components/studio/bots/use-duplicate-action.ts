'use client';

import { useNavigate } from '@/components/studio/frame/use-navigate';
import { notify } from '@/components/ui/toaster';
import { useDeleteBot, useDuplicateBot } from '@/lib/client/use-bots';
import type { Bot } from '@/lib/modules/bot/bot.schema';

/** Copies a bot, opens the copy and offers to take it back. */
export function useDuplicateAction(): (bot: Bot) => Promise<void> {
  const navigate = useNavigate();
  const duplicateBot = useDuplicateBot();
  const deleteBot = useDeleteBot();

  async function takeBack(copy: Bot) {
    try {
      await deleteBot.mutateAsync({ botId: copy.id, confirmName: copy.name });
      navigate('/bots');
    } catch (error) {
      notify.error('The copy is still there', error instanceof Error ? error.message : undefined);
    }
  }

  return async (bot) => {
    try {
      const copy = await duplicateBot.mutateAsync(bot.id);
      navigate(`/bots/${copy.id}/dialogs`);
      notify.undo(`Copied ${bot.name} as ${copy.name}`, () => void takeBack(copy));
    } catch (error) {
      notify.error(`${bot.name} was not copied`, error instanceof Error ? error.message : undefined);
    }
  };
}
