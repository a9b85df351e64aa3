import { ArrowUpRight } from 'lucide-react';
import type { ComponentProps } from 'react';

import { cn } from '@/components/ui/class-names';

/** A link that leaves Parley, in a new tab, without telling the other side where from. */
export function ExternalLink({ className, children, ...props }: Omit<ComponentProps<'a'>, 'target' | 'rel'> & { href: string }) {
  return (
    <a
      target="_blank"
      rel="noopener noreferrer"
      className={cn('inline-flex items-baseline gap-0.5 rounded-sm text-accent underline underline-offset-2 hover:no-underline', className)}
      {...props}
    >
      {children}
      <ArrowUpRight aria-hidden className="size-3 shrink-0 self-center" />
      <span className="sr-only"> (opens in a new tab)</span>
    </a>
  );
}
