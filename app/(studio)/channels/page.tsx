import { ChannelsPage } from '@/components/studio/channels/channels-page';

/** All messengers. */
export default function Channels() {
  return <ChannelsPage />;
}
