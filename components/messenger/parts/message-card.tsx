'use client';

import { useState } from 'react';

import { MessageButtons } from '@/components/messenger/parts/message-buttons';
import { toSafeUrl } from '@/components/messenger/safe-url';
import { useWords } from '@/components/messenger/words/messenger-locale';
import { cn } from '@/components/ui/class-names';
import type { MessageCard as Card } from '@/lib/engine/messages/message.schema';

/** A card of a carousel or a tile: image, title, subtitle, buttons. */
export function MessageCard({ card, className }: { card: Card; className?: string }) {
  return (
    <div className={cn('flex flex-col overflow-hidden rounded-lg border border-(--messenger-line)/45 bg-(--messenger-ground)', className)}>
      <CardImage card={card} />
      <div className="flex flex-1 flex-col gap-2 p-3">
        <div dir="auto" className="flex-1 break-words">
          <p className="font-semibold">{card.title}</p>
          {card.subtitle ? <p className="text-sm whitespace-pre-wrap text-(--messenger-muted)">{card.subtitle}</p> : null}
        </div>
        {card.buttons.length > 0 ? <MessageButtons buttons={card.buttons} /> : null}
      </div>
    </div>
  );
}

function CardImage({ card }: { card: Card }) {
  const words = useWords();
  const [hasFailed, setHasFailed] = useState(false);
  const imageUrl = card.imageUrl ? toSafeUrl(card.imageUrl, 'media') : null;
  const itemUrl = card.itemUrl ? toSafeUrl(card.itemUrl, 'link') : null;
  // A card says what it says without its image too.
  if (imageUrl === null || hasFailed) return null;
  const image = <img src={imageUrl} alt="" onError={() => setHasFailed(true)} className="aspect-[16/9] w-full bg-(--messenger-bubble) object-cover" />;
  if (itemUrl === null) return image;
  return (
    <a href={itemUrl} target="_blank" rel="noopener noreferrer" aria-label={words.openTitle(card.title)} className="-outline-offset-2 outline-(--messenger-accent-text)">
      {image}
    </a>
  );
}
