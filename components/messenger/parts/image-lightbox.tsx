'use client';

import { X } from 'lucide-react';
import { useEffect, useRef } from 'react';

import { useWords } from '@/components/messenger/words/messenger-locale';

/** Properties of `ImageLightbox`. */
export type ImageLightboxProps = { url: string; description: string; onClose: () => void };

/** An image over everything. Escape, the button and a click anywhere close it; the focus goes back by itself. */
export function ImageLightbox({ url, description, onClose }: ImageLightboxProps) {
  const words = useWords();
  const dialogRef = useRef<HTMLDialogElement>(null);

  useEffect(() => {
    const [dialog, before] = [dialogRef.current, document.activeElement];
    dialog?.showModal();
    return () => {
      dialog?.close();
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);

  return (
    <dialog
      ref={dialogRef}
      aria-label={description || words.image}
      onClose={onClose}
      onClick={onClose}
      // What is around must not hear the Escape that closes only the image.
      onKeyDown={(event) => event.stopPropagation()}
      className="fixed inset-0 m-0 size-full max-h-none max-w-none animate-appear cursor-zoom-out bg-black/85 backdrop:bg-transparent"
    >
      <div className="flex size-full items-center justify-center p-4 sm:p-10">
        <img src={url} alt={description} className="max-h-full max-w-full rounded-md object-contain" />
      </div>
      <button type="button" aria-label={words.close} onClick={onClose} className="absolute end-3 top-3 flex size-10 items-center justify-center rounded-full bg-black/60 text-white outline-white">
        <X aria-hidden className="size-5" />
      </button>
    </dialog>
  );
}
