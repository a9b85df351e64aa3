import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

import { cn } from '@/components/ui/class-names';

/** Properties of `EmptyState`. */
export type EmptyStateProps = {
  icon: LucideIcon;
  title: ReactNode;
  /** What this place is for and what comes of the next step; two sentences at most. */
  children?: ReactNode;
  /** The one next step, a button or link. */
  action?: ReactNode;
  className?: string;
};

/** What a list shows while there is nothing in it, so that it teaches instead of being blank. */
export function EmptyState({ icon: Icon, title, children, action, className }: EmptyStateProps) {
  return (
    <div className={cn('flex flex-col items-center gap-1 px-6 py-12 text-center', className)}>
      <span className="mb-2 flex size-10 items-center justify-center rounded-lg border border-line bg-sunken text-faint">
        <Icon aria-hidden className="size-5" />
      </span>
      <h2 className="text-sm font-semibold">{title}</h2>
      {children ? <div className="max-w-96 text-balance text-muted">{children}</div> : null}
      {action ? <div className="mt-3">{action}</div> : null}
    </div>
  );
}
