'use client';

import { useEffect, useState } from 'react';

import { useWords } from '@/components/messenger/words/messenger-locale';

/** Takes files that are dropped anywhere on the messenger, and shows so while they are above it. */
export function DropTarget({ onFiles }: { onFiles: (files: readonly File[]) => void }) {
  const words = useWords();
  const [isOver, setIsOver] = useState(false);
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      setIsOver(true);
    };
    const leave = (event: DragEvent) => (event.relatedTarget === null ? setIsOver(false) : undefined);
    const drop = (event: DragEvent) => {
      setIsOver(false);
      const files = [...(event.dataTransfer?.files ?? [])];
      // A part that asks for a file has taken it already.
      if (files.length === 0 || event.defaultPrevented) return;
      event.preventDefault();
      onFiles(files);
    };
    window.addEventListener('dragover', over);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', over);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
    };
  }, [onFiles]);
  if (!isOver) return null;
  return (
    <div aria-hidden className="pointer-events-none absolute inset-2 z-30 flex items-center justify-center rounded-lg border-2 border-dashed border-(--messenger-accent-text) bg-(--messenger-ground)/90 text-lg font-medium text-(--messenger-accent-text)">
      {words.dropFiles}
    </div>
  );
}
