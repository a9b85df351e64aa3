'use client';

import { useEffect, useRef, type KeyboardEvent } from 'react';

import { emojiGroups } from '@/components/messenger/frame/emoji-groups';
import { useWords } from '@/components/messenger/words/messenger-locale';
import type { MessengerWords } from '@/components/messenger/words/messenger-words';

/** Properties of `EmojiPicker`. */
export type EmojiPickerProps = { onPick: (emoji: string) => void; onClose: () => void };

const COLUMNS = 7;

/** Emoji to choose from, above the field. Arrow keys move, Enter picks, Escape closes. */
export function EmojiPicker({ onPick, onClose }: EmojiPickerProps) {
  const words = useWords();
  const rootRef = useRef<HTMLDivElement>(null);
  const latestClose = useRef(onClose);
  useEffect(() => {
    latestClose.current = onClose;
  });

  useEffect(() => {
    emojiOf(rootRef.current)[0]?.focus();
    const closeOutside = (event: PointerEvent) => (event.target instanceof Node && rootRef.current?.parentElement?.contains(event.target) ? undefined : latestClose.current());
    document.addEventListener('pointerdown', closeOutside);
    return () => document.removeEventListener('pointerdown', closeOutside);
  }, []);

  function moveByKey(event: KeyboardEvent<HTMLElement>) {
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      return onClose();
    }
    const forward = getComputedStyle(event.currentTarget).direction === 'rtl' ? -1 : 1;
    const step = { ArrowRight: forward, ArrowLeft: -forward, ArrowDown: COLUMNS, ArrowUp: -COLUMNS }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const buttons = emojiOf(rootRef.current);
    const at = buttons.findIndex((button) => button === document.activeElement);
    buttons[Math.max(0, Math.min(buttons.length - 1, at + step))]?.focus();
  }

  return (
    <div
      ref={rootRef}
      role="dialog"
      aria-label={words.emoji}
      onKeyDown={moveByKey}
      className="absolute start-0 bottom-full z-20 mb-2 flex h-64 w-74 max-w-[calc(100vw-1rem)] animate-appear flex-col overflow-y-auto rounded-lg border border-(--messenger-line)/60 bg-(--messenger-ground) p-2 shadow-lg"
    >
      {(Object.keys(emojiGroups) as (keyof MessengerWords['emojiGroups'])[]).map((group, groupIndex) => (
        <section key={group} aria-label={words.emojiGroups[group]}>
          <h3 className="px-1 pt-1 text-xs text-(--messenger-muted)">{words.emojiGroups[group]}</h3>
          <div className="grid grid-cols-7">
            {emojiGroups[group].map((emoji, index) => (
              <button
                key={emoji}
                type="button"
                tabIndex={groupIndex === 0 && index === 0 ? 0 : -1}
                onClick={() => onPick(emoji)}
                className="flex aspect-square items-center justify-center rounded-md text-xl outline-(--messenger-accent-text) -outline-offset-2 hover:bg-(--messenger-bubble)"
              >
                {emoji}
              </button>
            ))}
          </div>
        </section>
      ))}
    </div>
  );
}

function emojiOf(root: HTMLElement | null): HTMLElement[] {
  return [...(root?.querySelectorAll<HTMLElement>('button') ?? [])];
}
