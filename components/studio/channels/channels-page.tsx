'use client';

import { Copy, ExternalLink, MessageCircle, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';

import { ChannelDialog } from '@/components/studio/channels/channel-dialog';
import { BotState } from '@/components/studio/channels/bot-state';
import { DeleteChannelDialog } from '@/components/studio/channels/delete-channel-dialog';
import { buildSnippet } from '@/components/studio/channels/embed/build-snippet';
import { LoadFailure } from '@/components/studio/frame/load-failure';
import { Page } from '@/components/studio/frame/page';
import { useNavigate } from '@/components/studio/frame/use-navigate';
import { Button } from '@/components/ui/button';
import { DataList } from '@/components/ui/data-list';
import type { DataColumn } from '@/components/ui/data-table';
import { DropdownMenuItem, DropdownMenuSeparator } from '@/components/ui/dropdown-menu';
import { EmptyState } from '@/components/ui/empty-state';
import { RelativeTime } from '@/components/ui/relative-time';
import { RowMenu } from '@/components/ui/row-menu';
import { SkeletonRows } from '@/components/ui/skeleton';
import { notify } from '@/components/ui/toaster';
import { useChannels } from '@/lib/client/use-channels';
import type { Channel } from '@/lib/modules/channel/channel.schema';

/** The list of channels. */
export function ChannelsPage() {
  const channels = useChannels();
  const navigate = useNavigate();
  const [isCreating, setIsCreating] = useState(false);
  const [toDelete, setToDelete] = useState<Channel | null>(null);
  const newButton = (
    <Button variant="primary" onClick={() => setIsCreating(true)}>
      <Plus aria-hidden />
      New channel
    </Button>
  );
  return (
    <Page title="Channels" isFilled actions={channels.data?.length ? newButton : null}>
      {channels.isPending ? <SkeletonRows label="Loading channels" /> : null}
      {channels.isError && !channels.data ? (
        <LoadFailure error={channels.error} what="The channels" onRetry={() => void channels.refetch()} back={{ label: 'Go to your bots', href: '/bots' }} />
      ) : null}
      {channels.data?.length === 0 ? (
        <EmptyState icon={MessageCircle} title="Put a bot on your website" action={newButton}>
          A channel is a messenger in your colours and words. One line of HTML shows it on any site.
        </EmptyState>
      ) : null}
      {channels.data?.length ? (
        <DataList
          label="Channels"
          noun={['channel', 'channels']}
          rows={channels.data}
          columns={columns}
          rowId={({ id }) => id}
          rowHref={({ id }) => `/channels/${id}`}
          rowText={channelText}
          initialOrder={{ columnId: 'name', direction: 'ascending' }}
          rowMenu={(channel, tabIndex) => (
            <RowMenu label={`Actions for ${channel.name}`} tabIndex={tabIndex}>
              <DropdownMenuItem onSelect={() => void copySnippet(channel)}>
                <Copy aria-hidden />
                Copy the snippet
              </DropdownMenuItem>
              <DropdownMenuItem asChild>
                <a href={`/messenger/${channel.id}`} target="_blank" rel="noreferrer">
                  <ExternalLink aria-hidden />
                  Open the messenger
                </a>
              </DropdownMenuItem>
              <DropdownMenuSeparator />
              <DropdownMenuItem tone="danger" onSelect={() => setToDelete(channel)}>
                <Trash2 aria-hidden />
                Delete…
              </DropdownMenuItem>
            </RowMenu>
          )}
        />
      ) : null}
      <ChannelDialog open={isCreating} onOpenChange={setIsCreating} onCreated={(channel) => navigate(`/channels/${channel.id}`)} />
      {toDelete ? <DeleteChannelDialog channel={toDelete} onOpenChange={() => setToDelete(null)} /> : null}
    </Page>
  );
}

async function copySnippet(channel: Channel): Promise<void> {
  try {
    await navigator.clipboard.writeText(buildSnippet({ origin: window.location.origin, channelId: channel.id }));
    notify.success(`Copied the snippet of ${channel.name}`);
  } catch {
    notify.error('Nothing was copied', 'The browser refused access to the clipboard. Open the channel and copy its snippet by hand.');
  }
}

function channelText({ name, botName, settings }: Channel): string {
  return [name, botName, ...settings.allowedOrigins].join(' ');
}

const columns: DataColumn<Channel>[] = [
  { id: 'name', header: 'Name', cell: (row) => row.name, sortValue: (row) => row.name, className: 'w-auto md:w-56 xl:w-80' },
  { id: 'bot', header: 'Bot', cell: (row) => row.botName, sortValue: (row) => row.botName, className: 'w-36 max-sm:hidden md:w-48' },
  { id: 'state', header: 'State', cell: (row) => <BotState isLive={row.isBotLive} />, sortValue: (row) => (row.isBotLive ? 0 : 1), className: 'w-36' },
  {
    id: 'origins',
    header: 'Shown on',
    cell: ({ settings: { allowedOrigins } }) => (allowedOrigins.length === 0 ? <span className="text-muted">any site</span> : <code className="text-xs text-muted">{allowedOrigins.join(', ')}</code>),
    sortValue: (row) => row.settings.allowedOrigins.join(' '),
    className: 'max-lg:hidden',
  },
  {
    id: 'changed',
    header: 'Changed',
    cell: (row) => <RelativeTime at={row.updatedAt} className="relative z-10 text-muted" />,
    sortValue: (row) => Date.parse(row.updatedAt),
    className: 'w-32 max-md:hidden',
  },
];
