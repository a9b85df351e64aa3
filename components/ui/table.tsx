'use client';

import { useRef, type ComponentProps } from 'react';

import { cn } from '@/components/ui/class-names';
import { useIsOverflowing } from '@/components/ui/use-is-overflowing';

/** A table of data that scrolls sideways, with the arrow keys too, when it is too wide. Give it an `aria-label` or a caption. */
export function Table({ className, ...props }: ComponentProps<'table'>) {
  const scrollerRef = useRef<HTMLDivElement>(null);
  const isOverflowing = useIsOverflowing(scrollerRef);
  return (
    <div ref={scrollerRef} tabIndex={isOverflowing ? 0 : undefined} className="w-full overflow-x-auto focus-visible:-outline-offset-2">
      <table className={cn('w-full border-collapse text-left text-sm', className)} {...props} />
    </div>
  );
}

/** The head of a table; it stays in sight when its scroll area scrolls. */
export function TableHead({ className, ...props }: ComponentProps<'thead'>) {
  return <thead className={cn('bg-surface text-xs text-muted', className)} {...props} />;
}

/** The body of a table. */
export function TableBody({ className, ...props }: ComponentProps<'tbody'>) {
  return <tbody className={cn('[&>tr:last-child]:border-b-0', className)} {...props} />;
}

/** One row. `data-selected` marks the chosen one. */
export function TableRow({ className, ...props }: ComponentProps<'tr'>) {
  return (
    <tr
      className={cn('border-b border-line transition-colors [tbody>&]:hover:bg-raised/60 data-[selected=true]:bg-accent-soft', className)}
      {...props}
    />
  );
}

/** A cell of the head. `aria-sort` tells how the column is sorted. */
export function TableHeader({ className, ...props }: ComponentProps<'th'>) {
  return <th scope="col" className={cn('h-8 px-3 font-medium whitespace-nowrap', className)} {...props} />;
}

/** A cell. */
export function TableCell({ className, ...props }: ComponentProps<'td'>) {
  return <td className={cn('h-9 px-3 py-1.5 align-middle', className)} {...props} />;
}
