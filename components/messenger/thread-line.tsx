import type { ReactNode } from 'react';

import { cn } from '@/components/ui/class-names';

/** A line across the thread with a few words in it: a day, a notice, the beginning of what is new. */
export function ThreadLine({ children, isAccented = false }: { children: ReactNode; isAccented?: boolean }) {
  return (
    <div
      className={cn(
        'flex w-full items-center gap-2 py-1 text-xs before:h-px before:flex-1 after:h-px after:flex-1',
        isAccented ? 'font-medium text-(--messenger-accent-text) before:bg-(--messenger-accent-text)/60 after:bg-(--messenger-accent-text)/60' : 'text-(--messenger-muted) before:bg-(--messenger-line)/40 after:bg-(--messenger-line)/40',
      )}
    >
      <span className="flex max-w-[80%] items-center gap-1.5 text-center">{children}</span>
    </div>
  );
}
