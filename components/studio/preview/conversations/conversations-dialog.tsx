'use client';

import { History } from 'lucide-react';
import Link from 'next/link';
import { useState } from 'react';

import { toConversationHref } from '@/components/studio/conversations/conversation-href';
import { ReplayResult } from '@/components/studio/preview/conversations/replay-result';
import { usePreviewParts } from '@/components/studio/preview/preview-context';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { buttonStyle } from '@/components/ui/button-style';
import { Callout } from '@/components/ui/callout';
import { Dialog, DialogContent } from '@/components/ui/dialog';
import { EmptyState } from '@/components/ui/empty-state';
import { RelativeTime } from '@/components/ui/relative-time';
import { SkeletonRows } from '@/components/ui/skeleton';
import { useConversations } from '@/lib/client/use-conversations';
import type { Conversation } from '@/lib/modules/conversation/conversation.schema';

/** The bot's recent conversations, previews with their branches and live ones: open a preview again, or replay one against the draft. */
export function ConversationsDialog({ onClose }: { onClose: () => void }) {
  const { preview } = usePreviewParts();
  const conversations = useConversations(preview.botId);
  const [replayed, setReplayed] = useState<Conversation | null>(null);
  return (
    <Dialog open onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}>
      <DialogContent
        size="lg"
        title={replayed ? 'Replay against the draft' : 'Recent conversations'}
        description={replayed ? 'What was said then, said again to the draft. No API is called: the recorded answers stand in.' : 'Open a preview or a branch again, or see what the draft would say now.'}
      >
        {replayed ? (
          <ReplayResult conversation={replayed} onBack={() => setReplayed(null)} />
        ) : conversations.isError ? (
          <Callout tone="bad" what="The conversations could not be loaded" why={conversations.error.message} />
        ) : !conversations.data ? (
          <SkeletonRows label="Loading conversations" />
        ) : conversations.data.length === 0 ? (
          <EmptyState icon={History} title="No conversations yet" />
        ) : (
          <ul aria-label="Conversations" className="flex flex-col divide-y divide-line rounded-md border border-line">
            {conversations.data.map((conversation) => (
              <ConversationLine
                key={conversation.id}
                botId={preview.botId}
                conversation={conversation}
                isShown={conversation.id === preview.session.conversationId}
                onReplay={() => setReplayed(conversation)}
                onLeave={onClose}
                onOpen={() => {
                  preview.open(conversation.id);
                  onClose();
                }}
              />
            ))}
          </ul>
        )}
      </DialogContent>
    </Dialog>
  );
}

type LineProps = { botId: string; conversation: Conversation; isShown: boolean; onReplay: () => void; onOpen: () => void; onLeave: () => void };

function ConversationLine({ botId, conversation, isShown, onReplay, onOpen, onLeave }: LineProps) {
  const { kind, channel, lastSeq, status, options, updatedAt } = conversation;
  return (
    <li className="flex flex-wrap items-center gap-2 px-3 py-1.5">
      <Badge tone={kind === 'live' ? 'accent' : 'neutral'}>{kind === 'live' ? 'Live' : options.branchedFrom ? 'Branch' : 'Preview'}</Badge>
      <span className="min-w-0 flex-1">
        <RelativeTime at={updatedAt} />
        <span className="text-muted">
          {' '}
          · {lastSeq} {lastSeq === 1 ? 'message' : 'messages'} · {channel}
          {status === 'open' ? null : ` · ${status === 'closed' ? 'closed' : 'with a person'}`}
          {options.branchedFrom ? ` · from after turn ${options.branchedFrom.afterTurn}` : null}
        </span>
      </span>
      {isShown ? <Badge tone="good">Shown</Badge> : null}
      {kind === 'preview' && !isShown ? (
        <Button size="sm" onClick={onOpen}>
          Open
        </Button>
      ) : null}
      {kind === 'live' ? (
        <Link href={toConversationHref(botId, { conversationId: conversation.id })} onNavigate={onLeave} className={buttonStyle({ size: 'sm' })}>
          Open
        </Link>
      ) : null}
      <Button size="sm" onClick={onReplay}>
        Replay against the draft
      </Button>
    </li>
  );
}
