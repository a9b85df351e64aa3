'use client';

import { X } from 'lucide-react';
import { Dialog } from 'radix-ui';
import { useState } from 'react';

import { toSafeUrl } from '@/components/messenger/safe-url';
import { MediaFailure } from '@/components/messenger/parts/media-frame';

/** Properties of `ImagePart`. */
export type ImagePartProps = { url: string; description: string | undefined };

/** An image in a message; a click shows it as large as the window allows. */
export function ImagePart({ url, description }: ImagePartProps) {
  const [hasFailed, setHasFailed] = useState(false);
  const safeUrl = toSafeUrl(url, 'media');
  if (safeUrl === null || hasFailed) return <MediaFailure what={description ? `The image “${description}”` : 'The image'} url={safeUrl} />;
  const alt = description ?? '';
  return (
    <Dialog.Root>
      <Dialog.Trigger aria-label={description ? `Enlarge image: ${description}` : 'Enlarge image'} className="block max-w-full cursor-zoom-in overflow-hidden rounded-lg">
        {/* Images of bots come from anywhere; Next's own loader would have to know every host. */}
        <img src={safeUrl} alt={alt} onError={() => setHasFailed(true)} className="max-h-72 max-w-full object-contain" />
      </Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-50 animate-appear bg-black/85" />
        <Dialog.Content aria-describedby={undefined} className="fixed inset-0 z-50 flex items-center justify-center p-4 outline-none sm:p-10">
          <Dialog.Title className="sr-only">{description ?? 'Image'}</Dialog.Title>
          <Dialog.Close aria-label="Close image" className="absolute inset-0 cursor-zoom-out" />
          <img src={safeUrl} alt={alt} className="relative max-h-full max-w-full rounded-md object-contain" />
          <Dialog.Close aria-label="Close" tabIndex={-1} className="absolute end-3 top-3 flex size-10 items-center justify-center rounded-full bg-black/60 text-white">
            <X aria-hidden className="size-5" />
          </Dialog.Close>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
