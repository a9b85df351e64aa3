'use client';

import { EllipsisVertical } from 'lucide-react';
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';

import { headerButtonStyle } from '@/components/messenger/frame/messenger-header';

/** One line of the menu. */
export type MenuAction = { key: string; label: string; icon: ReactNode; run: () => void };

/** Properties of `ActionMenu`. */
export type ActionMenuProps = { label: string; actions: readonly MenuAction[] };

/** A button that opens a menu below itself. Source of its keys: ARIA authoring practices, "menu button". */
export function ActionMenu({ label, actions }: ActionMenuProps) {
  const [isOpen, setIsOpen] = useState(false);
  const rootRef = useRef<HTMLDivElement>(null);
  const buttonRef = useRef<HTMLButtonElement>(null);
  const menuId = useId();

  useEffect(() => {
    if (!isOpen) return;
    itemsOf(rootRef.current)[0]?.focus();
    const closeOutside = (event: PointerEvent | FocusEvent) => (event.target instanceof Node && rootRef.current?.contains(event.target) ? undefined : setIsOpen(false));
    const closeWithWindow = () => setIsOpen(false);
    document.addEventListener('pointerdown', closeOutside);
    document.addEventListener('focusin', closeOutside);
    window.addEventListener('blur', closeWithWindow);
    return () => {
      document.removeEventListener('pointerdown', closeOutside);
      document.removeEventListener('focusin', closeOutside);
      window.removeEventListener('blur', closeWithWindow);
    };
  }, [isOpen]);

  function close() {
    setIsOpen(false);
    buttonRef.current?.focus();
  }

  function moveByKey(event: KeyboardEvent) {
    const items = itemsOf(rootRef.current);
    const at = items.findIndex((item) => item === document.activeElement);
    const next = { ArrowDown: (at + 1) % items.length, ArrowUp: (at - 1 + items.length) % items.length, Home: 0, End: items.length - 1 }[event.key];
    if (event.key === 'Escape') close();
    else if (event.key === 'Tab') return setIsOpen(false);
    else if (next !== undefined) items[next]?.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <div ref={rootRef} className="relative">
      <button
        ref={buttonRef}
        type="button"
        aria-label={label}
        title={label}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={isOpen ? menuId : undefined}
        onClick={() => setIsOpen(!isOpen)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return;
          event.preventDefault();
          setIsOpen(true);
        }}
        className={headerButtonStyle}
      >
        <EllipsisVertical aria-hidden className="size-5" />
      </button>
      {isOpen ? (
        <div
          id={menuId}
          role="menu"
          aria-label={label}
          onKeyDown={moveByKey}
          className="absolute end-0 top-full z-30 mt-1 w-max max-w-[calc(100vw-2rem)] min-w-48 animate-appear rounded-lg border border-(--messenger-line)/60 bg-(--messenger-ground) p-1 text-(--messenger-ink) shadow-lg"
        >
          {actions.map(({ key, label: text, icon, run }) => (
            <button
              key={key}
              type="button"
              role="menuitem"
              tabIndex={-1}
              onClick={() => {
                close();
                run();
              }}
              className="flex min-h-10 w-full items-center gap-2.5 rounded-md px-2.5 py-1.5 text-start outline-(--messenger-accent-text) -outline-offset-2 hover:bg-(--messenger-bubble) focus-visible:bg-(--messenger-bubble)"
            >
              <span className="text-(--messenger-muted)">{icon}</span>
              {text}
            </button>
          ))}
        </div>
      ) : null}
    </div>
  );
}

function itemsOf(root: HTMLElement | null): HTMLElement[] {
  return [...(root?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])];
}
