'use client';

import { useMemo, useRef, useState, type Ref } from 'react';

import { Composer } from '@/components/messenger/composer';
import { MessageList } from '@/components/messenger/message-list';
import { MessengerContext, type MessengerActions, type MessengerPage } from '@/components/messenger/messenger-context';
import { MessengerTheme } from '@/components/messenger/messenger-theme';
import { toTextOnly } from '@/components/messenger/to-text-only';
import { usePacedMessages } from '@/components/messenger/use-paced-messages';
import { WebViewPanel } from '@/components/messenger/web-view-panel';
import { useCurrentBot } from '@/components/studio/bots/bot-context';
import { ChatNotices } from '@/components/studio/preview/chat/chat-notices';
import { PlacedTurnsContext, renderAbove, renderBelow } from '@/components/studio/preview/chat/placed-turns';
import { PendingMessages } from '@/components/studio/preview/chat/pending-messages';
import { placeTurnEvents } from '@/components/studio/preview/chat/turn-events';
import { useChat, type Chat } from '@/components/studio/preview/chat/use-chat';
import { usePreviewParts } from '@/components/studio/preview/preview-context';
import { openPreviewSession, usePreviewText } from '@/components/studio/preview/use-preview-session';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { SkeletonRows } from '@/components/ui/skeleton';
import { useTurns } from '@/lib/client/use-turns';
import { useWatchedConversation } from '@/lib/client/use-watched-conversation';
import type { Message } from '@/lib/engine/messages/message.schema';
import { isTextOnlyChannel } from '@/lib/engine/messages/text-only-channel';
import type { ConversationTurn } from '@/lib/modules/conversation/conversation.schema';

/** The chat with the draft. Give it `key={conversationId}`. */
export function ChatView({ conversationId }: { conversationId: string }) {
  const { preview } = usePreviewParts();
  const chat = useChat(preview, conversationId);
  if (chat.messages) return <OpenChat conversationId={conversationId} chat={chat} messages={chat.messages} />;
  if (!chat.problem) return <SkeletonRows label="Loading the conversation" />;
  return (
    <Callout
      tone="bad"
      isAnnounced
      className="m-3"
      what="The conversation could not be loaded"
      why={chat.problem.message}
      actions={
        <Button size="sm" onClick={() => preview.restart()}>
          Begin a new one
        </Button>
      }
    />
  );
}

function OpenChat({ conversationId, chat, messages }: { conversationId: string; chat: Chat; messages: readonly Message[] }) {
  const { preview } = usePreviewParts();
  const bot = useCurrentBot();
  const composerRef = useRef<HTMLTextAreaElement>(null);
  const turns = useTurns(conversationId).data ?? noTurns;
  const placed = useMemo(() => ({ conversationId, turnBySeq: new Map(turns.flatMap((turn) => turn.messageSeqs.map((seq) => [seq, turn] as const))), eventsBySeq: placeTurnEvents(turns) }), [conversationId, turns]);
  const { shown, isHolding } = usePacedMessages(messages, !preview.isFresh);
  const { page, openPage, closePage } = useWebView(turns);
  // The page posts when it likes, perhaps without a message.
  useWatchedConversation(conversationId, page !== null);
  const isClosed = preview.conversation?.status === 'closed';
  const actions: MessengerActions = {
    answer(answer) {
      chat.say(answer);
      // The chip that was tapped goes away, and with it the focus.
      composerRef.current?.focus();
    },
    openPage,
    async upload(file) {
      await chat.upload(file);
      return null;
    },
    canAnswer: !isClosed,
  };
  const isTextOnly = isTextOnlyChannel(preview.conversation?.consumer.channel ?? '');
  const drawn = useMemo(() => (isTextOnly ? shown.map(toTextOnly) : shown), [isTextOnly, shown]);
  return (
    <MessengerTheme className="relative flex min-h-0 flex-1 flex-col">
      <ChatNotices conversationId={conversationId} />
      <MessengerContext value={actions}>
        <PlacedTurnsContext value={placed}>
          <MessageList messages={drawn} isTyping={isHolding || chat.isAnswering} botName={bot.name} renderAbove={renderAbove} renderBelow={renderBelow}>
            {messages.length === 0 && chat.pending.length === 0 && !chat.isAnswering ? <p className="py-2 text-center text-sm text-muted">The bot has said nothing yet. Say something, or let a dialog begin.</p> : null}
            <PendingMessages chat={chat} />
          </MessageList>
        </PlacedTurnsContext>
      </MessengerContext>
      <ChatComposer ref={composerRef} chat={chat} isClosed={isClosed} />
      {page ? <WebViewPanel key={page.url} page={page} onClose={closePage} /> : null}
    </MessengerTheme>
  );
}

/** Draws anew with each letter; the messages above do not. */
function ChatComposer({ chat, isClosed, ref }: { chat: Chat; isClosed: boolean; ref: Ref<HTMLTextAreaElement> }) {
  const { botId } = usePreviewParts().preview;
  const text = usePreviewText(botId);
  return (
    <Composer
      ref={ref}
      text={text}
      onTextChange={openPreviewSession(botId).setText}
      onSend={(said) => chat.say({ text: said, payload: null, metadata: [] })}
      sentTexts={chat.sentTexts}
      isEnabled={!isClosed}
      placeholder={isClosed ? 'The conversation is closed' : 'Say something'}
    />
  );
}

/** The page that is open over the chat; it goes away by itself once a page has posted. */
function useWebView(turns: readonly ConversationTurn[]) {
  const [opened, setOpened] = useState<{ page: MessengerPage; afterTurn: number } | null>(null);
  const isDone = opened !== null && turns.some(({ number, event }) => number > opened.afterTurn && event.kind === 'web-view-posted');
  return {
    page: isDone ? null : (opened?.page ?? null),
    openPage: (page: MessengerPage) => setOpened({ page, afterTurn: turns.at(-1)?.number ?? 0 }),
    closePage: () => setOpened(null),
  };
}

const noTurns: readonly ConversationTurn[] = [];
