'use client';

import { MessagesSquare } from 'lucide-react';
import { useSearchParams } from 'next/navigation';
import { useState } from 'react';

import { useCurrentBot } from '@/components/studio/bots/bot-context';
import { toBuilderHref } from '@/components/studio/builder/builder-href';
import { ConversationMessages } from '@/components/studio/conversations/conversation-messages';
import { Segmented } from '@/components/studio/designer/segmented';
import { LoadFailure } from '@/components/studio/frame/load-failure';
import { Page } from '@/components/studio/frame/page';
import { useNavigate } from '@/components/studio/frame/use-navigate';
import { TraceContext } from '@/components/studio/preview/trace/trace-context';
import { TurnPicker } from '@/components/studio/preview/trace/turn-picker';
import { TurnTrace } from '@/components/studio/preview/trace/turn-trace';
import { usePreviewDraft } from '@/components/studio/preview/use-preview-draft';
import { Badge } from '@/components/ui/badge';
import { EmptyState } from '@/components/ui/empty-state';
import { SkeletonRows } from '@/components/ui/skeleton';
import { Pane, SplitHandle, SplitPane } from '@/components/ui/split-pane';
import { useIsNarrow } from '@/components/ui/use-is-narrow';
import { useConversation } from '@/lib/client/use-conversation';
import { useTurns } from '@/lib/client/use-turns';
import type { ConversationDetail } from '@/lib/modules/conversation/conversation.schema';

/** A conversation to read, live or preview: what was said, and why the bot said it. Nothing here changes it. */
export function ConversationPage({ conversationId }: { conversationId: string }) {
  const bot = useCurrentBot();
  const conversation = useConversation(conversationId);
  const detail = conversation.data;
  return (
    <Page
      title={`Conversation ${conversationId.slice(0, 8)}`}
      isFilled
      breadcrumbs={[
        { label: 'Bots', href: '/bots' },
        { label: bot.name, href: `/bots/${bot.id}/web-view?tab=inbox` },
      ]}
      status={detail ? <Badge tone={detail.kind === 'live' ? 'accent' : 'neutral'}>{toStatus(detail)}</Badge> : null}
    >
      {detail ? (
        <Loaded key={conversationId} conversation={detail} />
      ) : conversation.isError ? (
        <LoadFailure error={conversation.error} what="The conversation" onRetry={() => void conversation.refetch()} back={{ label: 'The bot’s Web View inbox', href: `/bots/${bot.id}/web-view?tab=inbox` }} />
      ) : (
        <SkeletonRows label="Loading the conversation" />
      )}
    </Page>
  );
}

function toStatus({ kind, status, releaseNumber }: ConversationDetail): string {
  const what = kind === 'live' ? `Live${releaseNumber === null ? '' : `, release ${releaseNumber}`}` : 'Preview';
  return status === 'open' ? what : `${what}, ${status === 'closed' ? 'closed' : 'with a person'}`;
}

type Side = 'messages' | 'trace';

function Loaded({ conversation }: { conversation: ConversationDetail }) {
  const bot = useCurrentBot();
  const navigate = useNavigate();
  const { names } = usePreviewDraft();
  const isNarrow = useIsNarrow();
  const turns = useTurns(conversation.id).data;
  const asked = Number(useSearchParams().get('turn') ?? Number.NaN);
  const [side, setSide] = useState<Side>('trace');
  const number = turns?.find((turn) => turn.number === asked)?.number ?? turns?.at(-1)?.number ?? null;
  const selectTurn = (next: number) => window.history.replaceState(null, '', `?turn=${next}`);
  const openInteraction = (dialogId: string, interactionId: string | null) => navigate(toBuilderHref(bot.id, { dialogId, interactionId }));
  const messages = <ConversationMessages conversation={conversation} botName={bot.name} />;
  const trace =
    number === null ? (
      turns ? <EmptyState icon={MessagesSquare} title="No turns yet" /> : <SkeletonRows label="Loading the turns" />
    ) : (
      <TraceContext value={{ botId: bot.id, names, openInteraction }}>
        <section aria-label="Trace" className="flex min-h-0 flex-1 flex-col bg-surface">
          <TurnPicker turns={turns ?? []} number={number} onNumberChange={selectTurn} />
          <TurnTrace conversationId={conversation.id} number={number} />
        </section>
      </TraceContext>
    );
  if (isNarrow) {
    return (
      <>
        <div className="flex border-b border-line px-3 py-1.5">
          <Segmented label="What is shown" value={side} options={sides} onChange={setSide} className="flex-1" />
        </div>
        {side === 'messages' ? messages : trace}
      </>
    );
  }
  return (
    <SplitPane id="conversation" className="flex-1">
      <Pane id="messages" defaultSize="45%" minSize={280}>
        {messages}
      </Pane>
      <SplitHandle label="Resize messages and trace" />
      <Pane id="trace" minSize={320}>
        {trace}
      </Pane>
    </SplitPane>
  );
}

const sides: readonly { value: Side; label: string }[] = [
  { value: 'messages', label: 'Messages' },
  { value: 'trace', label: 'Trace' },
];
