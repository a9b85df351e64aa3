import { Fault } from '@/lib/engine/fault';
import type { channelStore } from '@/lib/modules/channel/channel.store';
import type { botStore } from './bot.store';

interface DeleteBotDeps {
  /** In a transaction, like the channels. */
  bots: Pick<ReturnType<typeof botStore>, 'get' | 'delete'>;
  channels: Pick<ReturnType<typeof channelStore>, 'list'>;
}

/**
 * Deletes a bot with everything that belongs to it, once its name was typed. Channels don't belong to it: they stand on sites,
 * where they would go dark without a word.
 * @throws Fault `bot/not-found`; `bot/name-not-confirmed`; `bot/in-use` with the channels in `usedBy`
 */
export async function deleteBot({ bots, channels }: DeleteBotDeps, botId: string, confirmName: string): Promise<void> {
  const bot = await bots.get(botId);
  if (bot.name !== confirmName) {
    throw new Fault('invalid', 'bot/name-not-confirmed', `Type the bot's name, “${bot.name}”, to delete it.`, {
      issues: [{ path: ['confirmName'], message: 'This is not the name of the bot.' }],
    });
  }
  const used = await channels.list({ botId });
  if (used.length > 0) {
    const names = used.map(({ name }) => `“${name}”`).join(', ');
    throw new Fault('conflict', 'bot/in-use', `This bot talks in the channel ${names}. Choose another bot there, or delete the channel, first.`, {
      extra: { usedBy: used.map(({ id, name }) => ({ channelId: id, channelName: name })) },
    });
  }
  await bots.delete(bot.id);
}
