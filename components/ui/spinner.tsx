import { LoaderCircle } from 'lucide-react';

import { cn } from '@/components/ui/class-names';

/** Says that something is under way. Without a `label` it is decoration beside words that already say so. */
export function Spinner({ label, className }: { label?: string; className?: string }) {
  return (
    <span role={label ? 'status' : undefined} className="inline-flex">
      <LoaderCircle aria-hidden className={cn('size-4 animate-spin', className)} />
      {label ? <span className="sr-only">{label}</span> : null}
    </span>
  );
}
