import { ChannelPage } from '@/components/studio/channels/channel-page';

/** One messenger. */
export default async function Channel({ params }: { params: Promise<{ channelId: string }> }) {
  const { channelId } = await params;
  return <ChannelPage channelId={channelId} />;
}
