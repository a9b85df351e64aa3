'use client';

import { ArrowDown } from 'lucide-react';
import { useMemo, type ReactNode } from 'react';

import type { ShownMessage } from '@/components/messenger/group-messages';
import { MessageAnnouncer } from '@/components/messenger/message-announcer';
import { ThreadRowView } from '@/components/messenger/thread-row-view';
import { buildThreadRows, type ThreadExtras, type ThreadRow } from '@/components/messenger/thread-rows';
import { TypingDots } from '@/components/messenger/typing-dots';
import { useStickToEnd } from '@/components/messenger/use-stick-to-end';
import { useWords } from '@/components/messenger/words/messenger-locale';

/** Properties of `MessageList`. */
export type MessageListProps<Shown extends ShownMessage> = {
  /** In order; what is here is shown. */
  messages: readonly Shown[];
  isTyping: boolean;
  /** The bot's or company's name over its messages. */
  botName: string;
  /** Notices and the divider of what is new. */
  extras?: ThreadExtras | undefined;
  /** What the channel says once a page has posted. */
  webViewDone?: string;
  /** How many messages are being sent; one takes away what asks for an answer. */
  pendingCount?: number;
  /** Called while the beginning is near. Left out, there is nothing older. */
  onNearBeginning?: (() => void) | undefined;
  /** Says what happened before a message, for example that a person took over. */
  renderAbove?: (message: Shown) => ReactNode;
  /** Says more under a message, for example why the bot sent it. */
  renderBelow?: (message: Shown) => ReactNode;
  /** Stands before the oldest message: that older ones are loading. */
  beginning?: ReactNode;
  /** Stands after the newest message: what is being sent, a hint. */
  children?: ReactNode;
  /** How many messages have come that are not seen; stands on the button that leads there. */
  unseenCount?: number;
  /** Told when the newest message comes into sight or leaves it. */
  onAtEndChange?: (isAtEnd: boolean) => void;
};

const noExtras: ThreadExtras = { notices: [], unreadAfterSeq: null };

/** The conversation: messages grouped by sender, the newest in sight. Screen readers hear what comes from others. */
export function MessageList<Shown extends ShownMessage>({ messages, isTyping, botName, extras = noExtras, webViewDone = '', pendingCount = 0, ...rest }: MessageListProps<Shown>) {
  const words = useWords();
  const newestSeq = messages.at(-1)?.seq ?? 0;
  const lastOwnSeq = messages.findLast(({ actor }) => actor.kind === 'consumer')?.seq ?? 0;
  const answeredSeq = pendingCount > 0 ? newestSeq : lastOwnSeq;
  const { scrollerRef, contentRef, isAtEnd, goToEnd, noteScroll } = useStickToEnd({
    ownKey: `${lastOwnSeq}:${pendingCount}`,
    firstSeq: messages[0]?.seq ?? 0,
    onNearBeginning: rest.onNearBeginning,
    onAtEndChange: rest.onAtEndChange,
  });
  const rows = useMemo(() => buildThreadRows(messages, extras, new Date()), [messages, extras]);
  return (
    <div className="relative flex min-h-0 flex-1 flex-col">
      <div
        ref={scrollerRef}
        onScroll={noteScroll}
        tabIndex={0}
        role="region"
        aria-label={words.conversation}
        className="min-h-0 flex-1 overflow-x-hidden overflow-y-auto overscroll-contain [overflow-anchor:none] -outline-offset-2 outline-(--messenger-accent-text)"
      >
        <div ref={contentRef} className="flex min-h-full flex-col justify-end gap-3 p-3">
          {rest.beginning}
          <ol className="flex flex-col gap-3">
            {rows.map((row) => (
              <ThreadRowView
                key={row.key}
                row={row}
                botName={botName}
                webViewDone={webViewDone}
                openAfterSeq={toOpenAfterSeq(row, answeredSeq)}
                renderAbove={rest.renderAbove}
                renderBelow={rest.renderBelow}
              />
            ))}
          </ol>
          {rest.children}
          {isTyping ? <TypingDots /> : null}
        </div>
      </div>
      {isAtEnd ? null : <ToNewest unseenCount={rest.unseenCount ?? 0} onClick={goToEnd} />}
      <MessageAnnouncer messages={messages} isTyping={isTyping} botName={botName} />
    </div>
  );
}

/** Of a group only its own numbers matter, so that one answer does not draw all groups anew. */
function toOpenAfterSeq(row: ThreadRow, answeredSeq: number): number {
  if (row.kind !== 'group') return 0;
  return Math.min(row.group.messages.at(-1)?.seq ?? 0, Math.max(answeredSeq, (row.group.messages[0]?.seq ?? 1) - 1));
}

function ToNewest({ unseenCount, onClick }: { unseenCount: number; onClick: () => void }) {
  const words = useWords();
  return (
    <button
      type="button"
      aria-label={unseenCount > 0 ? `${words.toNewest}, ${words.unreadCount(unseenCount)}` : words.toNewest}
      onClick={onClick}
      className="absolute end-3 bottom-3 flex h-9 min-w-9 items-center justify-center gap-1 rounded-full border border-(--messenger-line) bg-(--messenger-ground) px-2 text-sm text-(--messenger-ink) shadow-sm outline-(--messenger-accent-text)"
    >
      {unseenCount > 0 ? <span className="ps-1 font-medium tabular-nums">{unseenCount}</span> : null}
      <ArrowDown aria-hidden className="size-4" />
    </button>
  );
}
