import { cn } from '@/components/ui/class-names';

/** Parley's sign: two speech bubbles that meet. Decoration beside the name. */
export function ParleyMark({ className }: { className?: string }) {
  return (
    <svg aria-hidden viewBox="0 0 20 20" className={cn('size-5 shrink-0', className)}>
      <path d="M3 2h8.5A2.5 2.5 0 0 1 14 4.5v4A2.5 2.5 0 0 1 11.5 11H6.4L3.2 13.7A.7.7 0 0 1 2 13.2V3a1 1 0 0 1 1-1Z" className="fill-accent" />
      <path
        d="M16 6.6c1.2.2 2 1.2 2 2.4v8.1a.7.7 0 0 1-1.2.5L13.9 15H9.5a2.5 2.5 0 0 1-2.4-1.8h4.4A4.5 4.5 0 0 0 16 8.7Z"
        className="fill-accent/50"
      />
    </svg>
  );
}
