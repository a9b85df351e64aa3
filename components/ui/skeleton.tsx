import type { ComponentProps } from 'react';

import { cn } from '@/components/ui/class-names';

/** A quiet block where something will be; it appears only when that takes more than 200 ms, so quick answers never flicker. */
export function Skeleton({ className, ...props }: ComponentProps<'div'>) {
  return (
    <div aria-hidden className={cn('h-4 animate-appear-late', className)} {...props}>
      <div className="size-full animate-pulse rounded-sm bg-raised" />
    </div>
  );
}

/** Properties of `SkeletonRows`. */
export type SkeletonRowsProps = {
  /** What is being loaded, for screen readers: "Loading bots". */
  label: string;
  rowCount?: number;
  className?: string;
};

/** Lines of a list that is on its way. */
export function SkeletonRows({ label, rowCount = 6, className }: SkeletonRowsProps) {
  return (
    <div role="status" className={cn('flex flex-col gap-3 p-4', className)}>
      <span className="sr-only">{label}</span>
      {Array.from({ length: rowCount }, (_, index) => (
        <Skeleton key={index} style={{ width: `${90 - ((index * 23) % 40)}%` }} />
      ))}
    </div>
  );
}
