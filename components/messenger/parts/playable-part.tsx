'use client';

import { useState } from 'react';

import { toSafeUrl } from '@/components/messenger/safe-url';
import { MediaFailure } from '@/components/messenger/parts/media-frame';
import { useWords } from '@/components/messenger/words/messenger-locale';

/** Properties of `PlayablePart`. */
export type PlayablePartProps = { kind: 'video' | 'audio'; url: string; description: string | undefined };

/** A video or a sound with the browser's own controls. */
export function PlayablePart({ kind, url, description }: PlayablePartProps) {
  const words = useWords();
  const [hasFailed, setHasFailed] = useState(false);
  const safeUrl = toSafeUrl(url, 'media');
  const what = kind === 'video' ? words.video : words.sound;
  if (safeUrl === null || hasFailed) return <MediaFailure what={description ? `${what} “${description}”` : what} url={safeUrl} />;
  const properties = { src: safeUrl, controls: true, preload: 'metadata', 'aria-label': description ?? what, onError: () => setHasFailed(true) } as const;
  return (
    <figure className="flex flex-col gap-1">
      {kind === 'video' ? <video {...properties} playsInline className="max-h-72 w-full rounded-lg bg-black" /> : <audio {...properties} className="w-full min-w-56" />}
      {description ? <figcaption className="text-sm text-(--messenger-muted)">{description}</figcaption> : null}
    </figure>
  );
}
