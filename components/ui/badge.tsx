import { CircleCheck, CircleX, TriangleAlert, type LucideIcon } from 'lucide-react';
import type { ComponentProps } from 'react';

import { cn } from '@/components/ui/class-names';

/** The tones a badge can have; each signal brings its icon, since colour never speaks alone. */
export type BadgeTone = 'good' | 'warn' | 'bad' | 'neutral' | 'accent';

/** Properties of `Badge`, beyond those of the element. */
export type BadgeProps = ComponentProps<'span'> & {
  tone?: BadgeTone;
  /** Another icon than the tone's own; `null` for none, where the words say it all. */
  icon?: LucideIcon | null;
};

/** A word or two about a state. */
export function Badge({ tone = 'neutral', icon, className, children, ...props }: BadgeProps) {
  const Icon = icon === undefined ? iconByTone[tone] : icon;
  return (
    <span
      className={cn(
        'inline-flex h-5 max-w-full shrink-0 items-center gap-1 rounded-sm px-1.5 text-xs font-medium whitespace-nowrap tabular-nums',
        styleByTone[tone],
        className,
      )}
      {...props}
    >
      {Icon ? <Icon aria-hidden className="size-3 shrink-0" /> : null}
      {children}
    </span>
  );
}

const iconByTone: Record<BadgeTone, LucideIcon | null> = {
  good: CircleCheck,
  warn: TriangleAlert,
  bad: CircleX,
  neutral: null,
  accent: null,
};

const styleByTone: Record<BadgeTone, string> = {
  good: 'bg-good-soft text-good',
  warn: 'bg-warn-soft text-warn',
  bad: 'bg-bad-soft text-bad',
  neutral: 'bg-raised text-muted',
  accent: 'bg-accent-soft text-accent',
};
