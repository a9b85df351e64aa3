'use client';

import { ArrowDown } from 'lucide-react';
import type { ReactNode } from 'react';

import { groupMessages } from '@/components/messenger/group-messages';
import { MessageAnnouncer } from '@/components/messenger/message-announcer';
import { MessageGroupView } from '@/components/messenger/message-group';
import { TypingDots } from '@/components/messenger/typing-dots';
import { useStickToEnd } from '@/components/messenger/use-stick-to-end';
import type { Message } from '@/lib/engine/messages/message.schema';

/** Properties of `MessageList`. */
export type MessageListProps = {
  /** In order; what is here is shown. */
  messages: readonly Message[];
  isTyping: boolean;
  /** The bot's or company's name over its messages. */
  botName: string;
  /** Says what happened before a message, for example that a person took over. */
  renderAbove?: (message: Message) => ReactNode;
  /** Says more under a message, for example why the bot sent it. */
  renderBelow?: (message: Message) => ReactNode;
  /** Stands after the newest message: what is being sent, a hint. */
  children?: ReactNode;
};

/** The conversation: messages grouped by sender, the newest in sight. Screen readers hear what comes from others. */
export function MessageList({ messages, isTyping, botName, renderAbove, renderBelow, children }: MessageListProps) {
  const lastOwnSeq = messages.findLast(({ actor }) => actor.kind === 'consumer')?.seq ?? 0;
  const { scrollerRef, contentRef, isAtEnd, goToEnd, noteScroll } = useStickToEnd(lastOwnSeq);
  return (
    <div className="relative flex min-h-0 flex-1 flex-col">
      <div ref={scrollerRef} onScroll={noteScroll} tabIndex={0} role="region" aria-label="Conversation" className="min-h-0 flex-1 overflow-y-auto -outline-offset-2 outline-(--messenger-accent)">
        <div ref={contentRef} className="flex min-h-full flex-col justify-end gap-3 p-3">
          <ol className="flex flex-col gap-3">
            {groupMessages(messages).map((group) => (
              <MessageGroupView key={group.key} group={group} botName={botName} lastOwnSeq={lastOwnSeq} renderAbove={renderAbove} renderBelow={renderBelow} />
            ))}
          </ol>
          {children}
          {isTyping ? <TypingDots /> : null}
        </div>
      </div>
      {isAtEnd ? null : (
        <button
          type="button"
          aria-label="Go to the newest message"
          onClick={goToEnd}
          className="absolute end-3 bottom-3 flex size-9 items-center justify-center rounded-full border border-(--messenger-line) bg-(--messenger-ground) text-(--messenger-ink) shadow-sm outline-(--messenger-accent)"
        >
          <ArrowDown aria-hidden className="size-4" />
        </button>
      )}
      <MessageAnnouncer messages={messages} isTyping={isTyping} botName={botName} />
    </div>
  );
}
