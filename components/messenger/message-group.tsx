'use client';

import { Lock } from 'lucide-react';
import type { ReactNode } from 'react';

import type { MessageGroup } from '@/components/messenger/group-messages';
import { MessageBubble } from '@/components/messenger/message-bubble';
import { cn } from '@/components/ui/class-names';
import type { Message } from '@/lib/engine/messages/message.schema';

/** Properties of `MessageGroupView`. */
export type MessageGroupViewProps = {
  group: MessageGroup;
  botName: string;
  /** Number of the consumer's newest message; what is older has been answered. */
  lastOwnSeq: number;
  renderAbove: ((message: Message) => ReactNode) | undefined;
  renderBelow: ((message: Message) => ReactNode) | undefined;
};

/** What one sender said in one go, with who and when. */
export function MessageGroupView({ group, botName, lastOwnSeq, renderAbove, renderBelow }: MessageGroupViewProps) {
  const isOwn = group.actor.kind === 'consumer';
  const isPrivate = group.visibility === 'private';
  const at = group.messages[0]?.createdAt ?? '';
  return (
    <li className={cn('flex flex-col gap-1', isOwn ? 'items-end' : 'items-start')}>
      <p className="flex items-center gap-1 px-1 text-xs text-(--messenger-muted)">
        {isPrivate ? <Lock aria-hidden className="size-3" /> : null}
        <span>
          {nameOf(group, botName)}
          {isPrivate ? ', private: for people only' : null}
        </span>
        <span aria-hidden>·</span>
        <time dateTime={at} className="tabular-nums">
          {timeFormat.format(new Date(at))}
        </time>
      </p>
      {group.messages.map((message, index) => (
        <div key={message.id} className={cn('flex w-full flex-col gap-1', isOwn ? 'items-end' : 'items-start')}>
          {renderAbove?.(message)}
          <MessageBubble message={message} isFirst={index === 0} isOpen={message.seq > lastOwnSeq} />
          {renderBelow?.(message)}
        </div>
      ))}
    </li>
  );
}

function nameOf({ actor }: MessageGroup, botName: string): string {
  switch (actor.kind) {
    case 'consumer':
      return 'You';
    case 'bot':
      return botName;
    case 'operator':
      return 'A person';
    case 'system':
      return 'Notice';
  }
}

const timeFormat = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' });
