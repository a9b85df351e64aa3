'use client';

import { ChevronDown } from 'lucide-react';
import type { ComponentProps } from 'react';

import { cn } from '@/components/ui/class-names';
import { controlStyle } from '@/components/ui/control-style';
import { useFieldControl } from '@/components/ui/field-context';

/** Properties of `Select`, beyond those of the element. */
export type SelectProps = Omit<ComponentProps<'select'>, 'size' | 'multiple'> & {
  /** Code font, for what a machine reads (an HTTP method). */
  isCode?: boolean;
  /** `sm` 28 px high, for rows of tables and toolbars; `md` 32 px. */
  size?: 'sm' | 'md';
};

/** A choice of one, the browser's own (typing ahead, phones' pickers), in our clothes. Children are `option` elements. */
export function Select({ isCode = false, size = 'md', className, children, ...props }: SelectProps) {
  const control = useFieldControl(props);
  return (
    <span className={cn('relative inline-flex w-full min-w-0', className)}>
      <select
        {...props}
        {...control}
        className={cn(
          controlStyle,
          'appearance-none truncate pr-7 pl-2 [&_option]:bg-surface [&_option]:text-ink',
          size === 'sm' ? 'h-7 text-xs' : 'h-8',
          isCode && 'font-mono text-xs font-medium',
        )}
      >
        {children}
      </select>
      <ChevronDown aria-hidden className="pointer-events-none absolute top-1/2 right-2 size-3.5 -translate-y-1/2 text-faint" />
    </span>
  );
}
