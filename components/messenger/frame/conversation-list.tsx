'use client';

import { Plus } from 'lucide-react';
import { useEffect, useRef } from 'react';

import { useFrame, useMessengerState } from '@/components/messenger/frame/client-context';
import { dayText } from '@/components/messenger/day-text';
import { timeText } from '@/components/messenger/time-text';
import { useMessengerLocale } from '@/components/messenger/words/messenger-locale';
import type { ConsumerConversation } from '@/lib/modules/messenger/messenger.schema';

/** Properties of `ConversationList`. */
export type ConversationListProps = { onOpen: (conversationId: string) => void; onNew: () => void };

/** The consumer's conversations, the most recently active first. */
export function ConversationList({ onOpen, onNew }: ConversationListProps) {
  const { isAvailable } = useFrame();
  const { words } = useMessengerLocale();
  const conversations = useMessengerState((state) => state.conversations);
  const headingRef = useRef<HTMLHeadingElement>(null);
  useEffect(() => headingRef.current?.focus(), []);
  return (
    <section className="flex min-h-0 flex-1 flex-col">
      <h2 ref={headingRef} tabIndex={-1} className="shrink-0 px-4 pt-3 pb-1 font-semibold outline-none">
        {words.conversations}
      </h2>
      {conversations.length === 0 ? <p className="px-4 py-6 text-(--messenger-muted)">{words.noConversations}</p> : null}
      <ul className="min-h-0 flex-1 overflow-y-auto px-2">
        {conversations.map((conversation) => (
          <li key={conversation.id}>
            <Line conversation={conversation} onOpen={() => onOpen(conversation.id)} />
          </li>
        ))}
      </ul>
      {isAvailable ? (
        <div className="shrink-0 border-t border-(--messenger-line)/45 p-3 pb-[max(--spacing(3),env(safe-area-inset-bottom))]">
          <button type="button" onClick={onNew} className="flex min-h-11 w-full items-center justify-center gap-2 rounded-lg bg-(--messenger-accent) px-4 font-medium text-(--messenger-accent-ink) outline-(--messenger-accent-text)">
            <Plus aria-hidden className="size-4.5" />
            {words.newConversation}
          </button>
        </div>
      ) : null}
    </section>
  );
}

function Line({ conversation, onOpen }: { conversation: ConsumerConversation; onOpen: () => void }) {
  const { botName } = useFrame();
  const { words, language } = useMessengerLocale();
  const { latest, status, unreadCount, updatedAt } = conversation;
  const at = new Date(latest?.createdAt ?? updatedAt);
  const now = new Date();
  const isToday = at.toDateString() === now.toDateString();
  const text = latest === null ? words.nothingSaid : latest.actorKind === 'consumer' ? words.youSaid(latest.text) : withoutChoices(latest.text);
  return (
    <button type="button" onClick={onOpen} className="flex w-full items-start gap-3 rounded-lg px-2 py-2.5 text-start outline-(--messenger-accent-text) -outline-offset-2 hover:bg-(--messenger-bubble)">
      <span className="min-w-0 flex-1">
        <span className="flex items-baseline gap-2">
          <span dir="auto" className={unreadCount > 0 ? 'min-w-0 flex-1 truncate text-start font-semibold rtl:text-right' : 'min-w-0 flex-1 truncate text-start font-medium rtl:text-right'}>
            {latest?.actorKind === 'operator' ? words.person : botName}
          </span>
          <time dateTime={at.toISOString()} className="shrink-0 text-xs text-(--messenger-muted) tabular-nums">
            {isToday ? timeText(at.toISOString(), language) : dayText(at, now, { words, language })}
          </time>
        </span>
        <span className="flex items-center gap-2">
          <span dir="auto" className={unreadCount > 0 ? 'min-w-0 flex-1 truncate text-sm rtl:text-right' : 'min-w-0 flex-1 truncate text-sm text-(--messenger-muted) rtl:text-right'}>
            {text}
          </span>
          {status === 'closed' ? <span className="shrink-0 rounded-full border border-(--messenger-line)/60 px-2 text-xs text-(--messenger-muted)">{words.ended}</span> : null}
          {unreadCount > 0 ? (
            <span className="flex h-5 min-w-5 shrink-0 items-center justify-center rounded-full bg-(--messenger-accent) px-1.5 text-xs font-semibold text-(--messenger-accent-ink) tabular-nums">
              <span aria-hidden>{unreadCount}</span>
              <span className="sr-only">{words.unreadCount(unreadCount)}</span>
            </span>
          ) : null}
        </span>
      </span>
    </button>
  );
}

/** Choices stand in brackets behind a plain text; in one line they only take room. */
function withoutChoices(text: string): string {
  const at = text.search(/\s\[/);
  return at > 0 ? text.slice(0, at) : text;
}
