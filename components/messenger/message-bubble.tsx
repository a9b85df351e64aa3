'use client';

import type { ShownMessage } from '@/components/messenger/group-messages';
import { MessagePart } from '@/components/messenger/parts/message-part';
import { cn } from '@/components/ui/class-names';
import type { MessagePart as Part } from '@/lib/engine/messages/message.schema';

/** Properties of `MessageBubble`. */
export type MessageBubbleProps = {
  message: Pick<ShownMessage, 'actor' | 'visibility' | 'parts'>;
  /** The first of its group; its corner points to the sender. */
  isFirst: boolean;
  /** Whether the consumer has not answered it yet. */
  isOpen: boolean;
};

/** One message: texts and files in a bubble, everything else as wide as the conversation. */
export function MessageBubble({ message, isFirst, isOpen }: MessageBubbleProps) {
  const isOwn = message.actor.kind === 'consumer';
  return (
    <div className={cn('flex w-full flex-col gap-1.5', isOwn ? 'items-end' : 'items-start')}>
      {message.parts.map((part, index) =>
        isGone(part, isOpen) ? null : isInBubble(part) ? (
          <div key={index} className={cn('w-fit max-w-[85%] rounded-2xl px-3.5 py-2 forced-colors:border', bubbleStyle(message), isFirst && index === 0 && (isOwn ? 'rounded-se-md' : 'rounded-ss-md'))}>
            <MessagePart part={part} isOpen={isOpen} />
          </div>
        ) : (
          <div key={index} className={cn('max-w-full', isNarrow(part) ? 'w-fit' : 'w-full max-w-90')}>
            <MessagePart part={part} isOpen={isOpen} />
          </div>
        ),
      )}
    </div>
  );
}

function bubbleStyle({ actor, visibility }: MessageBubbleProps['message']): string {
  if (visibility === 'private') return 'border border-dashed border-warn bg-warn-soft text-ink';
  if (actor.kind === 'consumer') return 'bg-(--messenger-own) text-(--messenger-own-ink)';
  if (actor.kind === 'system') return 'border border-(--messenger-line)/45 text-(--messenger-muted)';
  return 'bg-(--messenger-bubble) text-(--messenger-bubble-ink)';
}

/** Quick replies go away once they are answered. */
function isGone(part: Part, isOpen: boolean): boolean {
  return part.kind === 'quick-replies' && !isOpen;
}

function isInBubble(part: Part): boolean {
  return part.kind === 'text' || part.kind === 'file';
}

function isNarrow(part: Part): boolean {
  return part.kind === 'image';
}
