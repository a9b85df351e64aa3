'use client';

import { Lock } from 'lucide-react';
import type { ReactNode } from 'react';

import type { MessageGroup, ShownMessage } from '@/components/messenger/group-messages';
import { MessageBubble } from '@/components/messenger/message-bubble';
import { timeText } from '@/components/messenger/time-text';
import { useMessengerLocale } from '@/components/messenger/words/messenger-locale';
import type { MessengerWords } from '@/components/messenger/words/messenger-words';
import { cn } from '@/components/ui/class-names';

/** Properties of `MessageGroupView`. */
export type MessageGroupViewProps<Shown extends ShownMessage> = {
  group: MessageGroup<Shown>;
  botName: string;
  /** Messages behind this number are not answered yet. */
  openAfterSeq: number;
  renderAbove: ((message: Shown) => ReactNode) | undefined;
  renderBelow: ((message: Shown) => ReactNode) | undefined;
};

/** What one sender said in one go, with who and when. */
export function MessageGroupView<Shown extends ShownMessage>({ group, botName, openAfterSeq, renderAbove, renderBelow }: MessageGroupViewProps<Shown>) {
  const { words, language } = useMessengerLocale();
  const isOwn = group.actor.kind === 'consumer';
  const at = group.messages[0]?.createdAt ?? '';
  return (
    <li className={cn('flex flex-col gap-1', isOwn ? 'items-end' : 'items-start')}>
      <p className="flex items-center gap-1 px-1 text-xs text-(--messenger-muted)">
        {group.isPrivate ? <Lock aria-hidden className="size-3" /> : null}
        <span dir="auto">
          {toSenderName(group.actor.kind, botName, words)}
          {group.isPrivate ? `, ${words.privateNote}` : null}
        </span>
        <span aria-hidden>·</span>
        <time dateTime={at} className="tabular-nums">
          {timeText(at, language)}
        </time>
      </p>
      {group.messages.map((message, index) => (
        <div key={message.id} className={cn('flex w-full flex-col gap-1', isOwn ? 'items-end' : 'items-start')}>
          {renderAbove?.(message)}
          <MessageBubble message={message} isFirst={index === 0} isOpen={message.seq > openAfterSeq} />
          {renderBelow?.(message)}
        </div>
      ))}
    </li>
  );
}

/** Who says something, as it stands over it. */
export function toSenderName(kind: ShownMessage['actor']['kind'], botName: string, words: MessengerWords): string {
  return { consumer: words.you, bot: botName, operator: words.person, system: words.notice }[kind];
}
