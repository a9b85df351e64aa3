'use client';

import { ExternalLink, Trash2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';

import { BotState } from '@/components/studio/channels/bot-state';
import { DeleteChannelDialog } from '@/components/studio/channels/delete-channel-dialog';
import { ChannelForm } from '@/components/studio/channels/editor/channel-form';
import { toChannelConflict } from '@/components/studio/channels/editor/channel-values';
import { useChannelForm } from '@/components/studio/channels/editor/use-channel-form';
import { EmbedSection } from '@/components/studio/channels/embed/embed-section';
import { IdentitySection } from '@/components/studio/channels/embed/identity-section';
import { ChannelPreview } from '@/components/studio/channels/preview/channel-preview';
import { Segmented } from '@/components/studio/designer/segmented';
import { Page } from '@/components/studio/frame/page';
import { SaveActions, UnsavedSign } from '@/components/studio/frame/save-actions';
import { Button } from '@/components/ui/button';
import { ConflictDialog } from '@/components/ui/conflict-dialog';
import { Section } from '@/components/ui/section';
import { Pane, SplitHandle, SplitPane } from '@/components/ui/split-pane';
import { useIsNarrow } from '@/components/ui/use-is-narrow';
import { useBots } from '@/lib/client/use-bots';
import type { Channel } from '@/lib/modules/channel/channel.schema';

type Side = 'form' | 'preview';

/** Everything about a channel, with how it looks beside it. */
export function ChannelEditor({ channel }: { channel: Channel }) {
  const router = useRouter();
  const form = useChannelForm(channel);
  const bots = useBots();
  const isNarrow = useIsNarrow(1_024);
  const [side, setSide] = useState<Side>('form');
  const [isDeleting, setIsDeleting] = useState(false);
  const botName = (botId: string) => bots.data?.find(({ id }) => id === botId)?.name ?? channel.botName;
  const left = (
    <div className="@container relative min-h-0 flex-1 overflow-y-auto">
      <div className="flex max-w-180 flex-col gap-6 p-4 md:p-6">
        <ChannelForm form={form} isBotLive={form.base.botId === form.values.botId ? form.base.isBotLive : null} />
        <EmbedSection channel={channel} />
        <IdentitySection channel={channel} />
        <Section title="Delete" lead="Sites that embed the channel show nothing any more.">
          <div>
            <Button className="text-bad" onClick={() => setIsDeleting(true)}>
              <Trash2 aria-hidden />
              Delete channel…
            </Button>
          </div>
        </Section>
      </div>
    </div>
  );
  const right = <ChannelPreview channelId={channel.id} values={form.values} botName={botName(form.values.botId)} language={form.language} onLanguageChange={form.setLanguage} />;
  return (
    <Page
      title={form.base.name}
      isFilled
      breadcrumbs={[{ label: 'Channels', href: '/channels' }]}
      status={
        <>
          <BotState isLive={form.base.isBotLive} />
          <UnsavedSign isDirty={form.isDirty} />
        </>
      }
      actions={
        <>
          <Button asChild>
            <a href={`/messenger/${channel.id}`} target="_blank" rel="noreferrer">
              <ExternalLink aria-hidden />
              Open messenger
            </a>
          </Button>
          <SaveActions isDirty={form.isDirty} isBusy={form.isBusy} onSave={form.save} onDiscard={form.discard} />
        </>
      }
    >
      {isNarrow ? (
        <div className="flex border-b border-line px-3 py-1.5">
          <Segmented label="What is shown" value={side} options={sides} onChange={setSide} className="flex-1" />
        </div>
      ) : null}
      <SplitPane id="channel" only={isNarrow ? side : undefined} className="flex-1">
        <Pane id="form" minSize={380}>
          {left}
        </Pane>
        <SplitHandle label="Resize settings and preview" />
        <Pane id="preview" defaultSize={480} minSize={320} groupResizeBehavior="preserve-pixel-size">
          {right}
        </Pane>
      </SplitPane>
      {isDeleting ? <DeleteChannelDialog channel={channel} onOpenChange={setIsDeleting} onDeleted={() => router.replace('/channels')} /> : null}
      {form.conflict ? (
        <ConflictDialog
          open
          onOpenChange={form.closeConflict}
          what="this channel"
          rows={toChannelConflict(form.values, form.conflict, botName)}
          onKeepMine={form.keepMine}
          onTakeTheirs={form.takeTheirs}
        />
      ) : null}
    </Page>
  );
}

const sides: readonly { value: Side; label: string }[] = [
  { value: 'form', label: 'Settings' },
  { value: 'preview', label: 'Preview' },
];
