'use client';

import { cn } from '@/components/ui/class-names';
import { shortcutLabels, type ShortcutKeys } from '@/components/ui/shortcut-keys';
import { useIsApple } from '@/components/ui/use-is-apple';

/** Shows a key combination as the person's own keyboard has it: ⌘ ⏎ or Ctrl ⏎. */
export function Kbd({ keys, className }: { keys: ShortcutKeys; className?: string }) {
  const isApple = useIsApple();
  const labels = shortcutLabels(keys, isApple);
  return (
    <kbd className={cn('inline-flex items-center gap-0.5 align-middle font-sans text-xs', className)}>
      {labels.map((label) => (
        <span
          key={label}
          className="inline-flex h-4.5 min-w-4.5 items-center justify-center rounded-sm border border-current/25 px-1 leading-none"
        >
          {label}
        </span>
      ))}
    </kbd>
  );
}
