'use client';

import { ChannelEditor } from '@/components/studio/channels/editor/channel-editor';
import { LoadFailure } from '@/components/studio/frame/load-failure';
import { Page } from '@/components/studio/frame/page';
import { SkeletonRows } from '@/components/ui/skeleton';
import { useChannel } from '@/lib/client/use-channels';

/** One channel. */
export function ChannelPage({ channelId }: { channelId: string }) {
  const channel = useChannel(channelId);
  if (channel.data) return <ChannelEditor key={channel.data.id} channel={channel.data} />;
  return (
    <Page title="Channel" breadcrumbs={[{ label: 'Channels', href: '/channels' }]}>
      {channel.isError ? (
        <LoadFailure error={channel.error} what="The channel" onRetry={() => void channel.refetch()} back={{ label: 'All channels', href: '/channels' }} />
      ) : (
        <SkeletonRows label="Loading the channel" />
      )}
    </Page>
  );
}
