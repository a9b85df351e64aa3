'use client';

import { MapPin } from 'lucide-react';

import { toMapUrl } from '@/components/messenger/universal/read-universal';
import { useWords } from '@/components/messenger/words/messenger-locale';

/** A place, as a link to a map; nothing is loaded from elsewhere until it is clicked. */
export function UniversalMap({ latitude, longitude, caption }: { latitude: number; longitude: number; caption: string }) {
  const words = useWords();
  return (
    <a
      href={toMapUrl(latitude, longitude)}
      target="_blank"
      rel="noopener noreferrer"
      className="flex items-center gap-2 rounded-lg border border-(--messenger-line)/45 px-3 py-2 outline-(--messenger-accent-text) hover:bg-(--messenger-bubble)"
    >
      <MapPin aria-hidden className="size-5 shrink-0 text-(--messenger-accent-text)" />
      <span className="min-w-0">
        <span className="block truncate font-medium">{caption || words.placeOnMap}</span>
        <span className="block text-xs text-(--messenger-muted) tabular-nums">
          {latitude.toFixed(5)}, {longitude.toFixed(5)}
        </span>
      </span>
    </a>
  );
}
