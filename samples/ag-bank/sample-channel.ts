import { channelInputSchema, type ChannelInput } from '@/lib/modules/channel/channel.schema';
import { readChannelPlace, type ChannelPlaceDeps } from '@/lib/modules/channel/read-channel-place';

/** Of the messenger on the bank's website. Fixed, so that the website finds it again. */
export const SAMPLE_CHANNEL_ID = 'ag-bank-website';

/** The messenger that comes with Parley: Freddy on the website of AG Bank. */
export function buildSampleChannel(botId: string): ChannelInput {
  return channelInputSchema.parse({
    name: 'AG Bank website',
    botId,
    settings: {
      appearance: { accent: '#0b5d57' },
      texts: {
        en: { title: 'AG Bank', subtitle: 'Freddy answers at any time', welcome: 'Hello, I am Freddy. What can I do for you?', webViewDone: 'Thank you. Freddy has what the page sent.' },
      },
    },
  });
}

/** The messenger for the bank's website; null in an installation that never had it, or where it was deleted. */
export async function findSampleChannelId(deps: ChannelPlaceDeps): Promise<string | null> {
  return (await readChannelPlace(deps, SAMPLE_CHANNEL_ID)) && SAMPLE_CHANNEL_ID;
}
