import { Badge } from '@/components/ui/badge';

/** Whether consumers can talk in a channel: its bot has a live release. */
export function BotState({ isLive }: { isLive: boolean }) {
  return <Badge tone={isLive ? 'good' : 'warn'}>{isLive ? 'Bot is live' : 'Not published'}</Badge>;
}
