import { Fault } from '@/lib/engine/fault';
import type { botStore } from '@/lib/modules/bot/bot.store';
import type { Channel, ChannelInput } from './channel.schema';
import type { channelStore } from './channel.store';

interface SaveChannelDeps {
  channels: ReturnType<typeof channelStore>;
  bots: Pick<ReturnType<typeof botStore>, 'get'>;
  newId(): string;
}

/**
 * Stores a new channel of a bot.
 * @throws Fault `bot/not-found`
 */
export async function createChannel({ channels, bots, newId }: SaveChannelDeps, input: ChannelInput): Promise<Channel> {
  await bots.get(input.botId);
  return channels.insert(newId(), input);
}

/**
 * Changes a channel that is still at the version the change is based on.
 * @throws Fault `channel/not-found`; `bot/not-found`; `channel/changed-meanwhile` with the channel as it is now in `current`
 */
export async function saveChannel({ channels, bots }: SaveChannelDeps, channelId: string, change: ChannelInput & { version: number }): Promise<Channel> {
  const { version, ...input } = change;
  const before = await channels.get(channelId);
  if (before.version === version) {
    await bots.get(input.botId);
    const updated = await channels.update(channelId, version, input);
    if (updated) return updated;
  }
  throw new Fault('conflict', 'channel/changed-meanwhile', 'Somebody else changed this channel since you opened it. Look at their version, then save again.', {
    extra: { current: await channels.get(channelId) },
  });
}
