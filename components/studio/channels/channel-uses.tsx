'use client';

import { Section } from '@/components/ui/section';
import { UseList, type Use } from '@/components/ui/in-use-dialog';
import { useChannels } from '@/lib/client/use-channels';
import type { Channel } from '@/lib/modules/channel/channel.schema';

/** The channels as links, with where they are shown. */
export function toChannelUses(channels: readonly Channel[]): Use[] {
  return channels.map(({ id, name, settings }) => ({ href: `/channels/${id}`, label: name, detail: settings.allowedOrigins.join(', ') || 'any site' }));
}

/** In which channels a bot talks. */
export function BotChannels({ botId }: { botId: string }) {
  const channels = useChannels().data?.filter((channel) => channel.botId === botId) ?? null;
  return (
    <Section title="Channels" lead={channels?.length === 0 ? 'No website shows this bot. Make a channel under Channels to put it on one.' : 'Messengers in which consumers talk to the live release.'}>
      {channels && channels.length > 0 ? <UseList uses={toChannelUses(channels)} /> : null}
    </Section>
  );
}
