'use client';

import { useState } from 'react';

import { ImageLightbox } from '@/components/messenger/parts/image-lightbox';
import { MediaFailure } from '@/components/messenger/parts/media-frame';
import { toSafeUrl } from '@/components/messenger/safe-url';
import { useWords } from '@/components/messenger/words/messenger-locale';

/** Properties of `ImagePart`. */
export type ImagePartProps = { url: string; description: string | undefined };

/** An image in a message; a click shows it as large as the window allows. */
export function ImagePart({ url, description }: ImagePartProps) {
  const words = useWords();
  const [hasFailed, setHasFailed] = useState(false);
  const [isLarge, setIsLarge] = useState(false);
  const safeUrl = toSafeUrl(url, 'media');
  if (safeUrl === null || hasFailed) return <MediaFailure what={description ? `${words.image} “${description}”` : words.image} url={safeUrl} />;
  const alt = description ?? '';
  return (
    <>
      <button
        type="button"
        aria-label={words.enlarge(alt)}
        aria-haspopup="dialog"
        onClick={() => setIsLarge(true)}
        className="block max-w-full cursor-zoom-in overflow-hidden rounded-lg outline-(--messenger-accent-text)"
      >
        {/* Images of bots come from anywhere; Next's own loader would have to know every host. */}
        <img src={safeUrl} alt={alt} loading="lazy" onError={() => setHasFailed(true)} className="max-h-72 min-h-10 max-w-full object-contain" />
      </button>
      {isLarge ? <ImageLightbox url={safeUrl} description={alt} onClose={() => setIsLarge(false)} /> : null}
    </>
  );
}
